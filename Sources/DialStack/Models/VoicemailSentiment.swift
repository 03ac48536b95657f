// Made from the catalog by scripts/generate.

/// The mood of it.
public struct VoicemailSentiment: Sendable, Hashable, Codable {
  /// The mood in a word.
  public var overall: Mood?
  /// From -1, bad, to 1, good.
  public var score: Double?
  /// How strong, from 0 to 1.
  public var magnitude: Double?

  private enum CodingKeys: String, CodingKey {
    case overall, score, magnitude
  }
}
