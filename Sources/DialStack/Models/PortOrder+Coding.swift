// Made from the catalog by scripts/generate.

extension PortOrder: Codable {
  private enum Key: String, CodingKey {
    case id, status, details
    case submittedAt = "submitted_at"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `status`, `details`, `created_at` and `updated_at`
  /// must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    status = try item.decode(Status.self, forKey: .status)
    details = try item.decode(Details.self, forKey: .details)
    submittedAt = try item.timeIfPresent(.submittedAt)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(status, forKey: .status)
    try item.encode(details, forKey: .details)
    try item.encodeTime(submittedAt, forKey: .submittedAt)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
