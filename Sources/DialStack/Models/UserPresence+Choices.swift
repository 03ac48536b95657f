// Made from the catalog by scripts/generate.

extension UserPresence {
  /// What they do; the API may know more than these.
  public struct State: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `available`.
    public static let available = State(rawValue: "available")
    /// `on_call`.
    public static let onCall = State(rawValue: "on_call")
    /// `offline`.
    public static let offline = State(rawValue: "offline")
  }
}
