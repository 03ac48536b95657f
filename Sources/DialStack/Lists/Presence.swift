// Made from the catalog by scripts/generate.

extension Client {
  /// What the people, or the park slots, that are named do at this moment.
  public var presence: Presence { Presence(client: self) }
}

/// What the people, or the park slots, that are named do at this moment.
public struct Presence: Sendable {
  let client: Client

  /// What the people, or the park slots, that are named do at this moment.
  ///
  /// Exactly one of `user` and `slot` must name something.
  ///
  /// - Parameters:
  ///   - user: those alone whose ``PresenceEntry/user`` is one of these.
  ///   - slot: those alone whose ``PresenceEntry/slot`` is one of these.
  ///   - account: whose they are.
  public func list(
    user: [User.ID] = [], slot: [Int] = [], account: Account.ID
  ) -> Listing<PresenceEntry> {
    var query = Query()
    query.add("user[]", user)
    query.add("park_slot[]", slot)
    return client.list(.presence, query, account: account)
  }
}
