// Made from the catalog by scripts/generate.

extension Client {
  /// Mailboxes that several people share.
  public var sharedVoicemailBoxes: SharedVoicemailBoxes { SharedVoicemailBoxes(client: self) }
}

/// Mailboxes that several people share.
public struct SharedVoicemailBoxes: Sendable {
  let client: Client

  /// Mailboxes that several people share.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func list(limit: Int? = nil, account: Account.ID) -> Listing<SharedVoicemailBox> {
    client.list(.sharedVoicemailBoxes, Query(), limit: limit, account: account)
  }

  /// What callers of one mailbox hear; none is the system's own.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func greeting(
    of owner: SharedVoicemailBox.ID, account: Account.ID
  ) async throws -> Greeting? {
    try await client.retrieveIfThere(.greeting, of: ["owner": owner.rawValue], account: account)
  }
}
