// Made from the catalog by scripts/generate.

extension Client {
  /// Programs of others that calls are handed to.
  public var voiceApps: VoiceApps { VoiceApps(client: self) }
}

/// Programs of others that calls are handed to.
public struct VoiceApps: Sendable {
  let client: Client

  /// Programs of others that calls are handed to, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, expand: [VoiceApp.Expansion] = [], account: Account.ID
  ) -> Listing<VoiceApp> {
    var query = Query()
    query.expand(expand)
    return client.list(.voiceApps, query, limit: limit, account: account)
  }

  /// A voice app.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: VoiceApp.ID, expand: [VoiceApp.Expansion] = [], account: Account.ID
  ) async throws -> VoiceApp {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.voiceApps, key: id.rawValue, query, account: account)
  }
}
