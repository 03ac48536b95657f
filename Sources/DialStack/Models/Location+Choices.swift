// Made from the catalog by scripts/generate.

extension Location {
  /// Whether emergency calls name the place; the API may know more than these.
  public struct EmergencyStatus: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `none`.
    public static let nothing = EmergencyStatus(rawValue: "none")
    /// `pending`.
    public static let pending = EmergencyStatus(rawValue: "pending")
    /// `binding`.
    public static let binding = EmergencyStatus(rawValue: "binding")
    /// `provisioned`.
    public static let provisioned = EmergencyStatus(rawValue: "provisioned")
    /// `failed`.
    public static let failed = EmergencyStatus(rawValue: "failed")
  }
}

extension Location {
  /// Always active; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `active`.
    public static let active = Status(rawValue: "active")
  }
}
