#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A phone number (DID) of an account.
///
/// Several may share one ``phoneNumber``: a released one stays beside a live one.
public struct PhoneNumber: Sendable, Hashable, Identifiable {
  /// A phone number's id: `did_01k4x3v9m2e8rr0q5h7c6t1zab`.
  public typealias ID = Identifier<PhoneNumber>

  /// What names this number and no other.
  public var id: ID
  /// The number in E.164 format: `+14155551234`.
  public var phoneNumber: String
  /// Where it is in its life.
  public var status: Status
  /// When it was added.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date?
  /// The id of the location where it is used, for tax and fees. Servers that are older than the key
  /// don't send it.
  public var location: String?
  /// Whether it may call out.
  public var outboundEnabled: Bool?
  /// Whether it takes faxes.
  public var faxEnabled: Bool?
  /// What becomes of a call.
  public var inboundRouting: InboundRouting?
  /// The id of whoever rings, a user, ring group, queue and so on; everyone if there is none.
  public var routingTarget: String?
  /// Whether it is owned or lent.
  public var numberClass: NumberClass?
  /// When a temporary number ends.
  public var expiresAt: Date?
  /// When it was given up.
  public var disconnectedAt: Date?
  /// The name shown to those who are called.
  public var callerIDName: String?
  /// What precedes a caller's name: `[Acme]`.
  public var callerIDPrefix: String?
  /// Whether those who are called see the number.
  public var callerIDVisibility: CallerIDVisibility?
  /// The name in the directory.
  public var directoryListingName: String?
  /// How the directory lists it.
  public var directoryListingType: DirectoryListing?
  /// The id of the location whose address stands in the directory.
  public var directoryListingLocation: String?
  /// The settings.
  public var config: Config?

  /// The number for people: `+1 (415) 555-1234`; see ``E164/display(_:)``.
  public var display: String { E164.display(phoneNumber) }

  /// The settings of a number.
  public struct Config: Sendable, Hashable, Codable {
    /// What happens to faxes.
    public var faxNotifications: FaxNotifications?

    private enum CodingKeys: String, CodingKey {
      case faxNotifications = "fax_notifications"
    }
  }

  /// What happens to faxes that a number takes.
  public struct FaxNotifications: Sendable, Hashable, Codable {
    /// The e-mail addresses that hear of them.
    public var recipients: [String]?
    /// Whether the pages are deleted once sent.
    public var deleteDocuments: Bool?
    /// Whether the pages are attached.
    public var attachPDF: Bool?

    private enum CodingKeys: String, CodingKey {
      case recipients
      case deleteDocuments = "delete_documents"
      case attachPDF = "attach_pdf"
    }
  }
}
