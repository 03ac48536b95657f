import DialStack
import Synchronization

/// Answers in memory, one given answer a request; fails when there are no more.
final class ScriptedTransport: Transport {
  private let state: Mutex<(answers: [Response], requests: [Request])>

  init(_ answers: [Response]) {
    state = Mutex((answers, []))
  }

  /// Pages with status 200.
  convenience init(pages: [String]) {
    self.init(pages.map { Response(status: 200, headers: [], body: Array($0.utf8)) })
  }

  var requests: [Request] { state.withLock { $0.requests } }

  func send(_ request: Request) async throws -> Response {
    try state.withLock { state in
      state.requests.append(request)
      guard !state.answers.isEmpty else { throw APIError(.invalidRequest, "not in the script") }
      return state.answers.removeFirst()
    }
  }
}
