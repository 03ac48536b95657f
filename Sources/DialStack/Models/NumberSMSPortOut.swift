// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Until when the text messages of one number may go to another carrier.
public struct NumberSMSPortOut: Sendable, Hashable {
  /// Open until then; null is locked.
  public var expiresAt: Date?
}
