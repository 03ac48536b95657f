package import DialRows

/// How a run over several accounts went.
package struct AccountBooks: Sendable, Hashable {
  /// How many accounts there were, as far as the run came.
  package let accounts: Int
  /// Those that could not be read, in the order of the accounts.
  package let failures: [AccountFailure]

  package init(accounts: Int, failures: [AccountFailure]) {
    self.accounts = accounts
    self.failures = failures
  }

  /// `411 of 413 accounts`.
  package var share: String { "\(accounts - failures.count) of \(accounts) accounts" }
}
