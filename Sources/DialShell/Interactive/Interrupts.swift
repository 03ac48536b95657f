import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns signals into what they mean here: Ctrl-C cancels the pipeline that runs.
///
/// While a line is edited the terminal sends no signals; the editor takes the keys.
package final class Interrupts: Sendable {
  /// So many Ctrl-C in a row end the program, should a pipeline not stop.
  private static let patience = 3

  private struct State {
    var cancel: (@Sendable () -> Void)?
    var count = 0
  }

  private let state = Mutex(State())
  private let sources = Mutex<[any DispatchSourceSignal]>([])

  package init() {
    // A reader that goes away is an error of the write, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Runs `work` so that Ctrl-C cancels it.
  package func cancellable<Result: Sendable>(
    _ work: @escaping @Sendable () async -> Result
  ) async -> Result {
    let task = Task { await work() }
    state.withLock { state in
      state.cancel = { task.cancel() }
      state.count = 0
    }
    let result = await task.value
    state.withLock { $0.cancel = nil }
    return result
  }

  /// Listens for SIGINT and SIGTERM: the run is cancelled, which leaves files as they were.
  package func listen() {
    on(SIGINT) { [weak self] in self?.interrupt() }
    on(SIGTERM) { [weak self] in self?.interrupt() }
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
    let cancel = state.withLock { state in
      state.count += 1
      return state.count < Self.patience ? state.cancel : nil
    }
    guard let cancel else { _exit(ExitStatus.interrupted.rawValue) }
    cancel()
  }
}
