// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// An account.
///
/// - Note: A test key sees other accounts than a live key.
public struct Account: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<Account>

  /// The account's id: `acct_01h2xcejqtf2nbrexx3vqjhp41`.
  public var id: ID
  /// The company: `Harbor Vet`.
  public var name: String?
  /// The owner's address: `owner@harborvet.example`.
  public var email: String?
  /// The company's number: `+12018401234`.
  public var phone: String?
  /// The person to ask: `Jane Doe`.
  public var primaryContactName: String?
  /// Terms of service.
  ///
  /// - Note: Not_required is an account for tests.
  /// - Note: Unsigned may be an account that is asked to sign anew: service goes on until
  ///   `termsResignBy`.
  public var termsStatus: TermsStatus?
  /// When the terms were signed.
  public var termsAcceptedAt: Date?
  /// Until when the terms must be signed anew. Servers that are older than it don't send it.
  public var termsResignBy: Date?
  /// Which terms. Servers that are older than it don't send it.
  public var termsVariant: TermsVariant?
  /// Whether setting up is done.
  public var onboardingComplete: Bool?
  /// The location of the company: `loc_01h2`.
  public var mainLocation: Location.ID?
  /// What callers on hold hear: `aud_01h2`.
  public var holdMusicClip: AudioClip.ID?
  /// The buttons of a new phone: `btpl_01h2`.
  public var defaultButtonTemplate: ButtonTemplate.ID?
  /// The settings.
  public var config: Config
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date

  /// The settings.
  public struct Config: Sendable, Hashable, Codable {
    /// The country, for local numbers: `US`.
    public var region: String?
    /// The time zone: `America/New_York`.
    public var timezone: String?
    /// Digits of an extension, 3 to 6.
    public var extensionLength: Int?
    /// Whether calls are transcribed.
    public var transcriptionEnabled: Bool?
    /// Whether calls are recorded.
    public var recordingEnabled: Bool?
    /// Whether transcripts are redacted.
    public var redactionEnabled: Bool?
    /// Days that texts are kept; 0 is the default. Servers that are older than it don't send it.
    public var transcriptRetentionDays: Int?
    /// Days that recordings are kept. Servers that are older than it don't send it.
    public var recordingRetentionDays: Int?
    /// Whether inbound calls are recorded, where any are. Servers that are older than it don't
    /// send it.
    public var recordingInboundEnabled: Bool?
    /// Whether outbound calls are recorded, where any are. Servers that are older than it don't
    /// send it.
    public var recordingOutboundEnabled: Bool?
    /// Whether internal calls are recorded, where any are. Servers that are older than it don't
    /// send it.
    public var recordingInternalEnabled: Bool?
    /// Whether inbound calls are transcribed, where any are. Servers that are older than it
    /// don't send it.
    public var transcriptionInboundEnabled: Bool?
    /// Whether outbound calls are transcribed, where any are. Servers that are older than it
    /// don't send it.
    public var transcriptionOutboundEnabled: Bool?
    /// Whether internal calls are transcribed, where any are. Servers that are older than it
    /// don't send it.
    public var transcriptionInternalEnabled: Bool?
    /// Whether agents see each other.
    public var defaultAgentVisible: Bool?
    /// How many numbers it may own.
    public var maxPhoneNumbers: Int?
    /// Who is told of emergency calls.
    public var emergencyNotification: EmergencyNotification?

    /// Who is told of emergency calls.
    public struct EmergencyNotification: Sendable, Hashable, Codable {
      /// Addresses.
      public var emails: [String]?

      private enum CodingKeys: String, CodingKey {
        case emails
      }
    }

    private enum CodingKeys: String, CodingKey {
      case region, timezone
      case extensionLength = "extension_length"
      case transcriptionEnabled = "transcription_enabled"
      case recordingEnabled = "recording_enabled"
      case redactionEnabled = "redaction_enabled"
      case transcriptRetentionDays = "transcript_retention_days"
      case recordingRetentionDays = "recording_retention_days"
      case recordingInboundEnabled = "recording_inbound_enabled"
      case recordingOutboundEnabled = "recording_outbound_enabled"
      case recordingInternalEnabled = "recording_internal_enabled"
      case transcriptionInboundEnabled = "transcription_inbound_enabled"
      case transcriptionOutboundEnabled = "transcription_outbound_enabled"
      case transcriptionInternalEnabled = "transcription_internal_enabled"
      case defaultAgentVisible = "default_agent_visible"
      case maxPhoneNumbers = "max_phone_numbers"
      case emergencyNotification = "e911_notification"
    }
  }
}
