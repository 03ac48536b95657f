// Made from the catalog by scripts/generate.

extension Voicemail: Codable {
  private enum Key: String, CodingKey {
    case id, owner, format, summary, sentiment, call
    case fromNumber = "from_number"
    case fromName = "from_name"
    case durationSeconds = "duration_seconds"
    case audioURL = "audio_url"
    case isRead = "is_read"
    case createdAt = "created_at"
    case readAt = "read_at"
  }

  /// Reads it as the API writes it: `id`, `from_number`, `duration_seconds`, `audio_url`,
  /// `is_read` and `created_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    owner = try item.decodeIfPresent(.owner)
    fromNumber = try item.decode(String.self, forKey: .fromNumber)
    fromName = try item.decodeIfPresent(.fromName)
    durationSeconds = try item.decode(Int.self, forKey: .durationSeconds)
    format = try item.decodeIfPresent(.format)
    audioURL = try item.decode(String.self, forKey: .audioURL)
    isRead = try item.decode(Bool.self, forKey: .isRead)
    createdAt = try item.time(.createdAt)
    readAt = try item.timeIfPresent(.readAt)
    summary = try item.decodeIfPresent(.summary)
    sentiment = try item.decodeIfPresent(.sentiment)
    call = try item.decodeIfPresent(.call)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(owner, forKey: .owner)
    try item.encode(fromNumber, forKey: .fromNumber)
    try item.encodeIfPresent(fromName, forKey: .fromName)
    try item.encode(durationSeconds, forKey: .durationSeconds)
    try item.encodeIfPresent(format, forKey: .format)
    try item.encode(audioURL, forKey: .audioURL)
    try item.encode(isRead, forKey: .isRead)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(readAt, forKey: .readAt)
    try item.encodeIfPresent(summary, forKey: .summary)
    try item.encodeIfPresent(sentiment, forKey: .sentiment)
    try item.encodeIfPresent(call, forKey: .call)
  }
}
