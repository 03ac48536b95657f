// Made from the catalog by scripts/generate.

extension ButtonOverride: Codable {
  private enum Key: String, CodingKey {
    case id, device, position, suppressed, label, type, target
    case deviceAlias = "device_id"
    case createdAt = "created_at"
  }

  /// Reads it as the API writes it: `id`, `device`, `position`, `suppressed` and `created_at`
  /// must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    device = try item.decode(.device, alias: .deviceAlias)
    position = try item.decode(Int.self, forKey: .position)
    suppressed = try item.decode(Bool.self, forKey: .suppressed)
    label = try item.decodeIfPresent(.label)
    type = try item.decodeIfPresent(.type)
    target = try item.decodeIfPresent(.target)
    createdAt = try item.time(.createdAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(device, forKey: .device)
    try item.encode(position, forKey: .position)
    try item.encode(suppressed, forKey: .suppressed)
    try item.encodeIfPresent(label, forKey: .label)
    try item.encodeIfPresent(type, forKey: .type)
    try item.encodeIfPresent(target, forKey: .target)
    try item.encodeTime(createdAt, forKey: .createdAt)
  }
}
