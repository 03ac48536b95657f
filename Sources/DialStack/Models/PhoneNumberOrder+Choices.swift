// Made from the catalog by scripts/generate.

extension PhoneNumberOrder {
  /// Whether it buys; the API may know more than these.
  public struct OrderType: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `purchase`.
    public static let purchase = OrderType(rawValue: "purchase")
    /// `disconnect`.
    public static let disconnect = OrderType(rawValue: "disconnect")
  }
}

extension PhoneNumberOrder {
  /// How far it is; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `pending`.
    public static let pending = Status(rawValue: "pending")
    /// `complete`.
    public static let complete = Status(rawValue: "complete")
    /// `partial`.
    public static let partial = Status(rawValue: "partial")
    /// `failed`.
    public static let failed = Status(rawValue: "failed")
  }
}
