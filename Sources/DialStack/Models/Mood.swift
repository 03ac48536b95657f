// Made from the catalog by scripts/generate.

/// The mood in a word; the API may know more than these.
public struct Mood: OpenChoice {
  /// The value as the API spells it.
  public let rawValue: String

  /// Takes any value, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `positive`.
  public static let positive = Mood(rawValue: "positive")
  /// `neutral`.
  public static let neutral = Mood(rawValue: "neutral")
  /// `negative`.
  public static let negative = Mood(rawValue: "negative")
}
