// Made from the catalog by scripts/generate.

extension WebhookEndpoint {
  /// Whether it is told; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `enabled`.
    public static let enabled = Status(rawValue: "enabled")
    /// `disabled`.
    public static let disabled = Status(rawValue: "disabled")
  }
}
