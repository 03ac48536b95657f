// Made from the catalog by scripts/generate.

extension Client {
  /// Numbers that were bought or given back.
  public var phoneNumberOrders: PhoneNumberOrders { PhoneNumberOrders(client: self) }
}

/// Numbers that were bought or given back.
public struct PhoneNumberOrders: Sendable {
  let client: Client

  /// Numbers that were bought or given back, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - status: those alone whose ``PhoneNumberOrder/status`` it is; all if there is none.
  ///   - orderType: those alone whose ``PhoneNumberOrder/orderType`` it is; all if there is none.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, status: PhoneNumberOrder.Status? = nil,
    orderType: PhoneNumberOrder.OrderType? = nil, account: Account.ID
  ) -> Listing<PhoneNumberOrder> {
    var query = Query()
    query.add("status", status)
    query.add("order_type", orderType)
    return client.list(.phoneNumberOrders, query, limit: limit, account: account)
  }

  /// A phone number order.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(_ id: PhoneNumberOrder.ID, account: Account.ID) async throws
    -> PhoneNumberOrder
  {
    try await client.retrieve(.phoneNumberOrders, key: id.rawValue, account: account)
  }
}
