// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A user.
public struct User: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<User>

  /// The id of the user: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  public var id: ID
  /// What people call it: `Alice Smith`.
  public var name: String?
  /// The address: `alice@example.com`.
  public var email: String?
  /// Where the seat is, for tax and fees: `loc_01h2`. Servers that are older than it don't
  /// send it.
  ///
  /// - Note: `location` null is no gap: then the place of the user's device counts, else the
  ///   account's main location.
  public var location: Location.ID?
  /// The settings.
  public var config: Config?
  /// Whether calls are turned away.
  public var doNotDisturb: Bool
  /// What callers of the mailbox hear: `aud_01h2`. Servers that are older than it don't send
  /// it.
  ///
  /// - Note: `voicemailGreetingClip` null is the system's greeting, or one that was uploaded.
  public var voicemailGreetingClip: AudioClip.ID?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
  /// Its extensions; only where a request expands `extensions`.
  public var extensions: [Extension]?

  /// The settings.
  public struct Config: Sendable, Hashable, Codable {
    /// Whether a call wakes the mobile app.
    public var mobilePushWakeup: Bool?
    /// The private numbers that ring, step by step. Servers that are older than it don't send
    /// it. It is not for every eye.
    public var findMeFollowMe: FindMeFollowMe?

    /// The private numbers that ring, step by step.
    public struct FindMeFollowMe: Sendable, Hashable, Codable {
      /// Who rings, one step after the other.
      public var steps: [FollowMeStep]?
      /// What becomes of a call that nobody takes.
      public var fallback: Fallback?
      /// Where such a call goes: `user_01h2xcejqtf2nbrexx3vqjhp42`.
      public var fallbackTarget: String?
      /// Whether outside numbers must press a key.
      public var confirmExternal: Bool?
      /// What holds for calls that name a key.
      public var alternates: [Alternate]?

      /// What holds for calls that name a key.
      public struct Alternate: Sendable, Hashable, Codable {
        /// The key: `after_hours`.
        public var key: String
        /// Who rings, one step after the other.
        public var steps: [FollowMeStep]?
        /// What becomes of a call that nobody takes.
        public var fallback: Fallback?
        /// Where such a call goes: `user_01h2xcejqtf2nbrexx3vqjhp42`.
        public var fallbackTarget: String?
        /// Whether outside numbers must press a key.
        public var confirmExternal: Bool?

        private enum CodingKeys: String, CodingKey {
          case key, steps, fallback
          case fallbackTarget = "fallback_target"
          case confirmExternal = "confirm_external"
        }
      }

      private enum CodingKeys: String, CodingKey {
        case steps, fallback, alternates
        case fallbackTarget = "fallback_target"
        case confirmExternal = "confirm_external"
      }
    }

    private enum CodingKeys: String, CodingKey {
      case mobilePushWakeup = "mobile_push_wakeup"
      case findMeFollowMe = "find_me_follow_me"
    }
  }
}
