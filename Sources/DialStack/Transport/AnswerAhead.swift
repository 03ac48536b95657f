import Synchronization

/// An answer that was asked for before anybody waits for it; who lets it go doesn't want it any more.
final class AnswerAhead: Sendable {
  let target: String
  private let task: Task<Answer, any Error>
  private let attempts: Attempts
  private let reporter: Reporter

  /// Sends the request before it returns, unless something has to be waited for.
  init(to request: Request, over requests: Retrying) {
    let attempts = Attempts(timing: requests.timing)
    var requests = requests
    reporter = requests.reporter
    requests.reporter = reporter.asking { attempts.note($0) }
    self.attempts = attempts
    target = request.target
    task = Task.immediate(executorPreference: requests.transport.executor) { [requests] in
      try await requests.send(request)
    }
  }

  deinit {
    // It is told now, before what comes of the run, and not when the task has ended.
    if let event = attempts.stop() { reporter.report(event) }
    task.cancel()
  }

  var answer: Answer {
    get async throws {
      try await withTaskCancellationHandler {
        try await task.value
      } onCancel: {
        task.cancel()
      }
    }
  }
}

/// The attempts of a request, as long as somebody wants it.
private final class Attempts: Sendable {
  private struct State {
    var underWay: (attempt: RequestAttempt, elapsed: @Sendable () -> Duration)?
    var isWanted = true
  }

  private let state = Mutex(State())
  private let timing: Timing

  init(timing: Timing) {
    self.timing = timing
  }

  /// Takes an event, and says whether it is still told.
  func note(_ event: RequestEvent) -> Bool {
    state.withLock { state in
      switch event {
      case .sending(let attempt): state.underWay = (attempt, timing.stopwatch())
      case .received, .failed, .waiting: state.underWay = nil
      }
      return state.isWanted
    }
  }

  /// What to tell of the attempt under way, of which nothing more is told.
  func stop() -> RequestEvent? {
    state.withLock { state in
      state.isWanted = false
      return state.underWay.take().map { attempt, elapsed in
        .failed(attempt, duration: elapsed(), reason: "cancelled")
      }
    }
  }
}
