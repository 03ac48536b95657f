package import DialStack

/// The rows that a session keeps for its next lines.
package struct KeptRows: Sendable {
  /// A variable that stands for them.
  package enum Name: String, Sendable, Hashable, CaseIterable {
    /// The rows that were shown last, at the prompt.
    case it
    /// The accounts that the last run could not read.
    case errors
  }

  package var lastResult: [Record]
  package var failures: [Record]
  /// What ids led to.
  package var related: RelatedRecords

  package init(
    lastResult: [Record] = [], failures: [Record] = [],
    related: RelatedRecords = RelatedRecords()
  ) {
    self.lastResult = lastResult
    self.failures = failures
    self.related = related
  }

  subscript(name: Name) -> [Record] {
    switch name {
    case .it: lastResult
    case .errors: failures
    }
  }
}
