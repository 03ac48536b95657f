// Made from the catalog by scripts/generate.

extension Client {
  /// People who ring together.
  public var ringGroups: RingGroups { RingGroups(client: self) }
}

/// People who ring together.
public struct RingGroups: Sendable {
  let client: Client

  /// People who ring together, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, expand: [RingGroup.Expansion] = [], account: Account.ID
  ) -> Listing<RingGroup> {
    var query = Query()
    query.expand(expand)
    return client.list(.ringGroups, query, limit: limit, account: account)
  }

  /// A ring group.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: RingGroup.ID, expand: [RingGroup.Expansion] = [], account: Account.ID
  ) async throws -> RingGroup {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.ringGroups, key: id.rawValue, query, account: account)
  }
}
