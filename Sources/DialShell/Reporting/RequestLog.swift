package import DialStack
import Synchronization
import TerminalText

/// Hears of every request: counts them, and shows them where that was asked for.
package final class RequestLog: Sendable {
  /// Whether each request is shown.
  package enum Detail: Sendable, Hashable {
    case nothing, everyRequest
  }

  /// What was sent so far.
  package struct Tally: Sendable, Hashable {
    /// Every attempt, retries included.
    package var sent = 0
    package var retries = 0
    /// How long was waited before retries, in all.
    package var waited = Duration.zero
    /// The time between requests and the ends of their answers, in all.
    package var answering = Duration.zero
    /// Of the bodies of answers, uncompressed.
    package var bytes = 0

    package init(
      sent: Int = 0, retries: Int = 0, waited: Duration = .zero, answering: Duration = .zero,
      bytes: Int = 0
    ) {
      self.sent = sent
      self.retries = retries
      self.waited = waited
      self.answering = answering
      self.bytes = bytes
    }
  }

  private struct State {
    var tally = Tally()
    /// What is drawn while a pipeline runs, and must not stand before other text.
    var progress: Progress?
  }

  private let state = Mutex(State())
  private let messages: Messages
  private let detail: Detail

  package init(messages: Messages, detail: Detail) {
    self.messages = messages
    self.detail = detail
  }

  package var tally: Tally { state.withLock { $0.tally } }

  /// Has `progress` hear of requests while `body` runs.
  func telling<Result>(_ progress: Progress, during body: () async throws -> Result) async rethrows
    -> Result
  {
    state.withLock { $0.progress = progress }
    defer { state.withLock { $0.progress = nil } }
    return try await body()
  }

  /// Takes an event of the client, which never holds the key.
  package func note(_ event: RequestEvent) {
    let progress = state.withLock { state in
      state.tally.note(event)
      return state.progress
    }
    progress?.note(event)
    guard detail == .everyRequest else { return }
    switch event {
    case .sending: break
    case .waiting(_, let duration, let reason):
      show(progress, "waiting \(duration.formattedForPeople) to ask again: \(reason)")
    case .received(let attempt, let status, let bytes, let duration, let id):
      let request = id.map { ", \($0)" } ?? ""
      let size = "\(bytes) bytes, \(duration.formattedForPeople)\(request)"
      show(progress, "\(Self.line(attempt)) → \(status), \(size)")
    case .failed(let attempt, let duration, let reason):
      show(progress, "\(Self.line(attempt)) → \(reason), \(duration.formattedForPeople)")
    }
  }

  /// Parts of the line come from the server.
  private func show(_ progress: Progress?, _ line: String) {
    guard let progress else { return messages.note(line.visible) }
    progress.writing { messages.note(line.visible) }
  }

  private static func line(_ attempt: RequestAttempt) -> String {
    let account = attempt.account.map { " for \($0)" } ?? ""
    let again = attempt.number > 1 ? " (attempt \(attempt.number))" : ""
    return "\(attempt.method) \(attempt.target)\(account)\(again)"
  }
}

extension RequestLog.Tally {
  mutating func note(_ event: RequestEvent) {
    switch event {
    case .sending(let attempt):
      sent += 1
      if attempt.number > 1 { retries += 1 }
    case .received(_, _, let bytes, let duration, _):
      self.bytes += bytes
      answering += duration
    case .failed(_, let duration, _): answering += duration
    case .waiting(_, let duration, _): waited += duration
    }
  }

  /// What came since `earlier`.
  func since(_ earlier: Self) -> Self {
    RequestLog.Tally(
      sent: sent - earlier.sent, retries: retries - earlier.retries,
      waited: waited - earlier.waited, answering: answering - earlier.answering,
      bytes: bytes - earlier.bytes)
  }
}

extension Duration {
  /// `12 ms`, or `3.2 s` from a second on.
  var formattedForPeople: String {
    let milliseconds = Int(self / .milliseconds(1))
    guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
    return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }

  /// `0.41 s`, as footers have it.
  var inSeconds: String {
    let hundredths = max(0, Int(self / .milliseconds(10)))
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
  }
}

extension Double {
  /// `12.5`, and `12` where nothing is behind it.
  var oneDecimal: String {
    let tenths = Int((self * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
