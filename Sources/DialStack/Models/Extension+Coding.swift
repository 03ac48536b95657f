// Made from the catalog by scripts/generate.

extension Extension: Codable {
  private enum Key: String, CodingKey {
    case number, target, status
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `number`, `target`, `status`, `created_at` and
  /// `updated_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    number = try item.decode(String.self, forKey: .number)
    target = try item.decode(String.self, forKey: .target)
    status = try item.decode(Status.self, forKey: .status)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(number, forKey: .number)
    try item.encode(target, forKey: .target)
    try item.encode(status, forKey: .status)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
