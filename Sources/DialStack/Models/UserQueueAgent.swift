// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Whether one person takes the calls of queues; none who never has.
public struct UserQueueAgent: Sendable, Hashable {
  /// What they do.
  public var status: Status
  /// Since when they pause.
  public var pausedAt: Date?
  /// Why: `Lunch`.
  public var pauseReason: String?
  /// Since when.
  public var loggedInAt: Date?
  /// Since when they talk.
  public var inCallSince: Date?
  /// When that changed.
  public var updatedAt: Date?
}
