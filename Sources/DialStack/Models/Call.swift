// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A call.
///
/// - Note: A conversation may be several rows: a parked call that is picked up again is a
///   new one, and `relatedCall` links them.
public struct Call: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<Call>

  /// The id of the call: `call_01h2xcejqtf2nbrexx3vqjhp44`.
  public var id: ID
  /// Whose call it is: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  public var user: User.ID?
  /// What it was made or taken with: `ep_01h2xcejqtf2nbrexx3vqjhp43`.
  public var endpoint: String?
  /// The number of the account: `did_01abc`.
  public var did: Expandable<PhoneNumberReference>?
  /// Another call of the same conversation: `call_01h2xcejqtf2nbrexx3vqjhp45`. Servers that
  /// are older than it don't send it.
  ///
  /// - Note: `relatedCall` has no direction and need not lead back: all calls that links
  ///   connect are one conversation, which began with the earliest.
  public var relatedCall: Call.ID?
  /// From where to where.
  ///
  /// - Note: `direction` is empty in old rows.
  public var direction: Direction
  /// Who called: `+15551234567`.
  ///
  /// - Note: `fromNumber` is not always a phone: an extension, a feature code or an internal
  ///   name may stand there.
  public var fromNumber: String
  /// What the caller is called: `LA MESA CA`.
  ///
  /// - Note: `fromLabel` may be a place, a placeholder or the number once more.
  public var fromLabel: String?
  /// Who was called: `+15559876543`.
  ///
  /// - Note: `toNumber` is not always a phone: an extension, a feature code, `Voicemail` or an
  ///   internal name may stand there, and null while an inbound call is live.
  /// - Note: The API takes `toNumber` for the number as it was dialled or as it was routed,
  ///   and sends rows that show another one, too.
  public var toNumber: String?
  /// What the callee is called: `Front Desk`.
  public var toLabel: String?
  /// When it began.
  public var startedAt: Date
  /// When the line was answered, be it by a greeting.
  ///
  /// - Note: `answeredAt` is near `startedAt` wherever a greeting, a menu or a voice app
  ///   answers: how long somebody waited is `connectedAt` - `startedAt`.
  public var answeredAt: Date?
  /// When a person took it; null is never.
  public var connectedAt: Date?
  /// When it ended.
  public var endedAt: Date?
  /// How long it was, in seconds.
  ///
  /// - Note: `durationSeconds` is null for a live call and for some failed ones, and counts
  ///   the time before anybody talked.
  public var durationSeconds: Int?
  /// How it ended; null while it is live.
  ///
  /// - Note: Completed doesn't say that anybody talked: `connectedAt` does, whatever the
  ///   status.
  public var status: Status?
  /// Why it ended, by Q.850.
  public var hangupCause: Int?
  /// What was said, in short: `Asked for a visit.`.
  ///
  /// - Note: A text goes when its retention ends and the row stays: summary null on an old
  ///   call says nothing.
  public var summary: String?
  /// The mood of the talk.
  public var sentiment: Sentiment?
  /// The recording, for 10 minutes: `https://files.example.com/r/1`. The link opens without a
  /// key, for 10 minutes.
  public var recordingURL: String?
  /// The quality of each leg.
  public var qualityMetrics: [QualityMetric]?

  /// The quality of each leg.
  public struct QualityMetric: Sendable, Hashable, Codable {
    /// Which leg.
    public var leg: Leg?
    /// The phone of the leg: `ep_01h2xcejqtf2nbrexx3vqjhp43`.
    public var endpoint: String?
    /// The quality in one figure, 1 to 5.
    public var mos: Double?
    /// Packets lost, in percent.
    public var packetLossPct: Double?
    /// How unevenly packets came, in ms.
    public var jitterMs: Double?
    /// How unevenly packets came, in ms, at best.
    public var jitterMinMs: Double?
    /// How unevenly packets came, in ms, at worst.
    public var jitterMaxMs: Double?
    /// How unevenly packets came, in ms, the deviation.
    public var jitterStddevMs: Double?
    /// The way there and back, in ms.
    public var rttMs: Double?
    /// The way there and back, in ms, at best.
    public var rttMinMs: Double?
    /// The way there and back, in ms, at worst.
    public var rttMaxMs: Double?
    /// The way there and back, in ms, the deviation.
    public var rttStddevMs: Double?
    /// Packets that came.
    public var rxCount: Int?
    /// Packets that went.
    public var txCount: Int?

    private enum CodingKeys: String, CodingKey {
      case leg, endpoint, mos
      case packetLossPct = "packet_loss_pct"
      case jitterMs = "jitter_ms"
      case jitterMinMs = "jitter_min_ms"
      case jitterMaxMs = "jitter_max_ms"
      case jitterStddevMs = "jitter_stddev_ms"
      case rttMs = "rtt_ms"
      case rttMinMs = "rtt_min_ms"
      case rttMaxMs = "rtt_max_ms"
      case rttStddevMs = "rtt_stddev_ms"
      case rxCount = "rx_count"
      case txCount = "tx_count"
    }
  }
}
