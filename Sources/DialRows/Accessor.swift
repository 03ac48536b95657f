package import DialStack

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
package struct ColumnReader {
  /// `nil` for a cell of a computed row.
  private var field: FieldReader?
  private var cell = 0
  private var displaysPhone = false

  package init(_ accessor: Accessor) {
    switch accessor {
    case .field(let path): field = FieldReader(path)
    case .cell(let index): cell = index
    case .display(let inner):
      self = ColumnReader(inner)
      displaysPhone = true
    }
  }

  package mutating func value(in record: Record) -> Value {
    let value = field?.value(in: record) ?? record.cell(cell)
    guard displaysPhone, case .text(let number) = value else { return value }
    return .text(E164.display(number))
  }
}
