// Made from the catalog by scripts/generate.

extension DeskPhoneEvent: Codable {
  private enum Key: String, CodingKey {
    case id, device, details
    case deviceAlias = "device_id"
    case eventType = "event_type"
    case sourceIP = "source_ip"
    case userAgent = "user_agent"
    case createdAt = "created_at"
  }

  /// Reads it as the API writes it: `id`, `device`, `event_type` and `created_at` must be
  /// there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    device = try item.decode(.device, alias: .deviceAlias)
    eventType = try item.decode(EventType.self, forKey: .eventType)
    sourceIP = try item.decodeIfPresent(.sourceIP)
    userAgent = try item.decodeIfPresent(.userAgent)
    details = try item.decodeIfPresent(.details)
    createdAt = try item.time(.createdAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(device, forKey: .device)
    try item.encode(eventType, forKey: .eventType)
    try item.encodeIfPresent(sourceIP, forKey: .sourceIP)
    try item.encodeIfPresent(userAgent, forKey: .userAgent)
    try item.encodeIfPresent(details, forKey: .details)
    try item.encodeTime(createdAt, forKey: .createdAt)
  }
}
