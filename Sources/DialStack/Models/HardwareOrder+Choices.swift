// Made from the catalog by scripts/generate.

extension HardwareOrder {
  /// Where it is, on servers of 3.2 and before; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `draft`.
    public static let draft = Status(rawValue: "draft")
    /// `submitted`.
    public static let submitted = Status(rawValue: "submitted")
    /// `approved`.
    public static let approved = Status(rawValue: "approved")
    /// `rejected`.
    public static let rejected = Status(rawValue: "rejected")
    /// `fulfilled`.
    public static let fulfilled = Status(rawValue: "fulfilled")
    /// `cancelled`.
    public static let cancelled = Status(rawValue: "cancelled")
  }
}

extension HardwareOrder {
  /// Whether it is paid; the API may know more than these.
  public struct PaymentStatus: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `unpaid`.
    public static let unpaid = PaymentStatus(rawValue: "unpaid")
    /// `paid`.
    public static let paid = PaymentStatus(rawValue: "paid")
    /// `submitted`.
    public static let submitted = PaymentStatus(rawValue: "submitted")
    /// `settled`.
    public static let settled = PaymentStatus(rawValue: "settled")
    /// `failed`.
    public static let failed = PaymentStatus(rawValue: "failed")
    /// `reversed`.
    public static let reversed = PaymentStatus(rawValue: "reversed")
  }
}

extension HardwareOrder {
  /// Whether it may be sent; the API may know more than these.
  public struct FulfillmentStatus: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `on_hold`.
    public static let onHold = FulfillmentStatus(rawValue: "on_hold")
    /// `released`.
    public static let released = FulfillmentStatus(rawValue: "released")
    /// `rejected`.
    public static let rejected = FulfillmentStatus(rawValue: "rejected")
  }
}

extension HardwareOrder {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What `items.device` names.
    case itemsDevice = "items.device"
    /// What `items.bundle_catalog` names. Older servers leave the id.
    case itemsBundleCatalog = "items.bundle_catalog"
    /// What `lines.hardware_catalog` names. Older servers leave the id.
    case linesHardwareCatalog = "lines.hardware_catalog"
  }
}
