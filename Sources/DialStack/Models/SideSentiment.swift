// Made from the catalog by scripts/generate.

/// That of the account's side.
public struct SideSentiment: Sendable, Hashable, Codable {
  /// The mood in a word: `neutral`.
  public var sentiment: String?
  /// From -1, bad, to 1, good.
  public var score: Double?
  /// How strong, from 0 to 1.
  public var magnitude: Double?

  private enum CodingKeys: String, CodingKey {
    case sentiment, score, magnitude
  }
}
