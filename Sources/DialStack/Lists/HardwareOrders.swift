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
  ///   - location: a place that one of its items is for; all if there is none.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    location: Location.ID? = nil, expand: [HardwareOrder.Expansion] = [], account: Account.ID
  ) -> Listing<HardwareOrder> {
    var query = Query()
    query.add("location", location)
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

  /// What it would cost to send one order, by each way that there is; `nil` where there is
  /// none.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func shippingQuote(
    of quote: String, order: HardwareOrder.ID, account: Account.ID
  ) async throws -> HardwareOrderShippingQuote? {
    try await client.retrieveIfThere(
      .hardwareOrderShippingQuote, of: ["quote": quote, "order": order.rawValue], account: account)
  }
}
