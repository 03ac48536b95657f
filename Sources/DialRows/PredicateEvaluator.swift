package import DialStack
import PatternMatching

/// Holds records against a predicate, each of its patterns compiled once.
package struct PredicateEvaluator {
  private indirect enum Node {
    case all([Node])
    case any([Node])
    case not(Node)
    case test(reader: Int, Comparison)
    /// What is decided by the bytes of a cell in their place.
    case cell(Int, Comparison)
    case matches(reader: Int, pattern: Int)
    case column(reader: Int, OrderedComparison, other: Int, FieldKind?)
  }

  private var readers: [ColumnReader] = []
  /// The columns whose cells are compared in their place.
  private var columns: [Accessor] = []
  private var finder = CellFinder([])
  private var patterns: [(text: String, pattern: Pattern)] = []
  private var root = Node.all([])
  /// The patterns that could not be decided for the record at hand, by their index.
  private var undecided: Set<Int> = []
  /// How many records a pattern could not be decided for, by its text.
  private var undecidedRows: [String: Int] = [:]

  /// - Precondition: the times of `predicate` are settled.
  package init(_ predicate: Predicate) {
    root = compile(predicate)
    finder = CellFinder(columns)
  }

  /// The records for which the predicate holds; a pattern that can't be decided does not match.
  ///
  /// - Throws: `CancellationError` when the task is cancelled in the middle of a pattern.
  package mutating func matching(_ records: [Record]) throws(CancellationError) -> [Record] {
    guard !columns.isEmpty else {
      let (bytes, cells): ([UInt8], [RawCell]) = ([], [])
      var kept: [Record] = []
      for record in records
      where try matches(record, cells.span, page: bytes.span.bytes, made: bytes.span.bytes) {
        kept.append(record)
      }
      return kept
    }
    var finder = CellFinder([])
    swap(&finder, &self.finder)
    defer { swap(&finder, &self.finder) }
    var index = 0
    // `nil` as long as all are kept.
    var kept: [Record]?
    try finder.forEachPage(of: records) { page, made, cells throws(CancellationError) in
      func keep(_ holds: Bool) {
        if holds {
          kept?.append(records[index])
        } else if kept == nil {
          kept = Array(records[..<index])
        }
        index += 1
      }
      if case .cell(_, let comparison) = root {
        // It is the only column.
        for place in cells.indices {
          keep(comparison.holds(for: cells[place], page: page, made: made))
        }
        return
      }
      for start in stride(from: 0, to: cells.count, by: columns.count) {
        let row = cells.extracting(start..<start + columns.count)
        keep(try matches(records[index], row, page: page, made: made))
      }
    }
    return kept ?? records
  }

  /// - Parameter cells: of the row, in the order of ``columns``.
  private mutating func matches(
    _ record: Record, _ cells: Span<RawCell>, page: RawSpan, made: RawSpan
  ) throws(CancellationError) -> Bool {
    let holds = try evaluate(root, record, cells, page: page, made: made)
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
    case .all(let parts):
      return parts.count == 1 ? compile(parts[0]) : .all(parts.map { compile($0) })
    case .any(let parts):
      return parts.count == 1 ? compile(parts[0]) : .any(parts.map { compile($0) })
    case .not(let part): return .not(compile(part))
    case .test(let accessor, let comparison):
      if comparison.isOfBytes {
        let index = columns.firstIndex(of: accessor) ?? columns.count
        if index == columns.count { columns.append(accessor) }
        return .cell(index, comparison)
      }
      let reader = addReader(accessor)
      switch comparison {
      case .matches(let pattern):
        return .matches(reader: reader, pattern: addPattern(pattern))
      case .column(let comparison, let other, let kind):
        return .column(reader: reader, comparison, other: addReader(other), kind)
      case .time: preconditionFailure("times are settled when a list starts")
      case .amongValues: preconditionFailure("pipelines in parentheses are run before")
      case .isNull, .isNotNull, .text, .number, .boolean, .period, .prefix, .among, .holdsObject:
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

  private mutating func evaluate(
    _ node: Node, _ record: Record, _ cells: Span<RawCell>, page: RawSpan, made: RawSpan
  ) throws(CancellationError) -> Bool {
    switch node {
    case .all(let parts):
      for part in parts where try !evaluate(part, record, cells, page: page, made: made) {
        return false
      }
      return true
    case .any(let parts):
      for part in parts where try evaluate(part, record, cells, page: page, made: made) {
        return true
      }
      return false
    case .not(let part):
      return try !evaluate(part, record, cells, page: page, made: made)
    case .cell(let index, let comparison):
      return comparison.holds(for: cells[index], page: page, made: made)
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
  /// Whether the bytes of a cell decide it, without a value made of them.
  var isOfBytes: Bool {
    switch self {
    case .isNull, .isNotNull, .text, .boolean, .prefix: true
    case .number, .time, .period, .matches, .amongValues, .among, .holdsObject, .column: false
    }
  }

  /// The same as for the value of the cell, where that is decided by its bytes.
  @inline(__always)
  func holds(for cell: RawCell, page: RawSpan, made: RawSpan) -> Bool {
    switch self {
    case .isNull: return cell.kind == .null
    case .isNotNull: return cell.kind != .null
    case .boolean(let wanted): return cell.kind == (wanted ? .true : .false)
    case .text(let comparison, let wanted):
      guard cell.kind == .text || cell.kind == .number else { return false }
      let found = (cell.isMade ? made : page).extracting(cell.start..<cell.end)
      switch comparison {
      case .equal: return found.isEqual(to: wanted)
      case .notEqual: return !found.isEqual(to: wanted)
      case .less, .lessOrEqual, .greater, .greaterOrEqual:
        return comparison.holds(found.order(to: wanted))
      }
    case .prefix(let prefix):
      guard cell.kind == .text, cell.end - cell.start >= prefix.count else { return false }
      return (cell.isMade ? made : page)
        .extracting(cell.start..<cell.start + prefix.count).isEqual(to: prefix)
    case .number, .time, .period, .matches, .amongValues, .among, .holdsObject, .column:
      preconditionFailure("what takes a value is no comparison of bytes")
    }
  }
}
