// Made from the catalog by scripts/generate.

extension DECTHandset: Codable {
  private enum Key: String, CodingKey {
    case id, base, ipei, status, model, extensions
    case slotNumber = "slot_number"
    case displayName = "display_name"
    case firmwareVersion = "firmware_version"
    case registeredAt = "registered_at"
  }

  /// Reads it as the API writes it: `id`, `ipei`, `status` and `slot_number` must be there,
  /// the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    base = try item.decodeIfPresent(.base)
    ipei = try item.decode(String.self, forKey: .ipei)
    status = try item.decode(Status.self, forKey: .status)
    slotNumber = try item.decode(Int.self, forKey: .slotNumber)
    displayName = try item.decodeIfPresent(.displayName)
    model = try item.decodeIfPresent(.model)
    firmwareVersion = try item.decodeIfPresent(.firmwareVersion)
    registeredAt = try item.timeIfPresent(.registeredAt)
    extensions = try item.decodeIfPresent(.extensions)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(base, forKey: .base)
    try item.encode(ipei, forKey: .ipei)
    try item.encode(status, forKey: .status)
    try item.encode(slotNumber, forKey: .slotNumber)
    try item.encodeIfPresent(displayName, forKey: .displayName)
    try item.encodeIfPresent(model, forKey: .model)
    try item.encodeIfPresent(firmwareVersion, forKey: .firmwareVersion)
    try item.encodeTime(registeredAt, forKey: .registeredAt)
    try item.encodeIfPresent(extensions, forKey: .extensions)
  }
}
