/// What a ``TimeLiteral`` stands for: a moment, a day or a month.
package struct Period: Sendable, Hashable {
  /// The first moment.
  package let start: Timestamp
  /// The first moment after it.
  package let end: Timestamp

  package init(start: Timestamp, end: Timestamp) {
    self.start = start
    self.end = end
  }

  package init(moment: Timestamp) {
    self.init(start: moment, end: moment.successor)
  }

  /// Whether `time` stands in the relation `comparison` to the whole period: before
  /// all of it, within it, after all of it.
  package func holds(_ comparison: OrderedComparison, for time: Timestamp) -> Bool {
    switch comparison {
    case .equal: start <= time && time < end
    case .notEqual: !(start <= time && time < end)
    case .less: time < start
    case .lessOrEqual: time < end
    case .greater: time >= end
    case .greaterOrEqual: time >= start
    }
  }
}
