// Made from the catalog by scripts/generate.

extension Client {
  /// The places of an account.
  public var locations: Locations { Locations(client: self) }
}

/// The places of an account.
public struct Locations: Sendable {
  let client: Client

  /// The places of an account, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func list(limit: Int? = nil, account: Account.ID) -> Listing<Location> {
    client.list(.locations, Query(), limit: limit, account: account)
  }

  /// A location.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(_ id: Location.ID, account: Account.ID) async throws -> Location {
    try await client.retrieve(.locations, key: id.rawValue, account: account)
  }
}
