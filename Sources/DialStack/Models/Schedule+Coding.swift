// Made from the catalog by scripts/generate.

extension Schedule: Codable {
  private enum Key: String, CodingKey {
    case id, name, timezone, ranges, holidays
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `name`, `timezone`, `ranges`, `holidays`,
  /// `created_at` and `updated_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    name = try item.decode(String.self, forKey: .name)
    timezone = try item.decode(String.self, forKey: .timezone)
    ranges = try item.decode([Range].self, forKey: .ranges)
    holidays = try item.decode([Holiday].self, forKey: .holidays)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(name, forKey: .name)
    try item.encode(timezone, forKey: .timezone)
    try item.encode(ranges, forKey: .ranges)
    try item.encode(holidays, forKey: .holidays)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
