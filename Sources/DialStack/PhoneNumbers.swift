/// The phone numbers of accounts.
public struct PhoneNumbers: Sendable {
  private let client: Client

  init(client: Client) {
    self.client = client
  }

  /// The numbers of an account, newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - status: which ones; all if there is none.
  public func list(
    limit: Int? = nil, status: PhoneNumber.Status? = nil, account: Account.ID
  ) -> Listing<PhoneNumber> {
    let parameters = status.map { [QueryItem(name: "status", value: $0.rawValue)] } ?? []
    return Listing(
      Endpoint(resource: .numbers, parameters: parameters, account: account), limit: limit,
      over: client.requests)
  }

  /// The first active number of an account, the newest; `nil` if none is active.
  ///
  /// It takes one request for one number.
  /// - Throws: ``APIError``, `CancellationError`.
  public func primary(account: Account.ID) async throws -> PhoneNumber? {
    let page = try await list(limit: 1, status: .active, account: account).firstPage()
    // The API ignores filters that it doesn't know.
    return page.items.first { $0.status == .active }
  }

  /// One number of an account.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(_ id: PhoneNumber.ID, account: Account.ID) async throws -> PhoneNumber {
    try await client.retrieve(.numbers, id: id, account: account)
  }
}
