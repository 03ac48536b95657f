// Made from the catalog by scripts/generate.

extension DECTBase: Codable {
  private enum Key: String, CodingKey {
    case id, name, model, status, location
    case macAddress = "mac_address"
    case locationAlias = "location_id"
    case currentIPAddress = "current_ip_address"
    case createdAt = "created_at"
  }

  /// Reads it as the API writes it: `id` and `created_at` must be there, the rest may be
  /// absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    name = try item.decodeIfPresent(.name)
    model = try item.decodeIfPresent(.model)
    macAddress = try item.decodeIfPresent(.macAddress)
    status = try item.decodeIfPresent(.status)
    location = try item.decodeIfPresent(.location, alias: .locationAlias)
    currentIPAddress = try item.decodeIfPresent(.currentIPAddress)
    createdAt = try item.time(.createdAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(name, forKey: .name)
    try item.encodeIfPresent(model, forKey: .model)
    try item.encodeIfPresent(macAddress, forKey: .macAddress)
    try item.encodeIfPresent(status, forKey: .status)
    try item.encodeIfPresent(location, forKey: .location)
    try item.encodeIfPresent(currentIPAddress, forKey: .currentIPAddress)
    try item.encodeTime(createdAt, forKey: .createdAt)
  }
}
