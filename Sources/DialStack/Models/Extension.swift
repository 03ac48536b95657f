// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// An extension.
public struct Extension: Sendable, Hashable, Identifiable {
  /// What is dialled, zeros in front included: `1001`.
  public var number: String
  /// Who rings: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  ///
  /// - Note: A target may have several numbers.
  public var target: String
  /// Whether it can be dialled.
  public var status: Status
  /// When it was made.
  ///
  /// - Note: Extensions don't come by time, so all of them are read for the newest ones.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date

  /// What names it and no other: its ``number``.
  public var id: String { number }
}
