// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A queue.
public struct Queue: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<Queue>

  /// The id of the queue: `qu_123`.
  public var id: ID
  /// What people call it: `Support`.
  public var name: String
  /// Who rings first.
  public var strategy: Strategy
  /// How long callers wait, in seconds.
  ///
  /// - Note: 0 of `timeoutSeconds` is an hour.
  public var timeoutSeconds: Int
  /// The pause after a call; 0 is none, in seconds.
  public var wrapUpSeconds: Int
  /// What callers are told as they wait.
  public var announcements: Announcements?
  /// The offer to call back.
  public var callback: Callback?
  /// Where a call goes that waited too long.
  public var timeout: QueueDestination?
  /// The key that leaves the queue: `0`. Servers that are older than it don't send it.
  public var exitKey: String?
  /// Where a call goes that leaves. Servers that are older than it don't send it.
  ///
  /// - Note: `exit` null hangs up.
  public var exit: QueueDestination?
  /// How many may wait.
  public var maxQueueLength: Int
  /// Whether one may wait for nobody: `yes`.
  public var joinEmpty: String
  /// Whether callers go when nobody is left: `no`.
  public var leaveWhenEmpty: String
  /// What callers hear as they wait: `aud_01h2`. Servers that are older than it don't send it.
  public var holdMusicClip: AudioClip.ID?
  /// What callers hear first: `aud_01h2`. Servers that are older than it don't send it.
  public var entryPromptClip: AudioClip.ID?
  /// What callers hear now and then: `aud_01h2`. Servers that are older than it don't send it.
  public var periodicPromptClip: AudioClip.ID?
  /// How often they hear it, in seconds. Servers that are older than it don't send it.
  public var periodicPromptFrequencySeconds: Int?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
  /// Its extensions; only where a request expands `extensions`.
  public var extensions: [Extension]?
  /// Its queue members; only where a request expands `members`.
  public var members: [QueueMember]?

  /// What callers are told as they wait.
  public struct Announcements: Sendable, Hashable, Codable {
    /// How often, in seconds.
    public var frequencySeconds: Int?

    private enum CodingKeys: String, CodingKey {
      case frequencySeconds = "frequency_seconds"
    }
  }

  /// The offer to call back.
  public struct Callback: Sendable, Hashable, Codable {
    /// How soon, in seconds.
    public var offerAfterSeconds: Int?
    /// The number that calls back: `did_01abc`.
    public var outboundDID: PhoneNumber.ID?

    private enum CodingKeys: String, CodingKey {
      case offerAfterSeconds = "offer_after_seconds"
      case outboundDID = "outbound_did_id"
    }
  }
}
