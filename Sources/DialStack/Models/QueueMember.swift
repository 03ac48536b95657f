// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A queue member.
///
/// - Note: The rows don't come in the order of the members: sort by position.
public struct QueueMember: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<QueueMember>

  /// The id of the member: `qm_123`.
  public var id: ID
  /// The queue: `qu_123`.
  public var queue: Queue.ID
  /// Who it is: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  public var user: User.ID
  /// Those with less ring first.
  public var penalty: Int
  /// The place in the queue.
  ///
  /// - Note: Gaps between positions are normal.
  public var position: Int
  /// When it was made.
  public var createdAt: Date
}
