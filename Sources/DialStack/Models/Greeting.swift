// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What callers of one mailbox hear; none is the system's own.
public struct Greeting: Sendable, Hashable {
  /// Whose mailbox: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  public var owner: String
  /// Which greeting: `unavailable`.
  public var greetingType: String?
  /// What the sound is: `wav`.
  public var format: String?
  /// The clip that it is: `aud_123`. Servers that are older than it don't send it.
  public var audioClip: AudioClip.ID?
  /// How long it is, in seconds.
  public var durationSeconds: Int?
  /// How large.
  public var sizeBytes: Int?
  /// The sound: `https://files.example.com/g/1`. The link opens without a key, for 5 minutes.
  public var url: String?
  /// When it last changed.
  public var updatedAt: Date?
}
