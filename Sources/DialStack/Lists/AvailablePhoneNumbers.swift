// Made from the catalog by scripts/generate.

extension Client {
  /// Numbers that could be bought, of the place that is asked for.
  public var availablePhoneNumbers: AvailablePhoneNumbers { AvailablePhoneNumbers(client: self) }
}

/// Numbers that could be bought, of the place that is asked for.
public struct AvailablePhoneNumbers: Sendable {
  let client: Client

  /// Numbers that could be bought, of the place that is asked for.
  ///
  /// - Parameters:
  ///   - limit: how many an answer has, which is all there is, 1 to 100. The default is 100.
  ///   - areaCode: its first three digits; all if there is none.
  ///   - state: those alone whose ``AvailablePhoneNumber/state`` it is; all if there is none. The API may send others, too.
  ///   - city: those alone whose ``AvailablePhoneNumber/city`` it is; all if there is none. The API may send others, too.
  ///   - zip: a ZIP code near by; all if there is none.
  ///   - npaNxx: its first six digits; all if there is none.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, areaCode: String? = nil, state: String? = nil, city: String? = nil,
    zip: String? = nil, npaNxx: String? = nil, account: Account.ID
  ) -> Listing<AvailablePhoneNumber> {
    var query = Query()
    query.add("area_code", areaCode)
    query.add("state", state)
    query.add("city", city)
    query.add("zip", zip)
    query.add("npa_nxx", npaNxx)
    return client.list(.availablePhoneNumbers, query, limit: limit, account: account)
  }
}
