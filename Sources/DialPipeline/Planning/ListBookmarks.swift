package import DialRows
package import DialStack

/// The moments before which rows of lists are not wanted, since an earlier run has read them.
package struct ListBookmarks: Sendable {
  /// The moment for accounts that have none of their own; `nil` is before all rows.
  private let start: Timestamp?
  private var times: [Account.ID?: Timestamp] = [:]

  package init(start: Timestamp? = nil) {
    self.start = start
  }

  /// The moment for the list of an account; `nil` is the platform, and where all rows are wanted.
  package subscript(account: Account.ID?) -> Timestamp? {
    get { times[account] ?? start }
    set { times[account] = newValue }
  }
}
