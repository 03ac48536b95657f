// Made from the catalog by scripts/generate.

extension Queue: Codable {
  private enum Key: String, CodingKey {
    case id, name, strategy, announcements, callback, timeout, exit, extensions, members
    case timeoutSeconds = "timeout_seconds"
    case wrapUpSeconds = "wrap_up_seconds"
    case exitKey = "exit_key"
    case maxQueueLength = "max_queue_length"
    case joinEmpty = "join_empty"
    case leaveWhenEmpty = "leave_when_empty"
    case holdMusicClip = "hold_music_clip"
    case entryPromptClip = "entry_prompt_clip"
    case periodicPromptClip = "periodic_prompt_clip"
    case periodicPromptFrequencySeconds = "periodic_prompt_frequency_seconds"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `name`, `strategy`, `timeout_seconds`,
  /// `wrap_up_seconds`, `max_queue_length`, `join_empty`, `leave_when_empty`, `created_at` and
  /// `updated_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    name = try item.decode(String.self, forKey: .name)
    strategy = try item.decode(Strategy.self, forKey: .strategy)
    timeoutSeconds = try item.decode(Int.self, forKey: .timeoutSeconds)
    wrapUpSeconds = try item.decode(Int.self, forKey: .wrapUpSeconds)
    announcements = try item.decodeIfPresent(.announcements)
    callback = try item.decodeIfPresent(.callback)
    timeout = try item.decodeIfPresent(.timeout)
    exitKey = try item.decodeIfPresent(.exitKey)
    exit = try item.decodeIfPresent(.exit)
    maxQueueLength = try item.decode(Int.self, forKey: .maxQueueLength)
    joinEmpty = try item.decode(String.self, forKey: .joinEmpty)
    leaveWhenEmpty = try item.decode(String.self, forKey: .leaveWhenEmpty)
    holdMusicClip = try item.decodeIfPresent(.holdMusicClip)
    entryPromptClip = try item.decodeIfPresent(.entryPromptClip)
    periodicPromptClip = try item.decodeIfPresent(.periodicPromptClip)
    periodicPromptFrequencySeconds = try item.decodeIfPresent(.periodicPromptFrequencySeconds)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
    extensions = try item.rowsIfPresent(.extensions)
    members = try item.rowsIfPresent(.members)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(name, forKey: .name)
    try item.encode(strategy, forKey: .strategy)
    try item.encode(timeoutSeconds, forKey: .timeoutSeconds)
    try item.encode(wrapUpSeconds, forKey: .wrapUpSeconds)
    try item.encodeIfPresent(announcements, forKey: .announcements)
    try item.encodeIfPresent(callback, forKey: .callback)
    try item.encodeIfPresent(timeout, forKey: .timeout)
    try item.encodeIfPresent(exitKey, forKey: .exitKey)
    try item.encodeIfPresent(exit, forKey: .exit)
    try item.encode(maxQueueLength, forKey: .maxQueueLength)
    try item.encode(joinEmpty, forKey: .joinEmpty)
    try item.encode(leaveWhenEmpty, forKey: .leaveWhenEmpty)
    try item.encodeIfPresent(holdMusicClip, forKey: .holdMusicClip)
    try item.encodeIfPresent(entryPromptClip, forKey: .entryPromptClip)
    try item.encodeIfPresent(periodicPromptClip, forKey: .periodicPromptClip)
    try item.encodeIfPresent(
      periodicPromptFrequencySeconds, forKey: .periodicPromptFrequencySeconds)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
    try item.encodeRows(extensions, forKey: .extensions)
    try item.encodeRows(members, forKey: .members)
  }
}
