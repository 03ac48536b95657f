// Made from the catalog by scripts/generate.

extension FollowMeStep.Target {
  /// Which of the others it is; the API may know more than these.
  public struct Kind: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `external`.
    public static let external = Kind(rawValue: "external")
    /// `user`.
    public static let user = Kind(rawValue: "user")
  }
}
