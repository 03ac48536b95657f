package import DialStack
import DialLanguage
import Synchronization

/// Hears of every request: counts them, and shows them where that was asked for.
package final class RequestLog: Sendable {
  /// Whether each request is shown, or only long waits.
  package enum Detail: Sendable, Hashable {
    case waits, everyRequest
  }

  /// A shorter wait before a retry is not worth a line.
  private static let noticeableWait = Duration.seconds(2)

  private let sent = Mutex(0)
  private let messages: Messages
  private let detail: Detail

  package init(messages: Messages, detail: Detail) {
    self.messages = messages
    self.detail = detail
  }

  /// How many requests were sent, retries included.
  package var count: Int { sent.withLock { $0 } }

  /// Takes an event of the client, which never holds the key.
  package func note(_ event: RequestEvent) {
    if case .sending = event { sent.withLock { $0 += 1 } }
    switch (event, detail) {
    case (.waiting(_, let duration, let reason), .waits):
      if duration >= Self.noticeableWait {
        messages.notice(Self.waitLine(duration, reason).visible)
      }
    case (.waiting(_, let duration, let reason), .everyRequest):
      show(Self.waitLine(duration, reason))
    case (.sending, .everyRequest), (_, .waits): break
    case (.received(let attempt, let status, let bytes, let duration, let id), .everyRequest):
      let request = id.map { ", \($0)" } ?? ""
      let size = "\(bytes) bytes, \(duration.formattedForPeople)\(request)"
      show("\(Self.line(attempt)) → \(status), \(size)")
    case (.failed(let attempt, let duration, let reason), .everyRequest):
      show("\(Self.line(attempt)) → \(reason), \(duration.formattedForPeople)")
    }
  }

  /// Parts of the line come from the server.
  private func show(_ line: String) {
    messages.note(line.visible)
  }

  private static func line(_ attempt: RequestAttempt) -> String {
    let account = attempt.account.map { " for \($0)" } ?? ""
    let again = attempt.number > 1 ? " (attempt \(attempt.number))" : ""
    return "\(attempt.method) \(attempt.target)\(account)\(again)"
  }

  private static func waitLine(_ duration: Duration, _ reason: String) -> String {
    "waiting \(duration.formattedForPeople) to ask again: \(reason)"
  }
}

extension Duration {
  /// `12 ms`, or `3.2 s` from a second on.
  var formattedForPeople: String {
    let milliseconds = Int(self / .milliseconds(1))
    guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
    return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }
}
