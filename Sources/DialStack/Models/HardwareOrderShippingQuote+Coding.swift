// Made from the catalog by scripts/generate.

extension HardwareOrderShippingQuote: Codable {
  private enum Key: String, CodingKey {
    case id, options, items, object
    case hardwareOrder = "hardware_order"
    case shipToAddress = "ship_to_address"
    case expiresAt = "expires_at"
    case createdAt = "created_at"
  }

  /// Reads it as the API writes it: `id`, `hardware_order`, `options`, `items`,
  /// `ship_to_address`, `expires_at`, `created_at` and `object` must be there, the rest may be
  /// absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    hardwareOrder = try item.decode(HardwareOrder.ID.self, forKey: .hardwareOrder)
    options = try item.decode([JSONValue].self, forKey: .options)
    items = try item.decode([JSONValue].self, forKey: .items)
    shipToAddress = try item.decode(ShipToAddress.self, forKey: .shipToAddress)
    expiresAt = try item.time(.expiresAt)
    createdAt = try item.time(.createdAt)
    object = try item.decode(String.self, forKey: .object)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(hardwareOrder, forKey: .hardwareOrder)
    try item.encode(options, forKey: .options)
    try item.encode(items, forKey: .items)
    try item.encode(shipToAddress, forKey: .shipToAddress)
    try item.encodeTime(expiresAt, forKey: .expiresAt)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encode(object, forKey: .object)
  }
}
