// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A phone number order.
public struct PhoneNumberOrder: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<PhoneNumberOrder>

  /// The id of the order: `ord_01h2`.
  public var id: ID
  /// Whether it buys.
  public var orderType: OrderType
  /// How far it is.
  ///
  /// - Note: Of a partial order `completedNumbers` has what went through, `failedNumbers` the
  ///   rest.
  public var status: Status
  /// All that was ordered.
  public var phoneNumbers: [String]
  /// Those that went through.
  public var completedNumbers: [String]
  /// Those that did not.
  public var failedNumbers: [String]
  /// Why not: `Not available`.
  public var errorMessage: String?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
}
