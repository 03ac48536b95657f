package import DialStack
import PatternMatching

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
  /// The value of another column, compared by the kind.
  case column(OrderedComparison, Accessor, FieldKind?)
}

/// Holds records against a predicate, each of its patterns compiled once.
package struct PredicateEvaluator {
  private indirect enum Node {
    case all([Node])
    case any([Node])
    case not(Node)
    case test(reader: Int, Comparison)
    case matches(reader: Int, pattern: Int)
    case column(reader: Int, OrderedComparison, other: Int, FieldKind?)
  }

  private var readers: [ColumnReader] = []
  private var patterns: [(text: String, pattern: Pattern)] = []
  private var root = Node.all([])
  /// The patterns that could not be decided for the record at hand, by their index.
  private var undecided: Set<Int> = []
  /// How many records a pattern could not be decided for, by its text.
  private var undecidedRows: [String: Int] = [:]

  /// - Precondition: the times of `predicate` are settled.
  package init(_ predicate: Predicate) {
    root = compile(predicate)
  }

  /// Whether the predicate holds for `record`; a pattern that can't be decided does not match.
  ///
  /// - Throws: `CancellationError` when the task is cancelled in the middle of a pattern.
  package mutating func matches(_ record: Record) throws(CancellationError) -> Bool {
    let holds = try evaluate(root, record)
    if !undecided.isEmpty {
      for index in undecided { undecidedRows[patterns[index].text, default: 0] += 1 }
      undecided = []
    }
    return holds
  }

  /// How many records a pattern could not be decided for since this was last asked, by its text.
  package mutating func takeUndecidedRows() -> [String: Int] {
    defer { undecidedRows = [:] }
    return undecidedRows
  }

  private mutating func compile(_ predicate: Predicate) -> Node {
    switch predicate {
    case .all(let parts): return .all(parts.map { compile($0) })
    case .any(let parts): return .any(parts.map { compile($0) })
    case .not(let part): return .not(compile(part))
    case .test(let accessor, let comparison):
      let reader = addReader(accessor)
      switch comparison {
      case .matches(let pattern):
        return .matches(reader: reader, pattern: addPattern(pattern))
      case .column(let comparison, let other, let kind):
        return .column(reader: reader, comparison, other: addReader(other), kind)
      case .time: preconditionFailure("times are settled when a list starts")
      case .isNull, .isNotNull, .text, .number, .boolean, .period, .prefix:
        return .test(reader: reader, comparison)
      }
    }
  }

  private mutating func addReader(_ accessor: Accessor) -> Int {
    readers.append(ColumnReader(accessor))
    return readers.count - 1
  }

  private mutating func addPattern(_ text: String) -> Int {
    if let index = patterns.firstIndex(where: { $0.text == text }) { return index }
    guard let pattern = try? Pattern(text) else {
      preconditionFailure("planning lets no broken expression through")
    }
    patterns.append((text, pattern))
    return patterns.count - 1
  }

  private mutating func evaluate(_ node: Node, _ record: Record) throws(CancellationError) -> Bool {
    switch node {
    case .all(let parts):
      for part in parts where try !evaluate(part, record) { return false }
      return true
    case .any(let parts):
      for part in parts where try evaluate(part, record) { return true }
      return false
    case .not(let part):
      return try !evaluate(part, record)
    case .test(let reader, let comparison):
      return comparison.holds(for: readers[reader].value(in: record))
    case .matches(let reader, let index):
      guard let text = readers[reader].value(in: record).bytes else { return false }
      switch text.withSpan({ patterns[index].pattern.search(in: $0) }) {
      case .found: return true
      case .notFound: return false
      case .undecided:
        undecided.insert(index)
        return false
      case .stopped: throw CancellationError()
      }
    case .column(let reader, let comparison, let other, let kind):
      let left = readers[reader].value(in: record)
      let right = readers[other].value(in: record)
      guard left != .null, right != .null else { return false }
      return comparison.holds(left.order(to: right, as: kind))
    }
  }
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
