// Made from the catalog by scripts/generate.

extension Client {
  /// Agents that talk with callers.
  public var aiAgents: AIAgents { AIAgents(client: self) }
}

/// Agents that talk with callers.
public struct AIAgents: Sendable {
  let client: Client

  /// Agents that talk with callers, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, expand: [AIAgent.Expansion] = [], account: Account.ID
  ) -> Listing<AIAgent> {
    var query = Query()
    query.expand(expand)
    return client.list(.aiAgents, query, limit: limit, account: account)
  }

  /// An AI agent.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: AIAgent.ID, expand: [AIAgent.Expansion] = [], account: Account.ID
  ) async throws -> AIAgent {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.aiAgents, key: id.rawValue, query, account: account)
  }
}
