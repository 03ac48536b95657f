// Made from the catalog by scripts/generate.

extension DialPlan.Node {
  /// What it is; the API may know more than these.
  public struct Kind: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `schedule`.
    public static let schedule = Kind(rawValue: "schedule")
    /// `internal_dial`.
    public static let internalDial = Kind(rawValue: "internal_dial")
    /// `ring_all_users`.
    public static let ringAllUsers = Kind(rawValue: "ring_all_users")
    /// `external_dial`.
    public static let externalDial = Kind(rawValue: "external_dial")
    /// `menu`.
    public static let menu = Kind(rawValue: "menu")
    /// `audio_clip`.
    public static let audioClip = Kind(rawValue: "audio_clip")
    /// `voice_app`.
    public static let voiceApp = Kind(rawValue: "voice_app")
    /// `hang_up`.
    public static let hangUp = Kind(rawValue: "hang_up")
  }
}

extension DialPlan {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``DialPlan/extensions`` names.
    case extensions
  }
}
