// Made from the catalog by scripts/generate.

extension VoiceApp {
  /// Whether it gets calls; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `active`.
    public static let active = Status(rawValue: "active")
    /// `inactive`.
    public static let inactive = Status(rawValue: "inactive")
  }
}

extension VoiceApp {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``VoiceApp/extensions`` names.
    case extensions
  }
}
