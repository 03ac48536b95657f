// Made from the catalog by scripts/generate.

extension AdminUser: Codable {
  private enum Key: String, CodingKey {
    case id, name, email, role, user
    case createdAt = "created_at"
  }

  /// Reads it as the API writes it: `id`, `email`, `role` and `created_at` must be there, the
  /// rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    name = try item.decodeIfPresent(.name)
    email = try item.decode(String.self, forKey: .email)
    role = try item.decode(Role.self, forKey: .role)
    user = try item.decodeIfPresent(.user)
    createdAt = try item.time(.createdAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(name, forKey: .name)
    try item.encode(email, forKey: .email)
    try item.encode(role, forKey: .role)
    try item.encodeIfPresent(user, forKey: .user)
    try item.encodeTime(createdAt, forKey: .createdAt)
  }
}
