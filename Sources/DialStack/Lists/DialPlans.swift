// Made from the catalog by scripts/generate.

extension Client {
  /// What callers go through: hours, menus, prompts and who rings.
  public var dialPlans: DialPlans { DialPlans(client: self) }
}

/// What callers go through: hours, menus, prompts and who rings.
public struct DialPlans: Sendable {
  let client: Client

  /// What callers go through: hours, menus, prompts and who rings, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, expand: [DialPlan.Expansion] = [], account: Account.ID
  ) -> Listing<DialPlan> {
    var query = Query()
    query.expand(expand)
    return client.list(.dialPlans, query, limit: limit, account: account)
  }

  /// A dial plan.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: DialPlan.ID, expand: [DialPlan.Expansion] = [], account: Account.ID
  ) async throws -> DialPlan {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.dialPlans, key: id.rawValue, query, account: account)
  }
}
