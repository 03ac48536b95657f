// Made from the catalog by scripts/generate.

extension Call {
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
    /// `internal`.
    public static let `internal` = Direction(rawValue: "internal")
  }
}

extension Call {
  /// How it ended; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `completed`.
    public static let completed = Status(rawValue: "completed")
    /// `no-answer`.
    public static let noAnswer = Status(rawValue: "no-answer")
    /// `busy`.
    public static let busy = Status(rawValue: "busy")
    /// `failed`.
    public static let failed = Status(rawValue: "failed")
    /// `voicemail`.
    public static let voicemail = Status(rawValue: "voicemail")
  }
}

extension Call.QualityMetric {
  /// Which leg; the API may know more than these.
  public struct Leg: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `pstn`.
    public static let pstn = Leg(rawValue: "pstn")
    /// `endpoint`.
    public static let endpoint = Leg(rawValue: "endpoint")
  }
}

extension Call {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``Call/did`` names.
    case did
  }
}
