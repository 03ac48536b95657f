// Made from the catalog by scripts/generate.

extension BlockedNumber: Codable {
  private enum Key: String, CodingKey {
    case description, object
    case phoneNumber = "phone_number"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `phone_number`, `created_at`, `updated_at` and `object`
  /// must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    phoneNumber = try item.decode(String.self, forKey: .phoneNumber)
    description = try item.decodeIfPresent(.description)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
    object = try item.decode(String.self, forKey: .object)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(phoneNumber, forKey: .phoneNumber)
    try item.encodeIfPresent(description, forKey: .description)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
    try item.encode(object, forKey: .object)
  }
}
