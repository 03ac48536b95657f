/// Why a run failed whose rows break what a script expects of them.
package struct BrokenExpectations: Error, Sendable, Hashable {
  /// In the order of the stages.
  package let all: [BrokenExpectation]
}

/// A condition that rows break.
package struct BrokenExpectation: Sendable, Hashable, CustomStringConvertible {
  /// The condition as it was written.
  package let condition: String
  /// How many rows break it.
  package let count: Int
  /// The first of them, each in a line.
  package let rows: [String]

  package var description: String {
    let rows = rows.map { "\n  \($0)" }.joined()
    let more = count > self.rows.count ? "\n  and \(count - self.rows.count) more" : ""
    return "\(count == 1 ? "1 row breaks" : "\(count) rows break") `\(condition)`:\(rows)\(more)"
  }
}
