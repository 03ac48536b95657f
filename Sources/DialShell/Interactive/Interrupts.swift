import DialExport
import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns signals into what they mean here: Ctrl-C cancels what runs, a terminal that goes
/// away, a TERM and their like end the program in order.
///
/// While a line is edited the terminal sends no signals; the editor takes the keys.
package final class Interrupts: Sendable {
  /// So many signals in a row end the program, should a pipeline not stop.
  private static let patience = 3
  /// What was told to end and goes on for so long is ended.
  private static let grace = Duration.seconds(1)
  /// The signals that end the program; each ends one that knows nothing of it, too.
  private static let ends: [CInt] = {
    let everywhere = [SIGHUP, SIGQUIT, SIGTERM, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM]
    #if os(Linux)
      return everywhere + [SIGIO, SIGPWR, SIGSTKFLT]
    #else
      return everywhere
    #endif
  }()

  /// What is done to the process, and when.
  package struct Means: Sendable {
    /// Ends the process at once, with nothing left behind.
    let leave: @Sendable (ExitStatus) -> Void
    /// Calls something after a time, however busy the tasks are.
    let later: @Sendable (Duration, @escaping @Sendable () -> Void) -> Void

    package init(
      leave: @escaping @Sendable (ExitStatus) -> Void,
      later: @escaping @Sendable (Duration, @escaping @Sendable () -> Void) -> Void
    ) {
      self.leave = leave
      self.later = later
    }

    /// This process and the clock.
    package static let process = Means(
      leave: { status in
        TemporaryPaths.removeAll()
        _exit(status.rawValue)
      },
      later: { delay, body in
        let milliseconds = Int(delay / .milliseconds(1))
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
          @Sendable in body()
        }
      })
  }

  private struct Work {
    let onInterrupt: InterruptMeaning
    let cancel: @Sendable () -> Void
  }

  /// What Ctrl-C means for work.
  private enum InterruptMeaning {
    /// It ends the work.
    case cancels
    /// It is meant for another program that has the terminal meanwhile.
    case isForOthers
    /// It came between two lines of a session, which goes on.
    case isLate
  }

  private struct State {
    /// What may be cancelled, the innermost last: the session, the pipeline that runs.
    var works: [Work] = []
    var count = 0
    /// The signal that ends the program.
    var end: CInt?
  }

  private let means: Means
  private let state = Mutex(State())

  package init(_ means: Means) {
    self.means = means
    // A reader that goes away and a file that gets too large are errors of the write.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Runs `work` so that a signal cancels it: Ctrl-C what is innermost, TERM and its like all.
  package func cancellable<Result: Sendable>(
    _ work: @escaping @Sendable () async -> Result
  ) async -> Result {
    await run(work, onInterrupt: .cancels)
  }

  /// Runs a session, which TERM and its like end, and Ctrl-C doesn't: that is for its lines.
  package func session<Result: Sendable>(
    _ work: @escaping @Sendable () async -> Result
  ) async -> Result {
    await run(work, onInterrupt: .isLate)
  }

  private func run<Result: Sendable>(
    _ work: @escaping @Sendable () async -> Result, onInterrupt meaning: InterruptMeaning
  ) async -> Result {
    let task = Task { await work() }
    let isEnding = state.withLock { state in
      state.works.append(Work(onInterrupt: meaning) { task.cancel() })
      state.count = 0
      return state.end != nil
    }
    if isEnding { task.cancel() }
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
      state.works.append(Work(onInterrupt: .isForOthers) {})
      state.count = 0
    }
    defer { state.withLock { _ = $0.works.popLast() } }
    return try await work()
  }

  /// Begins to listen for the signals that end a program. What was ignored at the start, by
  /// `nohup` for one, stays so.
  package func listen() {
    for number in [SIGINT] + Self.ends where !Self.isIgnored(number) {
      on(number) { [weak self] in self?.receive(number) }
    }
    if !Self.isIgnored(SIGPROF) { on(SIGPROF) { [weak self] in self?.receive(SIGTERM) } }
  }

  /// Calls `handler` whenever the signal comes.
  package func on(_ number: CInt, _ handler: @escaping @Sendable () -> Void) {
    SignalPipe.shared?.on(number, handler)
  }

  /// Does what a signal means.
  package func receive(_ number: CInt) {
    number == SIGINT ? interrupt() : end(number)
  }

  /// How the program ends whose work came to `status`: a signal that ended it has the say.
  package func status(_ status: ExitStatus) -> ExitStatus {
    state.withLock { $0.end }.map { .ended(by: $0) } ?? status
  }

  /// Whether a signal is ignored, as it may have been at the start.
  package static func isIgnored(_ number: CInt) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private func interrupt() {
    let (work, isWhole) = state.withLock { state -> (Work?, Bool) in
      if state.works.last.map({ $0.onInterrupt == .cancels }) ?? true { state.count += 1 }
      return (state.count < Self.patience ? state.works.last : nil, state.works.count == 1)
    }
    guard let work else { return means.leave(.interrupted) }
    guard work.onInterrupt == .cancels else { return }
    work.cancel()
    if isWhole { leaveSoon(.interrupted) }
  }

  private func end(_ number: CInt) {
    let works = state.withLock { state in
      state.count += 1
      if state.end == nil { state.end = number }
      return state.count < Self.patience ? state.works : []
    }
    guard !works.isEmpty else { return means.leave(status(.interrupted)) }
    for work in works.reversed() { work.cancel() }
    leaveSoon(status(.interrupted))
  }

  /// Ends the process should the work that was cancelled not have ended it.
  private func leaveSoon(_ status: ExitStatus) {
    means.later(Self.grace) { [means] in means.leave(status) }
  }
}
