// Made from the catalog by scripts/generate.

extension DeviceButton {
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

extension DeviceButton {
  /// Where it comes from; the API may know more than these.
  public struct Source: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `template`.
    public static let template = Source(rawValue: "template")
    /// `override`.
    public static let override = Source(rawValue: "override")
    /// `template_overridden`.
    public static let templateOverridden = Source(rawValue: "template_overridden")
    /// `model_default`.
    public static let modelDefault = Source(rawValue: "model_default")
  }
}

extension DeviceButton.Compatibility {
  /// Why it can't; the API may know more than these.
  public struct Reason: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `vendor_does_not_support_type`.
    public static let vendorDoesNotSupportType = Reason(rawValue: "vendor_does_not_support_type")
    /// `position_out_of_range_for_model`.
    public static let positionOutOfRangeForModel = Reason(
      rawValue: "position_out_of_range_for_model")
    /// `device_has_no_owning_user`.
    public static let deviceHasNoOwningUser = Reason(rawValue: "device_has_no_owning_user")
    /// `displaced_by_own_line`.
    public static let displacedByOwnLine = Reason(rawValue: "displaced_by_own_line")
    /// `park_slot_not_provisioned`.
    public static let parkSlotNotProvisioned = Reason(rawValue: "park_slot_not_provisioned")
  }
}
