// Made from the catalog by scripts/generate.

extension DECTHandset {
  /// How far it is set up; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `unpaired`.
    public static let unpaired = Status(rawValue: "unpaired")
    /// `pending-sync`.
    public static let pendingSync = Status(rawValue: "pending-sync")
    /// `registered`.
    public static let registered = Status(rawValue: "registered")
    /// `provisioned`.
    public static let provisioned = Status(rawValue: "provisioned")
  }
}
