package import DialStack

/// How the value of a column is taken from a record.
package indirect enum Accessor: Sendable, Hashable {
  /// A field of the item as the API sent it.
  case field(FieldPath)
  /// A cell of a row that a stage computed.
  case cell(Int)
  /// What is worked out of other values, each time that it is read.
  case computed(Calculation)
}

/// Takes one column's values from many records.
package struct ColumnReader: Sendable {
  /// `nil` for a cell of a computed row, and for a calculation.
  private var field: FieldReader?
  private var cell = 0
  private var calculation: CalculationReader?

  package init(_ accessor: Accessor) {
    switch accessor {
    case .field(let path): field = FieldReader(path)
    case .cell(let index): cell = index
    case .computed(let calculation): self.calculation = CalculationReader(calculation)
    }
  }

  package mutating func value(in record: Record) -> Value {
    if let value = field?.value(in: record) { return value }
    return calculation?.value(in: record) ?? record.cell(cell)
  }
}
