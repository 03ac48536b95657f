package import DialLanguage
package import DialRows
import DialStack

/// `each FIELD [as NAME]`: a row an element of a list.
package struct EachStage: Stage {
  package static let signature = Signature(
    "each", .field.followed(by: .value("NAME").behind("as")),
    summary: "Give a row for each element of a list.",
    synonyms: ["unnest", "explode", "flatten", "expand"],
    details: [
      "The other columns are repeated. The keys of an element stand behind a dot: q.mos after",
      "`each quality_metrics as q`; an element that is no object is a column of that name.",
      "A row whose list is null or empty gives none, and they are counted. Memory: one page.",
    ],
    examples: [
      Example(
        "calls where started_at >= -7d | each quality_metrics as q | sort q.mos | limit 5",
        "the calls that sounded worst"),
      Example("ring_groups | each members as m | select name, m.extension", "who rings"),
    ])

  package static let keepsColumns = false

  private let list: Column
  private let name: String
  /// The keys of an element; none where an element is no object.
  private let keys: [Field]

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    let field = try arguments.field()
    var name = field.text.split(separator: ".").last.map { String($0) } ?? field.text
    if arguments.skip(word: "as") { name = try arguments.name("a name for the element").text }
    try arguments.finish(after: "the list")
    let column = try context.columns.column(field)
    guard column.kind == .list || column.kind == nil else {
      throw Rejection(.notAList(column, at: field.range, in: context.columns))
    }
    list = column
    self.name = name
    keys = column.field?.items == .object ? column.field?.fields ?? [] : []
  }

  package func columns(from columns: Columns) -> Columns {
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
    var effect = StageEffect("gives a row for each of `\(list.name)`", demand: .unknown)
    effect.reads = [list.accessor]
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    EachWork(list: list, joins: !keys.isEmpty)
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

  func finish(in run: Run) {
    guard empty > 0 else { return }
    run.report.tell(
      "\(empty) row\(empty == 1 ? " has" : "s have") nothing in `\(name)` and "
        + "\(empty == 1 ? "gives" : "give") no row")
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
