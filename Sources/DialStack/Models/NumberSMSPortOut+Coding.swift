// Made from the catalog by scripts/generate.

extension NumberSMSPortOut: Codable {
  private enum Key: String, CodingKey {
    case expiresAt = "expires_at"
  }

  /// Reads it as the API writes it: any of its keys may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    expiresAt = try item.timeIfPresent(.expiresAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encodeTime(expiresAt, forKey: .expiresAt)
  }
}
