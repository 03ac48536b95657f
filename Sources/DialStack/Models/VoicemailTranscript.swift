// Made from the catalog by scripts/generate.

/// What was said on one message.
public struct VoicemailTranscript: Sendable, Hashable, Codable {
  /// Whether there is one.
  public var status: TranscriptStatus
  /// What was said: `Hello`.
  ///
  /// - Note: The text goes when its retention ends.
  public var text: String?
  /// The mood.
  public var sentiment: Sentiment?

  private enum CodingKeys: String, CodingKey {
    case status, text, sentiment
  }
}
