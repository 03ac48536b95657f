// Made from the catalog by scripts/generate.

extension DeskPhoneEvent {
  /// What happened; the API may know more than these.
  public struct EventType: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `config_fetch`.
    public static let configFetch = EventType(rawValue: "config_fetch")
    /// `config_error`.
    public static let configError = EventType(rawValue: "config_error")
  }
}
