// Made from the catalog by scripts/generate.

extension PortOrder {
  /// How far it is; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `draft`.
    public static let draft = Status(rawValue: "draft")
    /// `approved`.
    public static let approved = Status(rawValue: "approved")
    /// `submitted`.
    public static let submitted = Status(rawValue: "submitted")
    /// `exception`.
    public static let exception = Status(rawValue: "exception")
    /// `foc`.
    public static let foc = Status(rawValue: "foc")
    /// `complete`.
    public static let complete = Status(rawValue: "complete")
    /// `cancelled`.
    public static let cancelled = Status(rawValue: "cancelled")
  }
}
