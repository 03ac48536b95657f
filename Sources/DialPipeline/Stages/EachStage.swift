package import DialLanguage
package import DialRows
package import DialStack

/// `each FIELD [as NAME]`: a row an element of a list.
package struct EachStage: Stage {
  package static let signature = Signature(
    "each", .field.followed(by: .value("NAME").behind("as")),
    summary: "Give a row for each element of a list.",
    synonyms: ["unnest", "explode", "flatten", "expand"],
    details: [
      "The other columns are repeated. The keys of an element stand behind a dot: q.mos after",
      "`each quality_metrics as q`; an element that is no object is a column of that name. Without `as`",
      "the name is the last part of the list's: emails of config.e911_notification.emails.",
      "What belongs to a row can stand there, too: `queues | each members` asks for the members of",
      "each queue, a request a row, up to `.concurrency` (16) at a time.",
      "A row whose list is null or empty gives none, and they are counted. Memory: one page.",
    ],
    examples: [
      Example(
        "calls where started_at >= -7d | each quality_metrics as q | sort q.mos | limit 5",
        "the calls that sounded worst"),
      Example("ring_groups | each members as m | select name, m.extension", "who rings"),
      Example(
        "queues | limit 5 | each members as m | with m.user | select name, m.user.name",
        "who answers some queues"),
    ])

  package static let keepsColumns = false

  package static func fields(among columns: Columns, in catalog: Catalog) -> [String] {
    columns.visible.filter { $0.kind == .list }.map(\.name)
      + PartList.names(over: columns, in: catalog)
  }

  /// Where the elements of a row come from.
  private enum Elements {
    /// A list in the row; no keys where an element is no object.
    case column(Column, keys: [Field])
    /// A list of the API that belongs to the row.
    case part(PartList)
  }

  private let elements: Elements
  /// What the list is called.
  private let list: String
  /// What an element is called.
  private let name: String

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    let field = try arguments.field()
    var name = field.text.split(separator: ".").last.map { String($0) } ?? field.text
    if arguments.skip(word: "as") { name = try arguments.name("a name for the element").text }
    try arguments.finish(after: "the list")
    self.name = name
    list = field.text
    let way = "; name these: `each \(list) as NAME`"
    if let part = PartList(field, over: context.columns, in: context.vocabulary.catalog) {
      try context.columns.refuseRecord(
        called: name, with: part.resource.itemFields.map(\.name), at: field.range, way: way)
      elements = .part(part)
      return
    }
    let column = try context.columns.column(field)
    guard column.kind == .list || column.kind == nil else {
      throw Rejection(.notAList(column, at: field.range, in: context.columns))
    }
    let keys = column.field?.items == .object ? column.field?.fields ?? [] : []
    try context.columns.refuseRecord(
      called: name, with: keys.map(\.name), at: field.range, way: way)
    elements = .column(column, keys: keys)
  }

  package func columns(from columns: Columns) -> Columns {
    switch elements {
    case .column(let list, let keys): self.columns(from: columns, of: list, keys)
    case .part(let part): part.columns(of: name, behind: columns)
    }
  }

  private func columns(from columns: Columns, of list: Column, _ keys: [Field]) -> Columns {
    var room = columns.room
    let made: [Column]
    if keys.isEmpty {
      made = [Column(name, list.field?.items, .cell(room.cells))]
      room.cells += 1
    } else {
      made = keys.map { $0.column(of: name, joinedAs: room.joined) }
      room.joined += 1
    }
    // The list itself would stand in every row.
    let visible = columns.visible.flatMap { column in
      column.accessor == list.accessor ? made : [column]
    }
    let isShown = columns.visible.contains { $0.accessor == list.accessor }
    return columns.showing(isShown ? visible : visible + made, room: room)
  }

  package var effect: StageEffect {
    var effect = StageEffect("gives a row for each of `\(list)`", demand: .unknown)
    effect.multiplies = true
    switch elements {
    case .column(let column, _): effect.reads = [column.accessor]
    case .part(let part):
      effect.phrase += ", which it asks for: one request a row, or more"
      effect.asksAPI = true
      effect.reads = [part.key]
    }
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    switch elements {
    case .column(let column, let keys): EachWork(list: column, joins: !keys.isEmpty)
    case .part(let part): PartListWork(part, called: list)
    }
  }
}

private struct EachWork: StageWork {
  private let name: String
  private var reader: ColumnReader
  /// Whether an element is an object, whose keys are read later.
  private let joins: Bool
  /// How many rows had no element.
  private var empty = 0

  init(list: Column, joins: Bool) {
    name = list.name
    reader = ColumnReader(list.accessor)
    self.joins = joins
  }

  mutating func take(_ batch: inout Batch, in run: Run) throws -> Flow {
    var rows: [Record] = []
    for record in batch.records {
      let items = reader.value(in: record).items
      if items.isEmpty { empty += 1 }
      for item in items { rows.append(extended(record, by: item)) }
      try Task.checkCancellation()
    }
    batch.records = rows
    return .goOn
  }

  private func extended(_ record: Record, by item: Value) -> Record {
    guard joins else { return record.extended(by: [item.detached]) }
    guard case .object = item, let element = try? Record(scanning: item.json, of: record.owner)
    else { return record.joining(nil) }
    return record.joining(element)
  }

  func finish(in run: Run) { run.report.tellOfEmpty(empty, in: name) }
}

extension RunReport {
  /// Tells how many rows gave none, since their lists are empty.
  func tellOfEmpty(_ count: Int, in list: String) {
    guard count > 0 else { return }
    tell(
      "\(count) row\(count == 1 ? " has" : "s have") nothing in `\(list)` and "
        + "\(count == 1 ? "gives" : "give") no row")
  }
}

extension Field {
  /// The column of the key in an element called `name`.
  fileprivate func column(of name: String, joinedAs index: Int) -> Column {
    let accessor = Accessor.joined(index, FieldPath(self.name, alias: alias))
    return Column(
      "\(name).\(self.name)", kind, choices: choices,
      sensitivity == .secret ? .masked(accessor, .whole) : accessor)
  }
}

extension Diagnostic {
  fileprivate static func notAList(_ column: Column, at range: SourceRange, in columns: Columns)
    -> Diagnostic
  {
    let lists = columns.visible.filter { $0.kind == .list }.map { "`\($0.name)`" }
    let found = lists.isEmpty ? "none of the columns is" : lists.joined(separator: ", ") + " is"
    return Diagnostic(
      at: range,
      "`each` takes a list; `\(column.name)` is \(column.kind?.phrase ?? "none"), \(found) one")
  }
}
