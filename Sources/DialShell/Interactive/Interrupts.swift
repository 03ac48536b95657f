import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns signals into what they mean here: Ctrl-C cancels what runs, a terminal that goes
/// away or a TERM ends the program in order.
///
/// While a line is edited the terminal sends no signals; the editor takes the keys.
package final class Interrupts: Sendable {
  /// So many Ctrl-C in a row end the program, should a pipeline not stop.
  private static let patience = 3

  private struct Work {
    /// Whether Ctrl-C is meant for it, not for a program that has the terminal meanwhile.
    let takesKeys: Bool
    let cancel: @Sendable () -> Void
  }

  private struct State {
    /// What may be cancelled, the innermost last: the session, the pipeline that runs.
    var works: [Work] = []
    var count = 0
  }

  private let state = Mutex(State())
  private let sources = Mutex<[any DispatchSourceSignal]>([])

  package init() {
    // A reader that goes away is an error of the write, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Runs `work` so that a signal cancels it: Ctrl-C what is innermost, TERM and HUP all.
  package func cancellable<Result: Sendable>(
    _ work: @escaping @Sendable () async -> Result
  ) async -> Result {
    let task = Task { await work() }
    state.withLock { state in
      state.works.append(Work(takesKeys: true) { task.cancel() })
      state.count = 0
    }
    let result = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    state.withLock { _ = $0.works.popLast() }
    return result
  }

  /// Runs `work` so that Ctrl-C is left to the program that has the terminal.
  package func leavingKeys<Result>(_ work: () async throws -> Result) async rethrows -> Result {
    state.withLock { state in
      state.works.append(Work(takesKeys: false) {})
      state.count = 0
    }
    defer { state.withLock { _ = $0.works.popLast() } }
    return try await work()
  }

  /// Begins to listen for INT, TERM and HUP.
  package func listen() {
    on(SIGINT) { [weak self] in self?.interrupt() }
    on(SIGTERM) { [weak self] in self?.terminate() }
    on(SIGHUP) { [weak self] in self?.terminate() }
  }

  /// Calls `handler` whenever the signal comes.
  package func on(_ number: CInt, _ handler: @escaping @Sendable () -> Void) {
    signal(number, SIG_IGN)
    sources.withLock { sources in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { @Sendable in handler() }
      source.resume()
      sources.append(source)
    }
  }

  private func interrupt() {
    let work = state.withLock { state in
      if state.works.last?.takesKeys != false { state.count += 1 }
      return state.count < Self.patience ? state.works.last : nil
    }
    guard let work else { _exit(ExitStatus.interrupted.rawValue) }
    if work.takesKeys { work.cancel() }
  }

  private func terminate() {
    let works = state.withLock { state in
      state.count += 1
      return state.count < Self.patience ? state.works : []
    }
    guard !works.isEmpty else { _exit(ExitStatus.interrupted.rawValue) }
    for work in works.reversed() { work.cancel() }
  }
}
