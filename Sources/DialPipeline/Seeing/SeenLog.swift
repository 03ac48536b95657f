package import DialStack
import Synchronization

/// What was seen, gathered while pipelines run and read while a line is typed.
package final class SeenLog: Sendable {
  private let seen = Mutex(Seen())

  package init() {}

  /// What was seen so far.
  package var now: Seen { seen.withLock { $0 } }

  /// Takes note of the rows of a page.
  package func note(_ records: [Record], of resource: Resource) {
    seen.withLock { $0.note(records, of: resource) }
  }

  /// Takes note of an account that was asked for by itself.
  package func note(_ account: SeenAccount) {
    seen.withLock { $0.note(account) }
  }
}
