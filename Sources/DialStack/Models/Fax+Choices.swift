// Made from the catalog by scripts/generate.

extension Fax {
  /// From where to where; the API may know more than these.
  public struct Direction: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `inbound`.
    public static let inbound = Direction(rawValue: "inbound")
    /// `outbound`.
    public static let outbound = Direction(rawValue: "outbound")
  }
}

extension Fax {
  /// What became of it; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `pending`.
    public static let pending = Status(rawValue: "pending")
    /// `delivered`.
    public static let delivered = Status(rawValue: "delivered")
    /// `failed`.
    public static let failed = Status(rawValue: "failed")
    /// `received`.
    public static let received = Status(rawValue: "received")
  }
}

extension Fax {
  /// How it was carried; the API may know more than these.
  public struct Transport: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `t38`.
    public static let t38 = Transport(rawValue: "t38")
    /// `g711`.
    public static let g711 = Transport(rawValue: "g711")
  }
}

extension Fax {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``Fax/file`` names.
    case file
    /// What ``Fax/did`` names.
    case did
  }
}
