package import DialStack

/// How the value of a column is taken from a record.
package indirect enum Accessor: Sendable, Hashable {
  /// A field of the item as the API sent it.
  case field(FieldPath)
  /// A cell of a row that a stage computed.
  case cell(Int)
  /// What is worked out of other values, each time that it is read.
  case computed(Calculation)
  /// A field of the record that was joined as the one at an index.
  case joined(Int, FieldPath)
  /// The id of the account whose row it is.
  case account
  /// The name of that account, where it is known.
  case accountName
  /// What another accessor takes, its secrets hidden.
  case masked(Accessor, SecretMask)
}

extension Accessor {
  /// The same field of the record that was joined as the one at `index`.
  func joined(_ index: Int) -> Accessor {
    switch self {
    case .field(let path): .joined(index, path)
    case .masked(let inner, let mask): .masked(inner.joined(index), mask)
    case .cell, .computed, .joined, .account, .accountName: self
    }
  }

  /// The values that it is made of: itself, or those that it works with.
  package var parts: [Accessor] {
    switch self {
    case .computed(let calculation): calculation.values.flatMap(\.parts)
    case .masked(let inner, _): inner.parts
    case .field, .cell, .joined, .account, .accountName: [self]
    }
  }

  /// Whether a function in it looks at days or hours.
  package var countsDays: Bool {
    switch self {
    case .computed(let calculation): calculation.countsDays
    case .masked(let inner, _): inner.countsDays
    case .field, .cell, .joined, .account, .accountName: false
    }
  }

  /// The same with days and months in `zone`.
  package func settled(in zone: DayZone) -> Accessor {
    switch self {
    case .computed(let calculation): .computed(calculation.settled(in: zone))
    case .masked(let inner, let mask): .masked(inner.settled(in: zone), mask)
    case .field, .cell, .joined, .account, .accountName: self
    }
  }
}

/// Takes one column's values from many records.
package struct ColumnReader: Sendable {
  /// `nil` for a cell of a computed row, for a calculation and for an account.
  private var field: FieldReader?
  /// Which joined record the field is of; `nil` for the item itself.
  private var joined: Int?
  private var calculation: CalculationReader?
  /// `nil` for an account.
  private var cell: Int?
  /// Whether it is the name of the account.
  private var isName = false
  private var mask: SecretMask?

  package init(_ accessor: Accessor) {
    var accessor = accessor
    if case .masked(let inner, let mask) = accessor {
      self.mask = mask
      accessor = inner
    }
    switch accessor {
    case .masked: preconditionFailure("there is no mask over another")
    case .field(let path): field = FieldReader(path)
    case .joined(let index, let path):
      field = FieldReader(path)
      joined = index
    case .computed(let calculation): self.calculation = CalculationReader(calculation)
    case .cell(let index): cell = index
    case .account: break
    case .accountName: isName = true
    }
  }

  package mutating func value(in record: Record) -> Value {
    let value = plainValue(in: record)
    return mask?.hide(in: value) ?? value
  }

  @inline(__always)
  private mutating func plainValue(in record: Record) -> Value {
    if let joined {
      return record.joined(joined).flatMap { field?.value(in: $0) } ?? .null
    }
    if let value = field?.value(in: record) ?? calculation?.value(in: record) { return value }
    if let cell { return record.cell(cell) }
    let owner = record.owner
    return (isName ? owner?.name : owner?.id.rawValue).map { .text($0) } ?? .null
  }
}
