package import DialStack

/// The rows that a session keeps for its next lines.
package struct KeptRows: Sendable {
  /// A variable that stands for them.
  package enum Name: String, Sendable, Hashable, CaseIterable {
    /// The rows of the result that was shown last, at the prompt.
    case it
    /// The accounts that the last run could not read.
    case errors
  }

  /// The result that was shown last.
  package var lastResult: (any KeptResult)?
  package var failures: [Record]
  /// What ids led to.
  package var related: RelatedRecords

  package init(
    lastResult: (any KeptResult)? = nil, failures: [Record] = [],
    related: RelatedRecords = RelatedRecords()
  ) {
    self.lastResult = lastResult
    self.failures = failures
    self.related = related
  }
}

/// A result that was shown, of which more may be wanted.
package protocol KeptResult: AnyObject, Sendable {
  /// Rows behind the first `count`: all that were read, else the next ones; `nil` at the end.
  ///
  /// - Throws: what reading them throws, and where they were too many to be kept.
  func rows(behind count: Int) async throws -> [Record]?

  /// Whether nothing is left to be read.
  var isAtEnd: Bool { get async }
}
