// Made from the catalog by scripts/generate.

extension DeviceUser: Codable {
  private enum Key: String, CodingKey {
    case user, device
    case userAlias = "user_id"
    case deviceAlias = "device_id"
    case lineNumber = "line_number"
    case createdAt = "created_at"
  }

  /// Reads it as the API writes it: `user`, `device` and `created_at` must be there, the rest
  /// may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    user = try item.decode(.user, alias: .userAlias)
    device = try item.decode(.device, alias: .deviceAlias)
    lineNumber = try item.decodeIfPresent(.lineNumber)
    createdAt = try item.time(.createdAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(user, forKey: .user)
    try item.encode(device, forKey: .device)
    try item.encodeIfPresent(lineNumber, forKey: .lineNumber)
    try item.encodeTime(createdAt, forKey: .createdAt)
  }
}
