// Made from the catalog by scripts/generate.

extension ButtonOverride {
  /// What it does; the API may know more than these.
  public struct Kind: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `line`.
    public static let line = Kind(rawValue: "line")
    /// `blf_extension`.
    public static let blfExtension = Kind(rawValue: "blf_extension")
    /// `blf_park`.
    public static let blfPark = Kind(rawValue: "blf_park")
    /// `blf_voicemail_shared`.
    public static let blfVoicemailShared = Kind(rawValue: "blf_voicemail_shared")
    /// `blf_queue_agent`.
    public static let blfQueueAgent = Kind(rawValue: "blf_queue_agent")
    /// `blf_queue_depth`.
    public static let blfQueueDepth = Kind(rawValue: "blf_queue_depth")
    /// `speed_dial`.
    public static let speedDial = Kind(rawValue: "speed_dial")
    /// `dtmf`.
    public static let dtmf = Kind(rawValue: "dtmf")
    /// `voicemail`.
    public static let voicemail = Kind(rawValue: "voicemail")
    /// `url`.
    public static let url = Kind(rawValue: "url")
    /// `multicast`.
    public static let multicast = Kind(rawValue: "multicast")
    /// `conference`.
    public static let conference = Kind(rawValue: "conference")
    /// `transfer`.
    public static let transfer = Kind(rawValue: "transfer")
    /// `forward`.
    public static let forward = Kind(rawValue: "forward")
    /// `park`.
    public static let park = Kind(rawValue: "park")
    /// `intercom`.
    public static let intercom = Kind(rawValue: "intercom")
    /// `dnd`.
    public static let dnd = Kind(rawValue: "dnd")
    /// `record_toggle`.
    public static let recordToggle = Kind(rawValue: "record_toggle")
  }
}
