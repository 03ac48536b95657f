// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A DECT handset.
///
/// - Note: It is an older view of what devices lists, which knows more.
public struct DECTHandset: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<DECTHandset>

  /// The id of the handset: `decth_01h2`.
  public var id: ID
  /// The base: `dectb_01h2`.
  public var base: DECTBase.ID?
  /// The serial number: `01234567890123456789`.
  public var ipei: String
  /// How far it is set up.
  public var status: Status
  /// The place in its base.
  public var slotNumber: Int
  /// What people call it: `Kitchen`.
  public var displayName: String?
  /// What its maker calls it: `M65`.
  public var model: String?
  /// Its software: `1.2.3`.
  public var firmwareVersion: String?
  /// When it was registered.
  public var registeredAt: Date?
  /// Its lines.
  public var extensions: [HandsetLine]?
}
