// Made from the catalog by scripts/generate.

extension User.Config.FindMeFollowMe {
  /// What becomes of a call that nobody takes; the API may know more than these.
  public struct Fallback: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `voicemail`.
    public static let voicemail = Fallback(rawValue: "voicemail")
    /// `hangup`.
    public static let hangup = Fallback(rawValue: "hangup")
    /// `target`.
    public static let target = Fallback(rawValue: "target")
  }
}

extension User.Config.FindMeFollowMe.Alternate {
  /// What becomes of a call that nobody takes; the API may know more than these.
  public struct Fallback: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `voicemail`.
    public static let voicemail = Fallback(rawValue: "voicemail")
    /// `hangup`.
    public static let hangup = Fallback(rawValue: "hangup")
    /// `target`.
    public static let target = Fallback(rawValue: "target")
  }
}

extension User {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``User/extensions`` names.
    case extensions
  }
}
