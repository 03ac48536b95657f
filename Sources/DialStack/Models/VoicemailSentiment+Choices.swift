// Made from the catalog by scripts/generate.

extension VoicemailSentiment {
  /// The mood in a word; the API may know more than these.
  public struct Overall: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `positive`.
    public static let positive = Overall(rawValue: "positive")
    /// `neutral`.
    public static let neutral = Overall(rawValue: "neutral")
    /// `negative`.
    public static let negative = Overall(rawValue: "negative")
  }
}
