// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A presence entry.
///
/// - Note: The rows are true at this moment alone.
/// - Note: An id that the API doesn't know fails the whole answer.
public struct PresenceEntry: Sendable, Hashable, Codable {
  /// Who it is: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  public var user: User.ID?
  /// What they do.
  public var state: State?
  /// Whether a call reaches them.
  public var notifiable: Bool?
  /// Whether they want none.
  public var doNotDisturb: Bool?
  /// The browser.
  public var webrtc: Webrtc?
  /// Which park slot.
  public var slot: Int?
  /// The call that is parked there; null is a free slot.
  public var parkedCall: ParkedCall?
  /// What a row is.
  public var object: Object

  /// The browser.
  public struct Webrtc: Sendable, Hashable, Codable {
    /// What it does: `available`.
    public var state: String?
    /// How many there are.
    public var sessions: Int?

    private enum CodingKeys: String, CodingKey {
      case state, sessions
    }
  }

  /// The call that is parked there; null is a free slot.
  public struct ParkedCall: Sendable, Hashable {
    /// The call: `call_01h2xcejqtf2nbrexx3vqjhp44`.
    public var call: Call.ID?
    /// Who called: `+15551234567`.
    public var fromNumber: String?
    /// What the caller is called: `LA MESA CA`.
    public var fromLabel: String?
    /// Whether it rings again.
    public var status: Status?
    /// Who parked it: `user_01h2xcejqtf2nbrexx3vqjhp42`.
    public var parkedBy: User.ID?
    /// Their extension: `1001`.
    public var parkedByExtension: String?
    /// Since when.
    public var parkedAt: Date?
    /// When it rings again.
    public var ringsBackAt: Date?
  }

  private enum CodingKeys: String, CodingKey {
    case user, state, notifiable, webrtc, slot, object
    case doNotDisturb = "do_not_disturb"
    case parkedCall = "parked_call"
  }
}
