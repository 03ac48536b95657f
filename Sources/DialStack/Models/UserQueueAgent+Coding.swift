// Made from the catalog by scripts/generate.

extension UserQueueAgent: Codable {
  private enum Key: String, CodingKey {
    case status
    case pausedAt = "paused_at"
    case pauseReason = "pause_reason"
    case loggedInAt = "logged_in_at"
    case inCallSince = "in_call_since"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `status` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    status = try item.decode(Status.self, forKey: .status)
    pausedAt = try item.timeIfPresent(.pausedAt)
    pauseReason = try item.decodeIfPresent(.pauseReason)
    loggedInAt = try item.timeIfPresent(.loggedInAt)
    inCallSince = try item.timeIfPresent(.inCallSince)
    updatedAt = try item.timeIfPresent(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(status, forKey: .status)
    try item.encodeTime(pausedAt, forKey: .pausedAt)
    try item.encodeIfPresent(pauseReason, forKey: .pauseReason)
    try item.encodeTime(loggedInAt, forKey: .loggedInAt)
    try item.encodeTime(inCallSince, forKey: .inCallSince)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
