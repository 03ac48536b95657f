// Made from the catalog by scripts/generate.

extension HardwareProduct {
  /// What it is; the API may know more than these.
  public struct DeviceType: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `deskphone`.
    public static let deskphone = DeviceType(rawValue: "deskphone")
    /// `dect_base`.
    public static let dectBase = DeviceType(rawValue: "dect_base")
    /// `dect_handset`.
    public static let dectHandset = DeviceType(rawValue: "dect_handset")
    /// `accessory`.
    public static let accessory = DeviceType(rawValue: "accessory")
    /// `bundle`.
    public static let bundle = DeviceType(rawValue: "bundle")
  }
}
