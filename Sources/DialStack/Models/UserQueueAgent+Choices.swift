// Made from the catalog by scripts/generate.

extension UserQueueAgent {
  /// What they do; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `available`.
    public static let available = Status(rawValue: "available")
    /// `paused`.
    public static let paused = Status(rawValue: "paused")
    /// `logged_out`.
    public static let loggedOut = Status(rawValue: "logged_out")
  }
}
