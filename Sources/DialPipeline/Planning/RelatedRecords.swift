import DialRows
package import DialStack
import Synchronization

/// The records that ids led to in a session, so that each is asked for once.
package final class RelatedRecords: Sendable {
  /// What an id is the id of.
  package struct Key: Sendable, Hashable {
    /// The name of the list, or of the shape of what stands for its row.
    package let list: String
    /// The account that it belongs to; `nil` is the platform.
    package let account: Account.ID?
    package let id: String

    package init(list: String, account: Account.ID?, id: String) {
      self.list = list
      self.account = account
      self.id = id
    }
  }

  /// So many are remembered at least, and twice as many at most.
  private static let fewest = 25_000

  private struct State {
    var recent: [Key: Record?] = [:]
    /// Those before them.
    var older: [Key: Record?] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// What is known of an id: a record, or that it leads nowhere; `nil` is nothing.
  func known(_ key: Key) -> Record?? { state.withLock { $0.recent[key] ?? $0.older[key] } }

  /// Remembers what an id leads to; `nil` is nowhere.
  func remember(_ record: Record?, as key: Key) {
    state.withLock { state in
      if state.recent.count >= Self.fewest {
        state.older = state.recent
        state.recent = [:]
      }
      state.recent[key] = .some(record)
    }
  }
}
