#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The time of day, for HTTP dates.
enum WallClock {
  static var now: UTCTime { UTCTime(seconds: Int(Date().timeIntervalSince1970)) }
}
