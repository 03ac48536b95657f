#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The time and the chance that retries depend on.
package struct Timing: Sendable {
  /// What waits and what durations are measured with.
  package var clock: any Clock<Duration>
  /// The time of day in seconds since 1970.
  package var now: @Sendable () -> Int
  /// A number from 0 up to, but not, 1.
  package var random: @Sendable () -> Double

  package init(
    clock: any Clock<Duration>, now: @escaping @Sendable () -> Int,
    random: @escaping @Sendable () -> Double
  ) {
    self.clock = clock
    self.now = now
    self.random = random
  }

  /// The machine's.
  package static let system = Timing(
    clock: ContinuousClock(), now: { Int(Date().timeIntervalSince1970) },
    random: { Double.random(in: 0..<1) })

  /// Measures the time since now.
  func stopwatch() -> @Sendable () -> Duration {
    Self.stopwatch(clock)
  }

  private static func stopwatch<C: Clock<Duration>>(_ clock: C) -> @Sendable () -> Duration {
    let start = clock.now
    return { start.duration(to: clock.now) }
  }
}
