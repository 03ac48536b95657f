// Made from the catalog by scripts/generate.

/// Who rings, one step after the other.
public struct FollowMeStep: Sendable, Hashable, Codable {
  /// Who rings at once.
  public var targets: [Target]?
  /// How long they ring, in seconds.
  public var timeout: Int?

  /// Who rings at once.
  public struct Target: Sendable, Hashable, Codable {
    /// Which of the others it is.
    public var type: Kind?
    /// A number outside: `+14155551234`.
    public var number: String?
    /// Or a person: `user_01h2xcejqtf2nbrexx3vqjhp42`.
    public var id: User.ID?

    private enum CodingKeys: String, CodingKey {
      case type, number, id
    }
  }

  private enum CodingKeys: String, CodingKey {
    case targets, timeout
  }
}
