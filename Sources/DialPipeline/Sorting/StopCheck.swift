/// Lets long work that never awaits be stopped: it is asked at every step, and looks now and
/// then whether the task is cancelled.
///
/// A task that is cancelled already may take some steps yet, enough to make a result of what it
/// has.
struct StopCheck {
  private static let interval = 1024
  private var untilLook = interval
  private var stepsAfterStop = 100_000

  /// - Throws: `CancellationError`.
  mutating func step() throws {
    untilLook -= 1
    guard untilLook == 0 else { return }
    untilLook = Self.interval
    guard Task.isCancelled else { return }
    stepsAfterStop -= Self.interval
    guard stepsAfterStop > 0 else { throw CancellationError() }
  }
}
