// Made from the catalog by scripts/generate.

extension Location: Codable {
  private enum Key: String, CodingKey {
    case id, name, address, status, config
    case primaryDID = "primary_did"
    case emergencyStatus = "e911_status"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `name`, `address`, `status`, `created_at` and
  /// `updated_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    name = try item.decode(String.self, forKey: .name)
    address = try item.decode(Address.self, forKey: .address)
    primaryDID = try item.decodeIfPresent(.primaryDID)
    emergencyStatus = try item.decodeIfPresent(.emergencyStatus)
    status = try item.decode(Status.self, forKey: .status)
    config = try item.decodeIfPresent(.config)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(name, forKey: .name)
    try item.encode(address, forKey: .address)
    try item.encodeIfPresent(primaryDID, forKey: .primaryDID)
    try item.encodeIfPresent(emergencyStatus, forKey: .emergencyStatus)
    try item.encode(status, forKey: .status)
    try item.encodeIfPresent(config, forKey: .config)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
