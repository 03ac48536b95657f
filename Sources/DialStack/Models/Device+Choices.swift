// Made from the catalog by scripts/generate.

extension Device {
  /// What it is; the API may know more than these.
  public struct Kind: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `deskphone`.
    public static let deskphone = Kind(rawValue: "deskphone")
    /// `dect_base`.
    public static let dectBase = Kind(rawValue: "dect_base")
    /// `dect_handset`.
    public static let dectHandset = Kind(rawValue: "dect_handset")
  }
}

extension Device {
  /// Who made it; the API may know more than these.
  public struct Vendor: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `snom`.
    public static let snom = Vendor(rawValue: "snom")
    /// `yealink`.
    public static let yealink = Vendor(rawValue: "yealink")
    /// `poly`.
    public static let poly = Vendor(rawValue: "poly")
    /// `grandstream`.
    public static let grandstream = Vendor(rawValue: "grandstream")
    /// `cisco`.
    public static let cisco = Vendor(rawValue: "cisco")
    /// `fanvil`.
    public static let fanvil = Vendor(rawValue: "fanvil")
  }
}

extension Device {
  /// Whether it fetched its settings; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `pending-sync`.
    public static let pendingSync = Status(rawValue: "pending-sync")
    /// `provisioned`.
    public static let provisioned = Status(rawValue: "provisioned")
  }
}

extension Device {
  /// Whether it can be reached; the API may know more than these.
  public struct RegistrationStatus: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `registered`.
    public static let registered = RegistrationStatus(rawValue: "registered")
    /// `not_registered`.
    public static let notRegistered = RegistrationStatus(rawValue: "not_registered")
  }
}

extension Device {
  /// What a base is among others; the API may know more than these.
  public struct MulticellRole: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `single`.
    public static let single = MulticellRole(rawValue: "single")
    /// `data_master`.
    public static let dataMaster = MulticellRole(rawValue: "data_master")
    /// `secondary`.
    public static let secondary = MulticellRole(rawValue: "secondary")
  }
}

extension Device {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``Device/assignments`` names.
    case users
    /// What ``Device/buttonTemplate`` names. Only where one is retrieved.
    case buttonTemplate = "button_template"
  }
}
