// Made from the catalog by scripts/generate.

extension Client {
  /// The numbers that can't call an account.
  public var blockedNumbers: BlockedNumbers { BlockedNumbers(client: self) }
}

/// The numbers that can't call an account.
public struct BlockedNumbers: Sendable {
  let client: Client

  /// The numbers that can't call an account, the newest first.
  ///
  /// Servers that are older than it answer with an error of the kind `notFound`.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func list(limit: Int? = nil, account: Account.ID) -> Listing<BlockedNumber> {
    client.list(.blockedNumbers, Query(), limit: limit, account: account)
  }

  /// A blocked number.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(_ phoneNumber: String, account: Account.ID) async throws -> BlockedNumber {
    try await client.retrieve(.blockedNumbers, key: phoneNumber, account: account)
  }
}
