// Made from the catalog by scripts/generate.

extension RingGroup {
  /// What becomes of a call that nobody takes; the API may know more than these.
  public struct TimeoutAction: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `ring_user`.
    public static let ringUser = TimeoutAction(rawValue: "ring_user")
    /// `voicemail`.
    public static let voicemail = TimeoutAction(rawValue: "voicemail")
    /// `queue`.
    public static let queue = TimeoutAction(rawValue: "queue")
  }
}

extension RingGroup {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``RingGroup/extensions`` names.
    case extensions
  }
}
