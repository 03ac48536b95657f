// Made from the catalog by scripts/generate.

/// Whether there is one; the API may know more than these.
public struct TranscriptStatus: OpenChoice {
  /// The value as the API spells it.
  public let rawValue: String

  /// Takes any value, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `pending`.
  public static let pending = TranscriptStatus(rawValue: "pending")
  /// `processing`.
  public static let processing = TranscriptStatus(rawValue: "processing")
  /// `completed`.
  public static let completed = TranscriptStatus(rawValue: "completed")
  /// `failed`.
  public static let failed = TranscriptStatus(rawValue: "failed")
  /// `disabled`.
  public static let disabled = TranscriptStatus(rawValue: "disabled")
  /// `skipped`.
  public static let skipped = TranscriptStatus(rawValue: "skipped")
}
