// Made from the catalog by scripts/generate.

extension Client {
  /// Numbers that are brought along from other carriers.
  public var portOrders: PortOrders { PortOrders(client: self) }
}

/// Numbers that are brought along from other carriers.
public struct PortOrders: Sendable {
  let client: Client

  /// Numbers that are brought along from other carriers, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - status: those alone whose ``PortOrder/status`` it is; all if there is none.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, status: PortOrder.Status? = nil, account: Account.ID
  ) -> Listing<PortOrder> {
    var query = Query()
    query.add("status", status)
    return client.list(.portOrders, query, limit: limit, account: account)
  }

  /// A port order.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(_ id: PortOrder.ID, account: Account.ID) async throws -> PortOrder {
    try await client.retrieve(.portOrders, key: id.rawValue, account: account)
  }
}
