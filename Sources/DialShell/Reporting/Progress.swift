import DialExport
import DialPipeline
import DialLanguage
import DialStack
import Synchronization
import SystemPackage
import TerminalText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line on the terminal that says how far a long run has come, and what it waits for.
///
/// It is below all rows and gone before anything else is written.
final class Progress: Sendable {
  /// A run that is shorter shows nothing.
  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(200)
  private static let clearLine = "\r\u{1B}[K"

  /// What a run goes through.
  enum Subject: Sendable {
    case pages
    /// The lists of so many accounts; `nil` where nobody has counted.
    case accounts(Int?)
  }

  private struct State {
    let start = ContinuousClock.now
    var pages = 0
    var rows = 0
    var accounts = 0
    /// Until when the client waits, and why.
    var wait: (end: ContinuousClock.Instant, sentence: String)?
    var isDrawn = false
  }

  private let subject: Subject
  private let descriptor: FileDescriptor?
  private let width: @Sendable () -> Int
  private let rate: @Sendable () -> Double?
  private let state = Mutex(State())

  /// Draws on `descriptor`, no wider than `width`; `nil` draws nothing.
  ///
  /// - Parameter rate: how many requests a second are let go, where there is a limit.
  init(
    of subject: Subject, on descriptor: FileDescriptor?, width: @escaping @Sendable () -> Int,
    rate: @escaping @Sendable () -> Double?
  ) {
    self.subject = subject
    self.descriptor = descriptor
    self.width = width
    self.rate = rate
  }

  /// A page came with so many rows, after which there were rows of so many accounts.
  func sawPage(rows: Int, accounts: Int) {
    state.withLock { state in
      state.pages += 1
      state.rows += rows
      state.accounts = accounts
      state.wait = nil
    }
  }

  /// Takes what happens to a request.
  func note(_ event: RequestEvent) {
    state.withLock { state in
      switch event {
      case .waiting(_, let duration, let reason):
        let sentence = Self.sentence(waiting: duration, because: reason)
        state.wait = (ContinuousClock.now + duration, sentence)
      case .sending, .received, .failed: state.wait = nil
      }
    }
  }

  /// Shows the line while `body` runs, from when it has taken a while.
  func during<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    guard descriptor != nil else { return try await body() }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        while true {
          try await Task.sleep(for: Self.interval)
          self.draw()
        }
      }
      defer {
        group.cancelAll()
        writing {}
        // The terminal has shown the `^C` that ended the run.
        if Task.isCancelled { put(Self.clearLine) }
      }
      return try await body()
    }
  }

  /// Takes the line away and keeps it away while `body` writes.
  func writing(_ body: () throws -> Void) rethrows {
    try state.withLock { state in
      if state.isDrawn {
        put(Self.clearLine)
        state.isDrawn = false
      }
      try body()
    }
  }

  private func draw() {
    let (width, rate) = (width(), rate())
    state.withLock { state in
      let now = ContinuousClock.now
      let elapsed = now - state.start
      guard elapsed > Self.patience else { return }
      put(Self.clearLine + line(state, elapsed, rate).prefixing(max(1, width - 1)))
      state.isDrawn = true
    }
  }

  private func put(_ text: String) {
    // Nobody can be told when standard error itself is gone.
    try? descriptor?.writeUnlessStopped(Array(text.utf8))
  }

  private func line(_ state: State, _ elapsed: Duration, _ rate: Double?) -> String {
    var parts: [String] = []
    if case .accounts(let count) = subject {
      parts.append(
        count.map { "\(state.accounts) of \($0) accounts" } ?? "\(state.accounts) accounts")
    }
    parts += [state.pages == 1 ? "1 page" : "\(state.pages) pages", Messages.rows(state.rows)]
    if state.rows > 0 {
      parts.append("\(Int(Double(state.rows) / (elapsed / .seconds(1)))) rows/s")
    }
    if let rate, state.wait == nil { parts.append("\(rate.oneDecimal) requests/s at most") }
    parts.append(state.wait?.sentence ?? elapsed.inSeconds)
    return parts.joined(separator: " · ")
  }

  /// `waiting for the rate limit until 14:03:22 (60 s)`.
  private static func sentence(waiting duration: Duration, because reason: String) -> String {
    let cause =
      reason == "status 429" ? "waiting for the rate limit" : "waiting to ask again (\(reason))"
    let seconds = Int((duration / .seconds(1)).rounded(.up))
    var end = time(nil) + seconds
    var parts = tm()
    localtime_r(&end, &parts)
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(cause) until \(clock) (\(seconds) s)".visible
  }
}
