// Made from the catalog by scripts/generate.

/// What it does; the API may know more than these.
public struct ButtonKind: OpenChoice {
  /// The value as the API spells it.
  public let rawValue: String

  /// Takes any value, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `line`.
  public static let line = ButtonKind(rawValue: "line")
  /// `blf_extension`.
  public static let blfExtension = ButtonKind(rawValue: "blf_extension")
  /// `blf_park`.
  public static let blfPark = ButtonKind(rawValue: "blf_park")
  /// `blf_voicemail_shared`.
  public static let blfVoicemailShared = ButtonKind(rawValue: "blf_voicemail_shared")
  /// `blf_queue_agent`.
  public static let blfQueueAgent = ButtonKind(rawValue: "blf_queue_agent")
  /// `blf_queue_depth`.
  public static let blfQueueDepth = ButtonKind(rawValue: "blf_queue_depth")
  /// `speed_dial`.
  public static let speedDial = ButtonKind(rawValue: "speed_dial")
  /// `dtmf`.
  public static let dtmf = ButtonKind(rawValue: "dtmf")
  /// `voicemail`.
  public static let voicemail = ButtonKind(rawValue: "voicemail")
  /// `url`.
  public static let url = ButtonKind(rawValue: "url")
  /// `multicast`.
  public static let multicast = ButtonKind(rawValue: "multicast")
  /// `conference`.
  public static let conference = ButtonKind(rawValue: "conference")
  /// `transfer`.
  public static let transfer = ButtonKind(rawValue: "transfer")
  /// `forward`.
  public static let forward = ButtonKind(rawValue: "forward")
  /// `park`.
  public static let park = ButtonKind(rawValue: "park")
  /// `intercom`.
  public static let intercom = ButtonKind(rawValue: "intercom")
  /// `dnd`.
  public static let dnd = ButtonKind(rawValue: "dnd")
  /// `record_toggle`.
  public static let recordToggle = ButtonKind(rawValue: "record_toggle")
}
