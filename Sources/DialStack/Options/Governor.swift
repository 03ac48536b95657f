import Synchronization

/// Lets the requests of a client go: within a budget, at a rate, and while the API takes any.
///
/// A request reserves its place before it is sent, so that tasks that ask at the same time can't
/// send more than the budget among them. Copies of a client share their governor, so one answer that
/// asks to wait makes all of them wait, once.
///
/// The rate is the one that was set, or less: an answer with the status 429 halves what was reached
/// before it, and quiet time raises it again. When nothing but failures comes for a minute, nothing
/// more is sent.
package final class Governor: Sendable {
  /// Why a request waits before it is sent again.
  package enum Wait: Sendable, Hashable {
    /// By the client's own policy; others go on.
    case backoff(Duration)
    /// Because the API said so; nobody else is let go in the meantime.
    case askedFor(Duration)

    package var duration: Duration {
      switch self {
      case .backoff(let duration), .askedFor(let duration): duration
      }
    }
  }

  /// What became of a request that was let go.
  package enum Outcome: Sendable, Hashable {
    /// The API answered, whatever it said.
    case answered
    /// It answered that there are too many requests (429).
    case limited
    /// No answer came, or one that says that the API is out of order (502, 503, 504).
    case failed
  }

  private let state: Mutex<GovernorState>
  private let timing: Timing
  /// The time since the governor was made, which its state counts by.
  private let elapsed: @Sendable () -> Duration

  /// Makes a governor whose waits go by the clock of `timing`.
  package init(budget: Int? = nil, rate: Double? = nil, timing: Timing = .system) {
    state = Mutex(GovernorState(budget: budget, rate: rate))
    self.timing = timing
    elapsed = timing.stopwatch()
  }

  /// How many requests may be sent in all, retries included. The default, `nil`, is no limit.
  package var budget: Int? {
    get { state.withLock { $0.budget } }
    set { state.withLock { $0.budget = newValue } }
  }

  /// How many requests may be sent a second, more than 0. The default, `nil`, is no limit.
  package var rate: Double? {
    get { state.withLock { $0.pace.most } }
    set { state.withLock { $0.pace.most = newValue } }
  }

  /// How many requests a second are let go at this moment; `nil` is no limit.
  package var currentRate: Double? {
    let now = elapsed()
    return state.withLock { $0.pace.rate(now: now) }
  }

  /// Lets a request go, which has to be sent then; waits for its turn.
  ///
  /// A task that is cancelled while it waits gives its place back.
  /// - Throws: an ``APIError`` of the kind `budget` where the budget has no room, and `outage` where
  ///   the API has only failed for long, at once; `CancellationError`.
  package func admit() async throws {
    let place = try state.withLock { state throws(APIError) in try state.reserve(now: elapsed()) }
    guard let place else { return }
    do {
      while let wait = try state.withLock({ state throws(APIError) in
        try state.wait(at: place, now: elapsed())
      }) {
        try await timing.clock.sleep(for: wait)
      }
    } catch {
      state.withLock { $0.giveBack(place) }
      throw error
    }
  }

  /// Hears what became of a request.
  package func hear(_ outcome: Outcome) {
    let now = elapsed()
    state.withLock { $0.hear(outcome, now: now) }
  }

  /// Waits before a request is sent again, which takes another ``admit()``.
  ///
  /// - Throws: `CancellationError`.
  package func wait(_ wait: Wait) async throws {
    switch wait {
    case .backoff(let duration): try await timing.clock.sleep(for: duration)
    case .askedFor(let duration):
      let hold = state.withLock { $0.hold(until: elapsed() + duration) }
      defer { state.withLock { $0.end(hold) } }
      try await timing.clock.sleep(for: duration)
    }
  }
}

/// What a governor knows; times count from when it was made.
private struct GovernorState {
  /// A number for each request that reserves a place, and for each hold.
  typealias Ticket = Int

  var budget: Int?
  var pace: RequestPace
  private var health = APIHealth()
  /// So long a request waits for its turn before it looks again.
  private static let patience = Duration.milliseconds(250)

  /// The requests that were let go, and those that wait for it.
  private var reserved = 0
  private var lastTicket = 0
  /// Those that wait, in the order of their turns.
  private var waiting: [Ticket] = []
  /// When the rate lets the first of those go.
  private var nextTurn = Duration.zero
  /// Until when the API wants nothing, by the requests that it told so.
  private var holds: [Ticket: Duration] = [:]

  init(budget: Int?, rate: Double?) {
    self.budget = budget
    pace = RequestPace(most: rate)
  }

  /// Takes a place in the budget and in the queue.
  ///
  /// - Returns: `nil` where there is nothing to wait for.
  mutating func reserve(now: Duration) throws(APIError) -> Ticket? {
    if let budget, reserved >= budget { throw Self.refusal(budget) }
    if let outage = health.outage(now: now, isNext: waiting.isEmpty) { throw outage }
    reserved += 1
    guard !waiting.isEmpty || !holds.isEmpty || pace.rate(now: now) != nil || health.isDoubtful
    else { return nil }
    let ticket = nextTicket()
    waiting.append(ticket)
    return ticket
  }

  /// How long a request has to wait at least before it looks again; `nil` lets it go.
  mutating func wait(at place: Ticket, now: Duration) throws(APIError) -> Duration? {
    let interval = pace.rate(now: now).map { .seconds(1) / $0 } ?? Duration.zero
    let ahead = waiting.firstIndex(of: place) ?? 0
    if let outage = health.outage(now: now, isNext: ahead == 0) { throw outage }
    let turn = max(nextTurn, health.nextTrial) + interval * ahead
    let end = max(turn, holds.values.max() ?? .zero)
    guard end <= now else {
      // The rate may have risen by then.
      return max(end - max(turn, now), min(turn - now, Self.patience))
    }
    waiting.removeAll { $0 == place }
    // One that wakes late doesn't make those behind it late.
    nextTurn = max(nextTurn + interval, now)
    health.tries(now: now)
    return nil
  }

  /// Takes a request out of the queue that is not sent after all.
  mutating func giveBack(_ place: Ticket) {
    waiting.removeAll { $0 == place }
    reserved -= 1
  }

  mutating func hear(_ outcome: Governor.Outcome, now: Duration) {
    health.hear(outcome, now: now)
    switch outcome {
    case .answered: pace.sawAnswer(now: now)
    case .limited: pace.sawLimit(now: now)
    case .failed: break
    }
  }

  mutating func hold(until end: Duration) -> Ticket {
    let ticket = nextTicket()
    holds[ticket] = end
    return ticket
  }

  mutating func end(_ hold: Ticket) {
    holds[hold] = nil
  }

  private mutating func nextTicket() -> Ticket {
    lastTicket += 1
    return lastTicket
  }

  private static func refusal(_ budget: Int) -> APIError {
    let sentence =
      budget == 1
      ? "the 1 request of `.budget` was sent" : "all \(budget) requests of `.budget` were sent"
    return APIError(.budget, "\(sentence); a larger number lets more go")
  }
}
