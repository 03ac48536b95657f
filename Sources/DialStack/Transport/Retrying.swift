/// Sends requests until there is a good answer, or none can be hoped for.
///
/// Each attempt is let go by the governor, which also waits between them, by the policy; each is
/// reported. A cancelled task ends a wait at once.
struct Retrying: Sendable {
  var transport: any Transport
  var policy: RetryPolicy
  let timing: Timing
  let governor: Governor
  var reporter: Reporter
  let text: ServerText

  /// Sends `request`, again where that may help.
  ///
  /// - Throws: ``APIError`` for anything but a 2xx answer, `CancellationError`.
  func send(_ request: Request) async throws -> Answer {
    let number = reporter.nextNumber()
    var waits = Waits(policy: policy)
    while true {
      try Task.checkCancellation()
      let attempt = RequestAttempt(
        request: number, number: waits.attempt, method: "GET",
        target: text.redacted(request.target), account: request.account)
      try await governor.admit()
      switch try await send(request, as: attempt) {
      case .success(let answer): return answer
      case .failure(let setback):
        let wait = try waits.next(after: setback, random: timing.random)
        reporter.report(.waiting(attempt, duration: wait.duration, reason: setback.reason))
        try await governor.wait(wait)
      }
    }
  }

  private func send(_ request: Request, as attempt: RequestAttempt) async throws
    -> Result<Answer, Setback>
  {
    reporter.report(.sending(attempt))
    let elapsed = timing.stopwatch()
    do {
      let response = try await transport.send(request)
      let requestID = response.header("X-Request-Id").map { text.line($0, limit: 100) }
      reporter.report(
        .received(
          attempt, status: response.status, bytes: response.body.count, duration: elapsed(),
          requestID: requestID))
      governor.hear(Governor.Outcome(status: response.status))
      return judge(response, AnswerFacts(response.status, requestID, attempt.number))
    } catch var error as APIError {
      error.attempts = attempt.number
      if Setback(error, serverDelay: nil).isPassing { governor.hear(.failed) }
      reporter.report(.failed(attempt, duration: elapsed(), reason: error.message))
      return .failure(Setback(error, serverDelay: nil))
    } catch {
      reporter.report(.failed(attempt, duration: elapsed(), reason: "cancelled"))
      throw error
    }
  }

  private func judge(_ response: Response, _ facts: AnswerFacts) -> Result<Answer, Setback> {
    guard !(200...299).contains(response.status) else {
      return .success(Answer(facts: facts, body: response.body))
    }
    var error = APIError(response, facts, text: text)
    let isBusy = response.status == 429 || response.status == 503
    error.retryAfter = isBusy ? RetryAfter.delay(of: response, now: timing.now) : nil
    return .failure(Setback(error, serverDelay: error.retryAfter))
  }
}

extension Governor.Outcome {
  fileprivate init(status: Int) {
    // 500 may be about the one thing that was asked for; a gateway says that nothing answers.
    self = status == 429 ? .limited : [502, 503, 504].contains(status) ? .failed : .answered
  }
}

/// An attempt that gave no good answer.
private struct Setback: Error {
  let error: APIError
  /// How long the API asks to wait.
  let serverDelay: Duration?

  init(_ error: APIError, serverDelay: Duration?) {
    self.error = error
    self.serverDelay = serverDelay
  }

  var reason: String {
    error.status.map { "status \($0)" } ?? error.message
  }

  /// Whether the same request may succeed later.
  var isPassing: Bool {
    switch error.status {
    case 408, 425, 429, 500, 502, 503, 504: true
    case .some: false
    case nil: error.kind == .connection || error.kind == .timeout
    }
  }
}

/// The attempts and waits of one request.
private struct Waits {
  let policy: RetryPolicy
  /// The attempt under way, from 1.
  private(set) var attempt = 1
  /// How long it waited because the API said so.
  private var served = Duration.zero

  init(policy: RetryPolicy) {
    self.policy = policy
  }

  /// How long to wait before the next attempt.
  ///
  /// - Throws: the error of `setback` if there is to be no further attempt.
  mutating func next(after setback: Setback, random: () -> Double) throws(APIError)
    -> Governor.Wait
  {
    guard setback.isPassing, attempt <= policy.maximumRetries else { throw setback.error }
    defer { attempt += 1 }
    guard let delay = setback.serverDelay else { return .backoff(longestBackoff * random()) }
    served += delay
    guard served <= policy.maximumServerDelay else { throw tooLong(delay, setback.error) }
    return .askedFor(delay)
  }

  /// Doubles with every attempt; more than 30 doublings are beyond any maximum.
  private var longestBackoff: Duration {
    min(policy.firstDelay * (1 << min(attempt - 1, 30)), policy.maximumDelay)
  }

  private func tooLong(_ delay: Duration, _ error: APIError) -> APIError {
    var error = error
    let limit = policy.maximumServerDelay.components.seconds
    // Longer waits all count as a day.
    let wish = delay < .seconds(86_400) ? "\(delay.components.seconds) seconds" : "a day or more"
    error.message +=
      "; the API asks to wait \(wish),"
      + " and a request waits \(limit) seconds in total at most"
    return error
  }
}
