// Made from the catalog by scripts/generate.

extension WebhookEndpoint: Codable {
  private enum Key: String, CodingKey {
    case id, url, livemode, status, description, secret
    case enabledEvents = "enabled_events"
    case createdAt = "created_at"
  }

  /// Reads it as the API writes it: `id`, `url`, `livemode`, `enabled_events`, `status` and
  /// `created_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    url = try item.decode(String.self, forKey: .url)
    livemode = try item.decode(Bool.self, forKey: .livemode)
    enabledEvents = try item.decode([String].self, forKey: .enabledEvents)
    status = try item.decode(Status.self, forKey: .status)
    description = try item.decodeIfPresent(.description)
    secret = try item.decodeIfPresent(.secret)
    createdAt = try item.time(.createdAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(url, forKey: .url)
    try item.encode(livemode, forKey: .livemode)
    try item.encode(enabledEvents, forKey: .enabledEvents)
    try item.encode(status, forKey: .status)
    try item.encodeIfPresent(description, forKey: .description)
    try item.encodeIfPresent(secret, forKey: .secret)
    try item.encodeTime(createdAt, forKey: .createdAt)
  }
}
