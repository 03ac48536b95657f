// Made from the catalog by scripts/generate.

extension Listener {
  /// Whose voice; the API may know more than these.
  public struct Channel: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `caller`.
    public static let caller = Channel(rawValue: "caller")
    /// `callee`.
    public static let callee = Channel(rawValue: "callee")
    /// `both`.
    public static let both = Channel(rawValue: "both")
  }
}
