// Made from the catalog by scripts/generate.

/// Whether one person is on a call, or can be called, at this moment.
public struct UserPresence: Sendable, Hashable, Codable {
  /// What they do.
  public var state: State
  /// Whether a call reaches them.
  public var notifiable: Bool?
  /// Whether they want none.
  public var doNotDisturb: Bool?
  /// The browser.
  public var webrtc: Webrtc?

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

  private enum CodingKeys: String, CodingKey {
    case state, notifiable, webrtc
    case doNotDisturb = "do_not_disturb"
  }
}
