// Made from the catalog by scripts/generate.

extension Extension {
  /// Whether it can be dialled; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `active`.
    public static let active = Status(rawValue: "active")
    /// `inactive`.
    public static let inactive = Status(rawValue: "inactive")
  }
}
