/// The accounts of the platform.
public struct Accounts: Sendable {
  private let client: Client

  init(client: Client) {
    self.client = client
  }

  /// The accounts, newest first.
  ///
  /// - Parameter limit: how many a page holds, 1 to 100. The default is 100.
  public func list(limit: Int? = nil) -> Listing<Account> {
    Listing(
      Endpoint(resource: .accounts, parameters: [], account: nil), limit: limit,
      over: client.requests)
  }

  /// One account.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(_ id: Account.ID) async throws -> Account {
    try await client.retrieve(.accounts, id: id, account: nil)
  }
}
