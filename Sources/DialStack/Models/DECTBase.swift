// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A DECT base.
///
/// - Note: It is an older view of what devices lists, which knows more.
public struct DECTBase: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<DECTBase>

  /// The id of the base: `dectb_01h2`.
  public var id: ID
  /// What people call it: `Warehouse`.
  public var name: String?
  /// What its maker calls it: `M500`.
  public var model: String?
  /// The address on its network: `00:04:13:aa:bb:cc`.
  public var macAddress: String?
  /// Whether it fetched its settings: `provisioned`.
  public var status: String?
  /// Where it stands: `loc_01abc`.
  public var location: Location.ID?
  /// Where it is on the network: `203.0.113.7`. It is not for every eye.
  public var currentIPAddress: Secret?
  /// When it was made.
  public var createdAt: Date
}
