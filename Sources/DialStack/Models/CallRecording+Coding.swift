// Made from the catalog by scripts/generate.

extension CallRecording: Codable {
  private enum Key: String, CodingKey {
    case durationSeconds = "duration_seconds"
    case fileSizeBytes = "file_size_bytes"
    case downloadURL = "download_url"
    case expiresAt = "expires_at"
  }

  /// Reads it as the API writes it: `download_url` must be there, the rest may be absent or
  /// null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    durationSeconds = try item.decodeIfPresent(.durationSeconds)
    fileSizeBytes = try item.decodeIfPresent(.fileSizeBytes)
    downloadURL = try item.decode(String.self, forKey: .downloadURL)
    expiresAt = try item.timeIfPresent(.expiresAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encodeIfPresent(durationSeconds, forKey: .durationSeconds)
    try item.encodeIfPresent(fileSizeBytes, forKey: .fileSizeBytes)
    try item.encode(downloadURL, forKey: .downloadURL)
    try item.encodeTime(expiresAt, forKey: .expiresAt)
  }
}
