// Made from the catalog by scripts/generate.

extension Client {
  /// The faxes of an account, sent and received.
  public var faxes: Faxes { Faxes(client: self) }
}

/// The faxes of an account, sent and received.
public struct Faxes: Sendable {
  let client: Client

  /// The faxes of an account, sent and received, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - direction: those alone whose ``Fax/direction`` it is; all if there is none.
  ///   - status: those alone whose ``Fax/status`` it is; all if there is none.
  ///   - did: those alone whose ``Fax/did`` it is; all if there is none.
  ///   - isRead: whether ``Fax/readAt`` has a value; all if there is none.
  ///   - number: some digits of from_number or to_number.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, direction: Fax.Direction? = nil, status: Fax.Status? = nil,
    did: PhoneNumber.ID? = nil, isRead: Bool? = nil, number: String? = nil,
    expand: [Fax.Expansion] = [], account: Account.ID
  ) -> Listing<Fax> {
    var query = Query()
    query.add("direction", direction)
    query.add("status", status)
    query.add("did", did)
    query.add("is_read", isRead)
    query.add("number", number)
    query.expand(expand)
    return client.list(.faxes, query, limit: limit, account: account)
  }

  /// A fax.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: Fax.ID, expand: [Fax.Expansion] = [], account: Account.ID
  ) async throws -> Fax {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.faxes, key: id.rawValue, query, account: account)
  }
}
