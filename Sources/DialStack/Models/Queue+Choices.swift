// Made from the catalog by scripts/generate.

extension Queue {
  /// Who rings first; the API may know more than these.
  public struct Strategy: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `ringall`.
    public static let ringall = Strategy(rawValue: "ringall")
    /// `linear`.
    public static let linear = Strategy(rawValue: "linear")
    /// `rrmemory`.
    public static let rrmemory = Strategy(rawValue: "rrmemory")
    /// `leastrecent`.
    public static let leastrecent = Strategy(rawValue: "leastrecent")
    /// `fewestcalls`.
    public static let fewestcalls = Strategy(rawValue: "fewestcalls")
    /// `random`.
    public static let random = Strategy(rawValue: "random")
    /// `wrandom`.
    public static let wrandom = Strategy(rawValue: "wrandom")
  }
}

extension Queue {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``Queue/extensions`` names.
    case extensions
    /// What ``Queue/members`` names.
    case members
  }
}
