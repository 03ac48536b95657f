package import DialStack

/// A condition with its meaning settled: fields are accessors, literals are values.
package indirect enum Predicate: Sendable, Hashable {
  case all([Predicate])
  case any([Predicate])
  case not(Predicate)
  case test(Accessor, Comparison)

  /// Whether a time is held against a day or a month anywhere in it.
  package var comparesDays: Bool {
    switch self {
    case .all(let parts), .any(let parts): return parts.contains { $0.comparesDays }
    case .not(let part): return part.comparesDays
    case .test(_, let comparison):
      if case .time(_, let literal) = comparison { return !literal.isMoment }
      return false
    }
  }

  /// The values of a row that it looks at.
  package var values: [Accessor] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.values)
    case .not(let part): part.values
    case .test(let accessor, .column(_, let other, _)): [accessor, other]
    case .test(let accessor, _): [accessor]
    }
  }

  /// The same predicate with every time a period, as it is at the moment `now` in `zone`.
  package func settled(now: Timestamp, in zone: Zone) -> Predicate {
    switch self {
    case .all(let parts): return .all(parts.map { $0.settled(now: now, in: zone) })
    case .any(let parts): return .any(parts.map { $0.settled(now: now, in: zone) })
    case .not(let part): return .not(part.settled(now: now, in: zone))
    case .test(let accessor, .time(let comparison, let literal)):
      return .test(accessor, .period(comparison, literal.period(now: now, in: zone)))
    case .test: return self
    }
  }
}

extension Predicate {
  /// The numbers of the pipelines whose values it is held against.
  package var queries: Set<Int> {
    switch self {
    case .all(let parts), .any(let parts):
      parts.reduce(into: []) { $0.formUnion($1.queries) }
    case .not(let part): part.queries
    case .test(_, .amongValues(let number, _)): [number]
    case .test: []
    }
  }

  /// The same with the values of the pipelines, by their numbers.
  ///
  /// - Precondition: there are values for each of ``queries``.
  package func answered(by values: [Int: Set<Value>]) -> Predicate {
    switch self {
    case .all(let parts): return .all(parts.map { $0.answered(by: values) })
    case .any(let parts): return .any(parts.map { $0.answered(by: values) })
    case .not(let part): return .not(part.answered(by: values))
    case .test(let accessor, .amongValues(let number, let kind)):
      guard let set = values[number] else {
        preconditionFailure("the pipeline \(number) was not run")
      }
      return .test(accessor, .among(ValueSet(set, as: kind)))
    case .test: return self
    }
  }
}

/// Values that others are looked for in; it is the same as no other.
package final class ValueSet: Sendable, Hashable {
  private let values: Set<Value>
  private let kind: FieldKind?

  /// - Parameter kind: of the values that are looked for.
  init(_ values: Set<Value>, as kind: FieldKind?) {
    self.values = Set(values.lazy.map { $0.canonical(as: kind) })
    self.kind = kind
  }

  func contains(_ value: Value) -> Bool { values.contains(value.canonical(as: kind)) }

  package static func == (left: ValueSet, right: ValueSet) -> Bool { left === right }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// The six comparisons of things that have an order.
package enum OrderedComparison: Sendable, Hashable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// The operator as it is written.
  package var sign: String {
    switch self {
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }

  package func holds(_ order: Order) -> Bool {
    switch self {
    case .equal: order == .same
    case .notEqual: order != .same
    case .less: order == .ascending
    case .lessOrEqual: order != .descending
    case .greater: order == .descending
    case .greaterOrEqual: order != .ascending
    }
  }
}

/// What is asked of one value. All but `isNull` are false for null and absent values.
package enum Comparison: Sendable, Hashable {
  case isNull
  case isNotNull
  case text(OrderedComparison, Bytes)
  case number(OrderedComparison, Bytes)
  case boolean(Bool)
  /// A time whose meaning is settled when a list starts.
  case time(OrderedComparison, TimeLiteral)
  case period(OrderedComparison, Period)
  case prefix(Bytes)
  /// A regular expression, unanchored.
  case matches(String)
  /// One of the values that the pipeline of this number gives, held against values of a kind.
  case amongValues(of: Int, as: FieldKind?)
  /// One of these values.
  case among(ValueSet)
  /// A list with an object that has this text at the path.
  case holdsObject(FieldPath, Bytes)
  /// The value of another column, compared by the kind.
  case column(OrderedComparison, Accessor, FieldKind?)
}

extension Comparison {
  func holds(for value: Value) -> Bool {
    switch (self, value) {
    case (.isNull, .null): true
    case (.isNull, _): false
    case (_, .null): false
    case (.isNotNull, _): true
    case (.text(let comparison, let wanted), .text(let found)),
      (.text(let comparison, let wanted), .number(let found)):
      comparison.holds(Order(found, wanted))
    case (.number(let comparison, let wanted), .number(let found)):
      comparison.holds(Value.compareNumbers(found, wanted))
    case (.boolean(let wanted), .boolean(let found)): wanted == found
    case (.period(let comparison, let period), .text(let found)):
      Timestamp(found).map { period.holds(comparison, for: $0) } ?? false
    case (.prefix(let prefix), .text(let found)): found.hasPrefix(prefix)
    case (.among(let values), _): values.contains(value)
    case (.holdsObject(let path, let wanted), .list):
      value.items.contains { $0.value(at: path) == .text(wanted) }
    default: false
    }
  }
}

extension Value {
  /// The bytes of ``string``; `nil` for null.
  package var bytes: Bytes? {
    switch self {
    case .null: nil
    case .boolean(let boolean): Bytes(boolean ? "true" : "false")
    case .number(let bytes), .text(let bytes), .object(let bytes), .list(let bytes): bytes
    }
  }
}

extension Bytes {
  package func hasPrefix(_ prefix: Bytes) -> Bool {
    guard prefix.count <= count else { return false }
    for index in 0..<prefix.count where self[index] != prefix[index] { return false }
    return true
  }
}
