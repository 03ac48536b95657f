// Made from the catalog by scripts/generate.

extension Greeting: Codable {
  private enum Key: String, CodingKey {
    case owner, format, url
    case greetingType = "greeting_type"
    case audioClip = "audio_clip"
    case durationSeconds = "duration_seconds"
    case sizeBytes = "size_bytes"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `owner` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    owner = try item.decode(String.self, forKey: .owner)
    greetingType = try item.decodeIfPresent(.greetingType)
    format = try item.decodeIfPresent(.format)
    audioClip = try item.decodeIfPresent(.audioClip)
    durationSeconds = try item.decodeIfPresent(.durationSeconds)
    sizeBytes = try item.decodeIfPresent(.sizeBytes)
    url = try item.decodeIfPresent(.url)
    updatedAt = try item.timeIfPresent(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(owner, forKey: .owner)
    try item.encodeIfPresent(greetingType, forKey: .greetingType)
    try item.encodeIfPresent(format, forKey: .format)
    try item.encodeIfPresent(audioClip, forKey: .audioClip)
    try item.encodeIfPresent(durationSeconds, forKey: .durationSeconds)
    try item.encodeIfPresent(sizeBytes, forKey: .sizeBytes)
    try item.encodeIfPresent(url, forKey: .url)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
