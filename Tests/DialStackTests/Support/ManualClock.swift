import Synchronization

/// A clock that stands still until a test moves it on.
final class ManualClock: Clock {
  typealias Instant = RecordingClock.Instant

  private struct State {
    var now = Instant(offset: .zero)
    var lastID = 0
    var sleepers: [Int: (deadline: Instant, wake: CheckedContinuation<Void, any Error>)] = [:]
    var cancelled: Set<Int> = []
    /// Who waits until so many sleep.
    var watchers: [(count: Int, wake: CheckedContinuation<Void, Never>)] = []

    mutating func watchersToWake() -> [CheckedContinuation<Void, Never>] {
      let count = sleepers.count
      defer { watchers.removeAll { $0.count == count } }
      return watchers.filter { $0.count == count }.map(\.wake)
    }
  }

  private let state = Mutex(State())

  var now: Instant { state.withLock { $0.now } }
  var minimumResolution: Swift.Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Swift.Duration?) async throws {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (wake: CheckedContinuation<Void, any Error>) in
        let watchers = state.withLock { state in
          if state.cancelled.contains(id) {
            wake.resume(throwing: CancellationError())
          } else if state.now >= deadline {
            wake.resume()
          } else {
            state.sleepers[id] = (deadline, wake)
          }
          return state.watchersToWake()
        }
        for watcher in watchers { watcher.resume() }
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        state.cancelled.insert(id)
        return state.sleepers.removeValue(forKey: id)
      }
      sleeper?.wake.resume(throwing: CancellationError())
    }
  }

  /// Moves the time on, and wakes those whose time has come.
  func advance(by duration: Swift.Duration) {
    let woken = state.withLock { state in
      state.now = state.now.advanced(by: duration)
      let woken = state.sleepers.filter { $0.value.deadline <= state.now }
      for id in woken.keys { state.sleepers[id] = nil }
      return woken.values.map(\.wake)
    }
    for wake in woken { wake.resume() }
  }

  /// Returns once `count` tasks sleep.
  func sleepers(_ count: Int) async {
    await withCheckedContinuation { wake in
      let watchers = state.withLock { state in
        state.watchers.append((count, wake))
        return state.watchersToWake()
      }
      for watcher in watchers { watcher.resume() }
    }
  }
}
