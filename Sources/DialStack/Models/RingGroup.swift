// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A ring group.
public struct RingGroup: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<RingGroup>

  /// The id of the group: `rg_123`.
  public var id: ID
  /// What people call it: `Sales Team`.
  public var name: String
  /// How long it rings, in seconds.
  public var timeoutSeconds: Int
  /// Whether members' own forwarding is left out.
  public var ignoreForwarding: Bool
  /// Whether outside numbers must press a key.
  public var confirmExternal: Bool?
  /// What becomes of a call that nobody takes.
  public var timeoutAction: TimeoutAction?
  /// Where such a call goes: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  public var timeoutTarget: String?
  /// Who rings.
  ///
  /// - Note: A member is a user, or a number outside.
  public var members: [Member]
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
  /// Its extensions; only where a request expands `extensions`.
  public var extensions: [Extension]?

  /// Who rings.
  public struct Member: Sendable, Hashable, Identifiable {
    /// What names it and no other.
    public typealias ID = Identifier<RingGroup.Member>

    /// The id of the member: `rgm_123`.
    public var id: ID
    /// The person: `user_456`.
    public var `extension`: User.ID?
    /// Or a number outside: `+14155551234`. It is not for every eye.
    public var phoneNumber: Secret?
    /// When it was made.
    public var createdAt: Date
  }
}
