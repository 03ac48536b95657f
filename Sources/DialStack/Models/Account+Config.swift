extension Account {
  /// The settings of an account.
  public struct Config: Sendable, Hashable, Codable {
    /// The country by which local numbers are read: `US`.
    public var region: String?
    /// The time zone: `America/New_York`.
    public var timezone: String?
    /// The digits of an extension, 3 to 6.
    public var extensionLength: Int?
    /// Whether calls are transcribed.
    public var transcriptionEnabled: Bool?
    /// Whether calls are recorded.
    public var recordingEnabled: Bool?
    /// Whether transcripts are redacted.
    public var redactionEnabled: Bool?
    /// Whether agents see each other.
    public var defaultAgentVisible: Bool?
    /// How many phone numbers the account may own.
    public var maxPhoneNumbers: Int?
    /// Who is told of emergency calls.
    public var emergencyNotification: EmergencyNotification?

    private enum CodingKeys: String, CodingKey {
      case region, timezone
      case extensionLength = "extension_length"
      case transcriptionEnabled = "transcription_enabled"
      case recordingEnabled = "recording_enabled"
      case redactionEnabled = "redaction_enabled"
      case defaultAgentVisible = "default_agent_visible"
      case maxPhoneNumbers = "max_phone_numbers"
      case emergencyNotification = "e911_notification"
    }
  }

  /// Who is told of emergency calls.
  public struct EmergencyNotification: Sendable, Hashable, Codable {
    /// E-mail addresses.
    public var emails: [String]?
  }
}
