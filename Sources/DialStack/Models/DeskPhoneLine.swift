// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A desk phone line.
///
/// - Note: Only desk phones have such rows: devices whose type is deskphone.
public struct DeskPhoneLine: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<DeskPhoneLine>

  /// The id of the line: `dln_01h2`.
  public var id: ID
  /// The desk phone: `dev_mock001`.
  public var device: Device.ID
  /// What calls by it: `ep_01h2xcejqtf2nbrexx3vqjhp43`.
  public var endpoint: String
  /// Which line, from 1 to 24.
  public var lineNumber: Int
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
}
