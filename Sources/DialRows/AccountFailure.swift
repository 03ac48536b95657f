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

// How it is kept in a file.
extension AccountFailure {
  /// Reads a row as ``record`` and ``columns`` write it as JSON; `nil` for what is none.
  package init?(from record: Record) {
    func text(_ name: String) -> String? {
      guard case .text(let text) = record.value(at: FieldPath(name)) else { return nil }
      return text.string
    }
    guard let account = text("account").flatMap({ Account.ID(rawValue: $0) }),
      let resource = text("resource"),
      let kind = text("kind").flatMap({ APIError.Kind(rawValue: $0) }),
      let message = text("message")
    else { return nil }
    self.init(
      of: account, in: resource,
      APIError(
        kind, message, status: record.number(at: "status"), requestID: text("request_id"),
        attempts: record.number(at: "attempts") ?? 0, page: record.number(at: "page")))
  }
}

extension Record {
  /// A whole number at a key; `nil` where there is none.
  package func number(at name: String) -> Int? {
    guard case .number(let number) = value(at: FieldPath(name)) else { return nil }
    return Int(number.string)
  }
}
