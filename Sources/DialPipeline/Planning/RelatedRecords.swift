import DialRows
package import DialStack
import Synchronization

/// The records that ids led to in a session, so that each is asked for once.
package final class RelatedRecords: Sendable {
  /// What an id is the id of.
  package struct Key: Sendable, Hashable {
    /// The name of the list.
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

  /// So many are remembered; then it begins anew.
  private static let most = 50_000

  private let records = Mutex<[Key: Record?]>([:])

  package init() {}

  /// What is known of an id: a record, or that it leads nowhere; `nil` is nothing.
  func known(_ key: Key) -> Record?? { records.withLock { $0[key] } }

  /// Remembers what an id leads to; `nil` is nowhere.
  func remember(_ record: Record?, as key: Key) {
    records.withLock { records in
      if records.count >= Self.most { records.removeAll() }
      records[key] = .some(record)
    }
  }
}
