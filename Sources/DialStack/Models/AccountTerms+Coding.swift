// Made from the catalog by scripts/generate.

extension AccountTerms.Acceptance: Codable {
  private enum Key: String, CodingKey {
    case ip, pricing
    case acceptedAt = "accepted_at"
    case userAgent = "user_agent"
  }

  /// Reads it as the API writes it: any of its keys may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    acceptedAt = try item.timeIfPresent(.acceptedAt)
    ip = try item.decodeIfPresent(.ip)
    userAgent = try item.decodeIfPresent(.userAgent)
    pricing = try item.decodeIfPresent(.pricing)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encodeTime(acceptedAt, forKey: .acceptedAt)
    try item.encodeIfPresent(ip, forKey: .ip)
    try item.encodeIfPresent(userAgent, forKey: .userAgent)
    try item.encodeIfPresent(pricing, forKey: .pricing)
  }
}
