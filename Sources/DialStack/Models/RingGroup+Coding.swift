// Made from the catalog by scripts/generate.

extension RingGroup: Codable {
  private enum Key: String, CodingKey {
    case id, name, members, extensions
    case timeoutSeconds = "timeout_seconds"
    case ignoreForwarding = "ignore_forwarding"
    case confirmExternal = "confirm_external"
    case timeoutAction = "timeout_action"
    case timeoutTarget = "timeout_target"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `name`, `timeout_seconds`, `ignore_forwarding`,
  /// `members`, `created_at` and `updated_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    name = try item.decode(String.self, forKey: .name)
    timeoutSeconds = try item.decode(Int.self, forKey: .timeoutSeconds)
    ignoreForwarding = try item.decode(Bool.self, forKey: .ignoreForwarding)
    confirmExternal = try item.decodeIfPresent(.confirmExternal)
    timeoutAction = try item.decodeIfPresent(.timeoutAction)
    timeoutTarget = try item.decodeIfPresent(.timeoutTarget)
    members = try item.decode([Member].self, forKey: .members)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
    extensions = try item.rowsIfPresent(.extensions)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(name, forKey: .name)
    try item.encode(timeoutSeconds, forKey: .timeoutSeconds)
    try item.encode(ignoreForwarding, forKey: .ignoreForwarding)
    try item.encodeIfPresent(confirmExternal, forKey: .confirmExternal)
    try item.encodeIfPresent(timeoutAction, forKey: .timeoutAction)
    try item.encodeIfPresent(timeoutTarget, forKey: .timeoutTarget)
    try item.encode(members, forKey: .members)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
    try item.encodeRows(extensions, forKey: .extensions)
  }
}

extension RingGroup.Member: Codable {
  private enum Key: String, CodingKey {
    case id, `extension`
    case phoneNumber = "phone_number"
    case createdAt = "created_at"
  }

  /// Reads it as the API writes it: `id` and `created_at` must be there, the rest may be
  /// absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    self.extension = try item.decodeIfPresent(.extension)
    phoneNumber = try item.decodeIfPresent(.phoneNumber)
    createdAt = try item.time(.createdAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(self.extension, forKey: .extension)
    try item.encodeIfPresent(phoneNumber, forKey: .phoneNumber)
    try item.encodeTime(createdAt, forKey: .createdAt)
  }
}
