package import DialRows
package import DialStack

/// What an export has done before it was stopped, as its ledger has it.
package struct ExportProgress: Sendable {
  /// How many bytes of the file stand.
  package internal(set) var bytes = 0
  /// How many rows they are.
  package internal(set) var rows = 0
  /// The accounts whose rows are all there, or as many as could be read; `nil` is the platform.
  package internal(set) var done: Set<Account.ID?> = []
  /// Those that could not be read to their ends.
  package internal(set) var failures: [AccountFailure] = []
  /// Where the rows of those are.
  var brokenSections: [FileSection] = []
  /// The list that was being read, and where it goes on.
  var current: (account: Account.ID?, place: ListPlace)?
  /// The moment that `today` went by, in seconds since 1970.
  package let now: Int

  /// - Parameter done: the accounts that were read.
  package init(now: Int, done: Set<Account.ID?> = []) {
    self.now = now
    self.done = done
  }

  /// Where the list of an account goes on; `nil` is its beginning.
  package func place(in account: Account.ID?) -> ListPlace? {
    current.flatMap { $0.account == account ? $0.place : nil }
  }
}
