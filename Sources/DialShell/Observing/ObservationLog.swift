package import DialStack
import Synchronization

/// What was seen, gathered while pipelines run and read while a line is typed.
package final class ObservationLog: Sendable {
  private let observed = Mutex(ObservedValues())

  package init() {}

  /// What was seen so far.
  package var now: ObservedValues { observed.withLock { $0 } }

  /// Takes note of the rows of a page.
  package func note(_ records: [Record], of resource: Resource) {
    observed.withLock { $0.note(records, of: resource) }
  }

  /// Takes note of an account that was asked for by itself.
  package func note(_ account: ObservedAccount) {
    observed.withLock { $0.note(account) }
  }
}
