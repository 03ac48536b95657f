// Made from the catalog by scripts/generate.

extension QueueMember: Codable {
  private enum Key: String, CodingKey {
    case id, queue, user, penalty, position
    case queueAlias = "queue_id"
    case userAlias = "user_id"
    case createdAt = "created_at"
  }

  /// Reads it as the API writes it: `id`, `queue`, `user`, `penalty`, `position` and
  /// `created_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    queue = try item.decode(.queue, alias: .queueAlias)
    user = try item.decode(.user, alias: .userAlias)
    penalty = try item.decode(Int.self, forKey: .penalty)
    position = try item.decode(Int.self, forKey: .position)
    createdAt = try item.time(.createdAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(queue, forKey: .queue)
    try item.encode(user, forKey: .user)
    try item.encode(penalty, forKey: .penalty)
    try item.encode(position, forKey: .position)
    try item.encodeTime(createdAt, forKey: .createdAt)
  }
}
