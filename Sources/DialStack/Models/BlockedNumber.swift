// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A blocked number.
public struct BlockedNumber: Sendable, Hashable, Identifiable {
  /// Who can't call: `+14155551234`.
  public var phoneNumber: String
  /// Why not: `Sells nothing but calls`.
  public var description: String?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
  /// What a row is: `blocked_number`.
  public var object: String

  /// What names it and no other: its ``phoneNumber``.
  public var id: String { phoneNumber }
}
