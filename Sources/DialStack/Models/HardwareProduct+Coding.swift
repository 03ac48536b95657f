// Made from the catalog by scripts/generate.

extension HardwareProduct: Codable {
  private enum Key: String, CodingKey {
    case id, manufacturer, model, sku, active, components
    case deviceType = "device_type"
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
    manufacturer = try item.decodeIfPresent(.manufacturer)
    model = try item.decodeIfPresent(.model)
    sku = try item.decodeIfPresent(.sku)
    deviceType = try item.decodeIfPresent(.deviceType)
    active = try item.decodeIfPresent(.active)
    components = try item.decodeIfPresent(.components)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(manufacturer, forKey: .manufacturer)
    try item.encodeIfPresent(model, forKey: .model)
    try item.encodeIfPresent(sku, forKey: .sku)
    try item.encodeIfPresent(deviceType, forKey: .deviceType)
    try item.encodeIfPresent(active, forKey: .active)
    try item.encodeIfPresent(components, forKey: .components)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
