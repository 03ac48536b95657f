// Made from the catalog by scripts/generate.

extension VoiceApp: Codable {
  private enum Key: String, CodingKey {
    case id, name, url, status, secret, extensions
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `name`, `url`, `status`, `secret`, `created_at` and
  /// `updated_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    name = try item.decode(String.self, forKey: .name)
    url = try item.decode(String.self, forKey: .url)
    status = try item.decode(Status.self, forKey: .status)
    secret = try item.decode(Secret.self, forKey: .secret)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
    extensions = try item.rowsIfPresent(.extensions)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(name, forKey: .name)
    try item.encode(url, forKey: .url)
    try item.encode(status, forKey: .status)
    try item.encode(secret, forKey: .secret)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
    try item.encodeRows(extensions, forKey: .extensions)
  }
}
