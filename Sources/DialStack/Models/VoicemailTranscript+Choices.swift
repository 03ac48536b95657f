// Made from the catalog by scripts/generate.

extension VoicemailTranscript {
  /// Whether there is one; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `pending`.
    public static let pending = Status(rawValue: "pending")
    /// `processing`.
    public static let processing = Status(rawValue: "processing")
    /// `completed`.
    public static let completed = Status(rawValue: "completed")
    /// `failed`.
    public static let failed = Status(rawValue: "failed")
    /// `disabled`.
    public static let disabled = Status(rawValue: "disabled")
    /// `skipped`.
    public static let skipped = Status(rawValue: "skipped")
  }
}
