#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The time of day, for HTTP dates.
package enum WallClock {
  /// Seconds since 1970.
  @Sendable package static func now() -> Int { Int(Date().timeIntervalSince1970) }
}
