// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A device.
///
/// - Note: A base repeats its handsets inside, and they are rows of their own, too.
public struct Device: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<Device>

  /// The id of the device: `dev_mock001`.
  public var id: ID
  /// What it is.
  public var type: Kind
  /// The address on its network: `00:04:13:aa:bb:cc`.
  ///
  /// - Note: A handset has an ipei in place of a `macAddress`.
  public var macAddress: String?
  /// The maker's number of it: `A1B2C3`. Servers that are older than it don't send it.
  public var serialNumber: String?
  /// Who made it.
  public var vendor: Vendor?
  /// What its maker calls it: `D785`.
  public var model: String?
  /// What people call it: `Front desk`.
  public var name: String?
  /// Where it stands: `loc_01abc`.
  ///
  /// - Note: A handset has no location of its own: it is where its base is.
  public var location: Location.ID?
  /// Whether it fetched its settings.
  ///
  /// - Note: `status` says whether a device fetched its settings: `registrationStatus` says
  ///   whether it can be reached.
  public var status: Status
  /// Whether it can be reached.
  ///
  /// - Note: A device without lines is never registered.
  public var registrationStatus: RegistrationStatus
  /// When it was last seen, while it can be reached.
  ///
  /// - Note: `lastRegisteredAt` is null while a device can't be reached: since when can't be
  ///   told.
  public var lastRegisteredAt: Date?
  /// Its latest call; null is never.
  ///
  /// - Note: `lastCallAt` is the latest attempt, however it ended.
  public var lastCallAt: Date?
  /// Settings of its own.
  public var overrides: Overrides?
  /// Where it is on the network: `203.0.113.7`. It is not for every eye.
  public var currentIPAddress: Secret?
  /// When it last fetched its settings.
  public var lastProvisionedAt: Date?
  /// What its buttons follow: `btpl_123`.
  public var buttonTemplate: Expandable<ButtonTemplate>?
  /// The first line of a desk phone: `dln_01h2`.
  public var primaryLine: String?
  /// The lines of a desk phone.
  public var lines: [DeskPhoneLine]?
  /// What a base is among others.
  public var multicellRole: MulticellRole?
  /// How many handsets a base takes.
  public var maxHandsets: Int?
  /// The handsets of a base.
  public var handsets: [DECTHandset]?
  /// The software of a base or handset: `1.2.3`.
  public var firmwareVersion: String?
  /// The base of a handset: `dectb_01h2`.
  public var base: Device.ID?
  /// The serial number of a handset: `01234567890123456789`.
  public var ipei: String?
  /// The name of a handset: `Kitchen`.
  public var displayName: String?
  /// The place of a handset in its base.
  public var slotNumber: Int?
  /// When a handset was registered.
  public var registeredAt: Date?
  /// The lines of a handset.
  public var extensions: [HandsetLine]?
  /// Which of its buttons it can't show.
  public var compatibility: Compatibility?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
  /// Its device users; only where a request expands `users`.
  public var assignments: [DeviceUser]?

  /// Settings of its own.
  public struct Overrides: Sendable, Hashable, Codable {
    /// Those that do for every maker.
    public var abstractions: Abstractions?

    /// Those that do for every maker.
    public struct Abstractions: Sendable, Hashable, Codable {
      /// Sound.
      public var audio: JSONValue?
      /// The screen.
      public var display: JSONValue?
      /// Time zone and language.
      public var regional: JSONValue?
      /// The network.
      public var network: JSONValue?
      /// What it can do.
      public var features: JSONValue?
      /// When it fetches settings. Servers that are older than it don't send it.
      public var provisioning: JSONValue?

      private enum CodingKeys: String, CodingKey {
        case audio, display, regional, network, features, provisioning
      }
    }

    private enum CodingKeys: String, CodingKey {
      case abstractions
    }
  }

  /// Which of its buttons it can't show.
  public struct Compatibility: Sendable, Hashable, Codable {
    /// What was judged.
    public var device: Device?
    /// How many buttons it can show.
    public var supportedCount: Int?
    /// The others, and why.
    public var unsupported: [Unsupported]?

    /// What was judged.
    public struct Device: Sendable, Hashable, Codable {
      /// Who made it: `snom`.
      public var vendor: String?
      /// What its maker calls it: `D785`.
      public var model: String?
      /// What it is: `deskphone`.
      public var kind: String?
      /// Its last button.
      public var maxPosition: Int?

      private enum CodingKeys: String, CodingKey {
        case vendor, model, kind
        case maxPosition = "max_position"
      }
    }

    /// The others, and why.
    public struct Unsupported: Sendable, Hashable, Codable {
      /// The button of the template: `tbtn_1`.
      public var templateButton: TemplateButton.ID?
      /// The button of its own: `dbo_1`.
      public var override: ButtonOverride.ID?
      /// The place of the button.
      public var position: Int?
      /// What it would do: `multicast`.
      public var type: String?
      /// Why it can't: `vendor_does_not_support_type`.
      public var reason: String?

      private enum CodingKeys: String, CodingKey {
        case override, position, type, reason
        case templateButton = "template_button"
      }
    }

    private enum CodingKeys: String, CodingKey {
      case device, unsupported
      case supportedCount = "supported_count"
    }
  }
}
