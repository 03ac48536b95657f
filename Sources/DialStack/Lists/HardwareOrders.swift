// Made from the catalog by scripts/generate.

extension Client {
  /// Phones that were ordered, drafts included.
  public var hardwareOrders: HardwareOrders { HardwareOrders(client: self) }
}

/// Phones that were ordered, drafts included.
public struct HardwareOrders: Sendable {
  let client: Client

  /// Phones that were ordered, drafts included.
  ///
  /// - Parameters:
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    expand: [HardwareOrder.Expansion] = [], account: Account.ID
  ) -> Listing<HardwareOrder> {
    var query = Query()
    query.expand(expand)
    return client.list(.hardwareOrders, query, account: account)
  }

  /// A hardware order.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: HardwareOrder.ID, expand: [HardwareOrder.Expansion] = [], account: Account.ID
  ) async throws -> HardwareOrder {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.hardwareOrders, key: id.rawValue, query, account: account)
  }
}
