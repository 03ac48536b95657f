package import DialRows
package import DialStack

/// A row of the ledger of a run over several accounts: an account whose list could not be read, or not
/// to its end.
package struct AccountFailure: Sendable, Hashable {
  package let account: Account.ID
  /// The resource whose list it is.
  package let resource: String
  package let error: APIError

  package init(of account: Account.ID, in resource: String, _ error: APIError) {
    self.account = account
    self.resource = resource
    self.error = error
  }

  /// What it looks like as a row of `$errors`.
  package var record: Record {
    let count = { (number: Int?) in number.map { Value.integer($0) } ?? .null }
    return Record(cells: [
      .text(account.rawValue), .text(resource), count(error.page), .text(error.kind.rawValue),
      count(error.status), error.requestID.map { .text($0) } ?? .null, .text(error.message),
      .integer(error.attempts),
    ])
  }

  /// The columns of those rows.
  package static let columns: [Column] = {
    let fields: [(name: String, kind: FieldKind)] = [
      ("account", .id), ("resource", .text), ("page", .integer), ("kind", .text),
      ("status", .integer), ("request_id", .text), ("message", .text), ("attempts", .integer),
    ]
    return fields.enumerated().map { Column($1.name, $1.kind, .cell($0)) }
  }()
}

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
