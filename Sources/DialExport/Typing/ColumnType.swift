package import DialRows
import DialStack

/// What the values of a column are for a reader that declares its columns and takes nothing else.
package indirect enum ColumnType: Sendable, Hashable {
  case text, boolean
  /// In UTC, to the microsecond.
  case time
  /// From -2⁶³ to 2⁶³ - 1.
  case integer
  /// A number as it is spelled, as a text.
  case decimal
  /// JSON as a text: a list or an object of which nobody knows what it holds.
  case list, object
  /// Whatever there is, as a text.
  case any
  case listOf(ColumnType)
  /// An object with just these keys.
  case objectOf([Member])

  /// A key of an object.
  package struct Member: Sendable, Hashable {
    package let name: String
    let path: FieldPath
    package let type: ColumnType

    init(_ field: Field) {
      name = field.name
      path = FieldPath(keys: [field.name], alias: field.alias)
      // What is hidden is a text.
      type =
        field.sensitivity == .secret
        ? .text : ColumnType(field.kind, items: field.items, fields: field.fields)
    }

    private init(_ name: String, _ path: FieldPath, _ type: ColumnType) {
      (self.name, self.path, self.type) = (name, path, type)
    }

    /// The same key with values of another type.
    package func with(_ type: ColumnType) -> Member { Member(name, path, type) }
  }

  package init(_ column: Column) {
    if case .masked(_, .whole) = column.accessor {
      self = .text
      return
    }
    // What was worked out has fractions of a second.
    if column.kind == .seconds, column.field == nil {
      self = .decimal
      return
    }
    self.init(column.kind, items: column.field?.items, fields: column.field?.fields ?? [])
  }

  private init(_ kind: FieldKind?, items: FieldKind?, fields: [Field]) {
    switch kind {
    case .text, .id, .phone, .choice: self = .text
    case .time: self = .time
    case .boolean: self = .boolean
    case .integer, .seconds: self = .integer
    case .decimal: self = .decimal
    case .object: self = fields.isEmpty ? .object : .objectOf(fields.map { Member($0) })
    case .list: self = items.map { .listOf(ColumnType($0, items: nil, fields: fields)) } ?? .list
    case nil: self = .any
    }
  }

  /// A value of the type, in words.
  var phrase: String {
    switch self {
    case .text: "text"
    case .boolean: "true or false"
    case .time: "a time"
    case .integer: "a whole number of 64 bits"
    case .decimal: "a number"
    case .list: "a list"
    case .object: "an object"
    case .any: "anything"
    case .listOf(let type): "a list, each item \(type.phrase)"
    case .objectOf: "an object of the kinds that are declared"
    }
  }
}
