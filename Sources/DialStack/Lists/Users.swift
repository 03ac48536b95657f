// Made from the catalog by scripts/generate.

extension Client {
  /// The people of an account who can have a phone.
  public var users: Users { Users(client: self) }
}

/// The people of an account who can have a phone.
public struct Users: Sendable {
  let client: Client

  /// The people of an account who can have a phone, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - search: a part of name or email, in any case of letters.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, search: String? = nil, expand: [User.Expansion] = [], account: Account.ID
  ) -> Listing<User> {
    var query = Query()
    query.add("search", search)
    query.expand(expand)
    return client.list(.users, query, limit: limit, account: account)
  }

  /// A user.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: User.ID, expand: [User.Expansion] = [], account: Account.ID
  ) async throws -> User {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.users, key: id.rawValue, query, account: account)
  }

  /// Whether one person is on a call, or can be called, at this moment.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func presence(of user: User.ID, account: Account.ID) async throws -> UserPresence {
    try await client.retrieve(.userPresence, of: ["user": user.rawValue], account: account)
  }

  /// Whether one person takes the calls of queues; none who never has.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func queueAgent(of user: User.ID, account: Account.ID) async throws -> UserQueueAgent? {
    try await client.retrieveIfThere(.userQueueAgent, of: ["user": user.rawValue], account: account)
  }

  /// What callers of one mailbox hear; none is the system's own.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func greeting(of owner: User.ID, account: Account.ID) async throws -> Greeting? {
    try await client.retrieveIfThere(.greeting, of: ["owner": owner.rawValue], account: account)
  }
}
