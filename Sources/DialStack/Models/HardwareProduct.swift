// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What it is.
public struct HardwareProduct: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<HardwareProduct>

  /// The id of the product: `hwc_1`.
  public var id: ID
  /// Who makes it: `SNOM`.
  public var manufacturer: String?
  /// What its maker calls it: `M500`.
  public var model: String?
  /// What the shop calls it: `SN-M500`.
  public var sku: String?
  /// What it is.
  public var deviceType: DeviceType?
  /// Whether it can be ordered.
  public var active: Bool?
  /// What is in a bundle. Servers that are older than it don't send it.
  public var components: [Component]?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date

  /// What is in a bundle.
  public struct Component: Sendable, Hashable, Codable {
    /// The product: `hwc_3`.
    public var hardwareCatalog: String?
    /// Who makes it: `SNOM`.
    public var manufacturer: String?
    /// What its maker calls it: `M65`.
    public var model: String?
    /// What it is: `dect_handset`.
    public var deviceType: String?
    /// How many.
    public var quantity: Int?

    private enum CodingKeys: String, CodingKey {
      case manufacturer, model, quantity
      case hardwareCatalog = "hardware_catalog"
      case deviceType = "device_type"
    }
  }
}
