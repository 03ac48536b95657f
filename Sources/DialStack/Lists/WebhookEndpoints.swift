// Made from the catalog by scripts/generate.

extension Client {
  /// The addresses that are told of events.
  public var webhookEndpoints: WebhookEndpoints { WebhookEndpoints(client: self) }
}

/// The addresses that are told of events.
public struct WebhookEndpoints: Sendable {
  let client: Client

  /// The addresses that are told of events, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are; the platform's own if there is none.
  public func list(limit: Int? = nil, account: Account.ID? = nil) -> Listing<WebhookEndpoint> {
    client.list(.webhookEndpoints, Query(), limit: limit, account: account)
  }

  /// A webhook endpoint.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: WebhookEndpoint.ID, account: Account.ID? = nil
  ) async throws -> WebhookEndpoint {
    try await client.retrieve(.webhookEndpoints, key: id.rawValue, account: account)
  }
}
