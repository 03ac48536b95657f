// Made from the catalog by scripts/generate.

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
