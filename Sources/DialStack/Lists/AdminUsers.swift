// Made from the catalog by scripts/generate.

extension Client {
  /// Those who may administer an account.
  public var adminUsers: AdminUsers { AdminUsers(client: self) }
}

/// Those who may administer an account.
public struct AdminUsers: Sendable {
  let client: Client

  /// Those who may administer an account, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, expand: [AdminUser.Expansion] = [], account: Account.ID
  ) -> Listing<AdminUser> {
    var query = Query()
    query.expand(expand)
    return client.list(.adminUsers, query, limit: limit, account: account)
  }

  /// An admin user.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: AdminUser.ID, expand: [AdminUser.Expansion] = [], account: Account.ID
  ) async throws -> AdminUser {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.adminUsers, key: id.rawValue, query, account: account)
  }
}
