// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A phone number.
///
/// - Note: The first row is the newest number, not the main one.
/// - Note: Inactive is also a number whose order or port is not through yet.
public struct PhoneNumber: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<PhoneNumber>

  /// The number's id: `did_01k4x3v9m2e8rr0q5h7c6t1zab`.
  public var id: ID
  /// The number, not unique in the list: `+14155551234`.
  ///
  /// - Note: A `phoneNumber` may stand in several rows: a released one stays beside the live
  ///   one.
  public var phoneNumber: String
  /// Where it is in its life.
  public var status: Status
  /// Owned or lent.
  public var numberClass: NumberClass?
  /// What becomes of a call.
  public var inboundRouting: InboundRouting?
  /// Who rings; null is everyone: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  ///
  /// - Note: `routingTarget` null rings everyone, unless `inboundRouting` is drop.
  public var routingTarget: String?
  /// Where it is used, for tax and fees: `loc_01abc`. Servers that are older than it don't
  /// send it.
  ///
  /// - Note: `location` null is no gap: then the location whose primary number it is counts,
  ///   else the main one.
  public var location: Location.ID?
  /// Whether it may call out.
  public var outboundEnabled: Bool?
  /// Whether it takes faxes.
  public var faxEnabled: Bool?
  /// The name shown to others: `ARMSTRONG`.
  public var callerIDName: String?
  /// What precedes a caller's name: `[Acme]`.
  public var callerIDPrefix: String?
  /// Whether the number is shown.
  public var callerIDVisibility: CallerIDVisibility?
  /// The name in the directory: `Acme Corp`.
  public var directoryListingName: String?
  /// How the directory lists it.
  public var directoryListingType: DirectoryListingType?
  /// The address in the directory: `loc_01abc`.
  public var directoryListingLocation: Location.ID?
  /// When a temporary number ends.
  public var expiresAt: Date?
  /// When it was given up.
  public var disconnectedAt: Date?
  /// The settings.
  public var config: Config?
  /// When it was added.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date?

  /// The settings.
  public struct Config: Sendable, Hashable, Codable {
    /// What happens to faxes.
    public var faxNotifications: FaxNotifications?

    /// What happens to faxes.
    public struct FaxNotifications: Sendable, Hashable, Codable {
      /// E-mail addresses.
      public var recipients: [String]?
      /// Delete once sent.
      public var deleteDocuments: Bool?
      /// Attach the pages.
      public var attachPDF: Bool?

      private enum CodingKeys: String, CodingKey {
        case recipients
        case deleteDocuments = "delete_documents"
        case attachPDF = "attach_pdf"
      }
    }

    private enum CodingKeys: String, CodingKey {
      case faxNotifications = "fax_notifications"
    }
  }
}
