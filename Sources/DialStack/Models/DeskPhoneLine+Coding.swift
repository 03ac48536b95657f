// Made from the catalog by scripts/generate.

extension DeskPhoneLine: Codable {
  private enum Key: String, CodingKey {
    case id, device, endpoint
    case deviceAlias = "device_id"
    case lineNumber = "line_number"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `device`, `endpoint`, `line_number`, `created_at`
  /// and `updated_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    device = try item.decode(.device, alias: .deviceAlias)
    endpoint = try item.decode(String.self, forKey: .endpoint)
    lineNumber = try item.decode(Int.self, forKey: .lineNumber)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(device, forKey: .device)
    try item.encode(endpoint, forKey: .endpoint)
    try item.encode(lineNumber, forKey: .lineNumber)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
