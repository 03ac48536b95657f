// Made from the catalog by scripts/generate.

extension Client {
  /// The phone numbers (DIDs) of an account.
  public var phoneNumbers: PhoneNumbers { PhoneNumbers(client: self) }
}

/// The phone numbers (DIDs) of an account.
public struct PhoneNumbers: Sendable {
  let client: Client

  /// The phone numbers (DIDs) of an account, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - status: those alone whose ``PhoneNumber/status`` it is; all if there is none.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, status: PhoneNumber.Status? = nil, account: Account.ID
  ) -> Listing<PhoneNumber> {
    var query = Query()
    query.add("status", status)
    return client.list(.numbers, query, limit: limit, account: account)
  }

  /// A phone number.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(_ id: PhoneNumber.ID, account: Account.ID) async throws -> PhoneNumber {
    try await client.retrieve(.numbers, key: id.rawValue, account: account)
  }

  /// Until when the text messages of one number may go to another carrier.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func smsPortOut(of number: PhoneNumber.ID, account: Account.ID) async throws
    -> NumberSMSPortOut
  {
    try await client.retrieve(.numberSMSPortOut, of: ["number": number.rawValue], account: account)
  }
}
