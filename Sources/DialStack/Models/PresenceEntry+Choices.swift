// Made from the catalog by scripts/generate.

extension PresenceEntry {
  /// What they do; the API may know more than these.
  public struct State: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `available`.
    public static let available = State(rawValue: "available")
    /// `on_call`.
    public static let onCall = State(rawValue: "on_call")
    /// `offline`.
    public static let offline = State(rawValue: "offline")
  }
}

extension PresenceEntry {
  /// What a row is; the API may know more than these.
  public struct Object: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `user_presence`.
    public static let userPresence = Object(rawValue: "user_presence")
    /// `park_slot`.
    public static let parkSlot = Object(rawValue: "park_slot")
  }
}

extension PresenceEntry.ParkedCall {
  /// Whether it rings again; the API may know more than these.
  public struct Status: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `parked`.
    public static let parked = Status(rawValue: "parked")
    /// `ringing_back`.
    public static let ringingBack = Status(rawValue: "ringing_back")
  }
}
