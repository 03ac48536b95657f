// Made from the catalog by scripts/generate.

extension Client {
  /// Where callers wait until somebody is free.
  public var queues: Queues { Queues(client: self) }
}

/// Where callers wait until somebody is free.
public struct Queues: Sendable {
  let client: Client

  /// Where callers wait until somebody is free, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, expand: [Queue.Expansion] = [], account: Account.ID
  ) -> Listing<Queue> {
    var query = Query()
    query.expand(expand)
    return client.list(.queues, query, limit: limit, account: account)
  }

  /// A queue.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: Queue.ID, expand: [Queue.Expansion] = [], account: Account.ID
  ) async throws -> Queue {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.queues, key: id.rawValue, query, account: account)
  }

  /// Who answers the calls of one queue, the newest first.
  ///
  /// - Parameters:
  ///   - queue: the queue.
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func members(
    of queue: Queue.ID, limit: Int? = nil, account: Account.ID
  ) -> Listing<QueueMember> {
    client.list(
      .queueMembers, of: ["queue": queue.rawValue], Query(), limit: limit, account: account)
  }
}
