#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// An account of the platform.
public struct Account: Sendable, Hashable, Identifiable {
  /// An account's id: `acct_01h2xcejqtf2nbrexx3vqjhp41`.
  public typealias ID = Identifier<Account>

  /// What names this account and no other.
  public var id: ID
  /// The company.
  public var name: String?
  /// The owner's address.
  public var email: String?
  /// The company's number.
  public var phone: String?
  /// The person to ask.
  public var primaryContactName: String?
  /// Whether the terms of service are signed.
  public var termsStatus: TermsStatus?
  /// When the terms of service were signed.
  public var termsAcceptedAt: Date?
  /// Until when the terms of service must be signed anew; service goes on until then.
  public var termsResignBy: Date?
  /// Which terms of service there are to sign.
  public var termsVariant: TermsVariant?
  /// Whether setting up is done.
  public var onboardingComplete: Bool?
  /// The id of the company's location.
  public var mainLocation: String?
  /// The id of what callers on hold hear.
  public var holdMusicClip: String?
  /// The id of the buttons of a new phone.
  public var defaultButtonTemplate: String?
  /// The settings.
  public var config: Config
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date

  /// Whether the terms of service are signed; the API may know more than these.
  public struct TermsStatus: RawRepresentable, Sendable, Hashable, Codable {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// They are.
    public static let signed = TermsStatus(rawValue: "signed")
    /// They are not.
    public static let unsigned = TermsStatus(rawValue: "unsigned")
    /// They need not be.
    public static let notRequired = TermsStatus(rawValue: "not_required")
  }

  /// Which terms of service an account signs; the API may know more than these.
  public struct TermsVariant: RawRepresentable, Sendable, Hashable, Codable {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Those of most accounts.
    public static let standard = TermsVariant(rawValue: "standard")
    /// Those of accounts that keep patients' data, by the US law HIPAA.
    public static let hipaa = TermsVariant(rawValue: "hipaa")
  }
}
