// Made from the catalog by scripts/generate.

extension FaxFile: Codable {
  private enum Key: String, CodingKey {
    case id, purpose, filename, type, size, url
    case mimeType = "mime_type"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `created_at` and `updated_at` must be there, the
  /// rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    purpose = try item.decodeIfPresent(.purpose)
    filename = try item.decodeIfPresent(.filename)
    type = try item.decodeIfPresent(.type)
    mimeType = try item.decodeIfPresent(.mimeType)
    size = try item.decodeIfPresent(.size)
    url = try item.decodeIfPresent(.url)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(purpose, forKey: .purpose)
    try item.encodeIfPresent(filename, forKey: .filename)
    try item.encodeIfPresent(type, forKey: .type)
    try item.encodeIfPresent(mimeType, forKey: .mimeType)
    try item.encodeIfPresent(size, forKey: .size)
    try item.encodeIfPresent(url, forKey: .url)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
