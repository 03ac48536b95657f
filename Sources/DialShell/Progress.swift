import Synchronization
import SystemPackage

/// A line on the terminal that says how far a long run has come.
final class Progress: Sendable {
  /// A run that is shorter shows nothing.
  private static let patience = Duration.seconds(1)
  /// The line is not drawn more often than this.
  private static let interval = Duration.milliseconds(200)
  private static let clearLine = "\r\u{1B}[K"

  private struct State {
    let start = ContinuousClock.now
    var lastDrawn: ContinuousClock.Instant?
  }

  private let descriptor: FileDescriptor?
  private let state = Mutex(State())

  /// Draws on `descriptor`; `nil` draws nothing.
  init(on descriptor: FileDescriptor?) {
    self.descriptor = descriptor
  }

  func saw(rows: Int) {
    guard let descriptor else { return }
    let isDue = state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.start > Self.patience,
        state.lastDrawn.map({ now - $0 > Self.interval }) ?? true
      else { return false }
      state.lastDrawn = now
      return true
    }
    guard isDue else { return }
    _ = try? descriptor.writeAll(Array("\(Self.clearLine)\(Messages.rows(rows)) …".utf8))
  }

  /// Takes the line away.
  func clear() {
    guard let descriptor, state.withLock({ $0.lastDrawn != nil }) else { return }
    _ = try? descriptor.writeAll(Array(Self.clearLine.utf8))
  }
}
