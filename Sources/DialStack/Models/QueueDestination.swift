// Made from the catalog by scripts/generate.

/// Where a call goes that waited too long.
public struct QueueDestination: Sendable, Hashable, Codable {
  /// Which of the others it is.
  public var type: Kind?
  /// Who rings: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  public var user: User.ID?
  /// Whose mailbox takes it: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  public var voicemail: String?
  /// The next queue: `qu_124`. Servers that are older than it don't send it.
  public var queue: Queue.ID?

  private enum CodingKeys: String, CodingKey {
    case type, user, voicemail, queue
  }
}
