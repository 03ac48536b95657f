// Made from the catalog by scripts/generate.

extension User: Codable {
  private enum Key: String, CodingKey {
    case id, name, email, location, config, extensions
    case doNotDisturb = "do_not_disturb"
    case voicemailGreetingClip = "voicemail_greeting_clip"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `do_not_disturb`, `created_at` and `updated_at` must
  /// be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    name = try item.decodeIfPresent(.name)
    email = try item.decodeIfPresent(.email)
    location = try item.decodeIfPresent(.location)
    config = try item.decodeIfPresent(.config)
    doNotDisturb = try item.decode(Bool.self, forKey: .doNotDisturb)
    voicemailGreetingClip = try item.decodeIfPresent(.voicemailGreetingClip)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
    extensions = try item.rowsIfPresent(.extensions)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(name, forKey: .name)
    try item.encodeIfPresent(email, forKey: .email)
    try item.encodeIfPresent(location, forKey: .location)
    try item.encodeIfPresent(config, forKey: .config)
    try item.encode(doNotDisturb, forKey: .doNotDisturb)
    try item.encodeIfPresent(voicemailGreetingClip, forKey: .voicemailGreetingClip)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
    try item.encodeRows(extensions, forKey: .extensions)
  }
}
