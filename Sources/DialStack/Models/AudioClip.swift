// Made from the catalog by scripts/generate.

/// An audio clip.
public struct AudioClip: Sendable, Hashable, Identifiable, Codable {
  /// What names it and no other.
  public typealias ID = Identifier<AudioClip>

  /// The id of the clip: `aud_01h2`.
  public var id: ID
  /// What people call it: `Welcome`.
  public var name: String?

  private enum CodingKeys: String, CodingKey {
    case id, name
  }
}
