// Made from the catalog by scripts/generate.

extension Listener: Codable {
  private enum Key: String, CodingKey {
    case id, url, channel
    case call = "call_id"
    case createdAt = "created_at"
  }

  /// Reads it as the API writes it: `id`, `call_id`, `url`, `channel` and `created_at` must be
  /// there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    call = try item.decode(Call.ID.self, forKey: .call)
    url = try item.decode(String.self, forKey: .url)
    channel = try item.decode(Channel.self, forKey: .channel)
    createdAt = try item.time(.createdAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(call, forKey: .call)
    try item.encode(url, forKey: .url)
    try item.encode(channel, forKey: .channel)
    try item.encodeTime(createdAt, forKey: .createdAt)
  }
}
