package import DialLanguage
package import DialStack

/// A field as it exists at one point of a pipeline.
package struct Column: Sendable, Hashable {
  /// The name in the header and behind `where`.
  package let name: String
  /// The kind; `nil` for a key that the catalog doesn't know.
  package let kind: Kind?
  /// The known values of a choice.
  package let choices: [String]
  package let accessor: Accessor
  /// What becomes of the column on a screen that has no room for all.
  package var importance = Importance.chosen

  /// A column that the user chose or made.
  package init(_ name: String, _ kind: Kind?, choices: [String] = [], _ accessor: Accessor) {
    self.name = name
    self.kind = kind
    self.choices = choices
    self.accessor = accessor
  }

  init(_ field: Field, path: String) {
    self.init(path, field.kind, choices: field.choices, .field(FieldPath(path, alias: field.alias)))
  }

  /// The same column under the name that the user chose.
  func chosen(as name: String) -> Column {
    Column(name, kind, choices: choices, accessor)
  }

  /// The same column in another place among those that nobody chose.
  func ranked(_ rank: Int) -> Column {
    var column = self
    column.importance = .ranked(rank)
    return column
  }
}

/// How long a column stays on a screen that gets narrower; the first to compare stay longest.
package enum Importance: Sendable, Hashable, Comparable {
  /// The user chose or made the column: its cells are cut before it goes, the last column first.
  case chosen
  /// Nobody chose the column: it goes, the highest number first, before one that stays is cut.
  case ranked(Int)
}

/// How the value of a column is taken from a record.
package indirect enum Accessor: Sendable, Hashable {
  /// A field of the item as the API sent it.
  case field(FieldPath)
  /// A cell of a row that a stage computed.
  case cell(Int)
  /// A phone number as it is shown to people.
  case display(Accessor)
}

/// Takes one column's values from many records.
struct ColumnReader {
  /// `nil` for a cell of a computed row.
  private var field: FieldReader?
  private var cell = 0
  private var displaysPhone = false

  init(_ accessor: Accessor) {
    switch accessor {
    case .field(let path): field = FieldReader(path)
    case .cell(let index): cell = index
    case .display(let inner):
      self = ColumnReader(inner)
      displaysPhone = true
    }
  }

  mutating func value(in record: Record) -> Value {
    let value = field?.value(in: record) ?? record.cell(cell)
    guard displaysPhone, case .text(let number) = value else { return value }
    return .text(E164.display(number))
  }
}

/// The fields at one point of a pipeline.
package struct Columns: Sendable, Hashable {
  /// Where the fields come from, as messages name it: `numbers`, ``the output of `count` ``.
  package let origin: String
  /// What is exported, in order.
  package let visible: [Column]
  /// The resource whose other fields can still be named; `nil` where only the columns are left.
  package let resource: Resource?

  package init(origin: String, visible: [Column], resource: Resource?) {
    self.origin = origin
    self.visible = visible
    self.resource = resource
  }

  /// All fields of a resource.
  package init(of resource: Resource) {
    let ranks = resource.fieldsByImportance
    self.init(
      origin: resource.name,
      visible: resource.fields.map { field in
        let column = Column(field, path: field.name)
        return column.ranked(ranks.firstIndex { $0.name == field.name } ?? ranks.count)
      }, resource: resource)
  }

  /// The column that `name` stands for.
  ///
  /// - Throws: a ``Rejection`` that offers the nearest name.
  package func column(_ name: FieldName) throws(Rejection) -> Column {
    if name.isUnlisted, resource != nil {
      return Column(name.text, nil, .field(FieldPath(name.text)))
    }
    if let column = visible.first(where: { $0.name == name.text }) { return column }
    if let field = resource?.field(named: name.text) { return Column(field, path: name.text) }
    throw Rejection(.unknownField(name, in: self))
  }

  /// Every name that can stand here, for suggestions and completion.
  package var names: [String] {
    let shown = visible.map(\.name)
    let fields = resource?.fields ?? []
    let nested = fields.flatMap { field in field.fields.map { "\(field.name).\($0.name)" } }
    return shown + fields.map(\.name).filter { !shown.contains($0) } + nested
  }
}
