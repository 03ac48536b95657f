/// How many requests a second the API takes, as far as it has shown; times count from the start.
///
/// An answer that says that there are too many (429) halves the rate that was reached before it. Within
/// a second without another it comes back to nearly that rate, and then rises: slowly where that rate
/// was measured, else to twice as much each second, until the API says that it is too much again.
struct RequestPace {
  /// The rate that was asked for; `nil` is no limit.
  var most: Double?
  /// The rate that was reached before the last 429.
  private var reached: Double?
  /// When that came.
  private var cut = Duration.zero
  /// Whether it was measured long enough to be near what the API takes.
  private var isSteady = false
  /// The answers of the last second, by tenths of a second.
  private var answers: [(tenth: Int, count: Int)] = []

  init(most: Double?) {
    self.most = most
  }

  /// The 429s that come so soon are of requests that were under way at the first.
  private static let event = Duration.seconds(1)
  /// So long without a 429 there is nothing to be learnt of it any more.
  private static let memory = Duration.seconds(120)
  /// Nobody sends more requests a second.
  private static let fastest = 1e6

  /// How many requests a second may be sent; `nil` is no limit.
  func rate(now: Duration) -> Double? {
    guard let reached, now - cut < Self.memory else { return most }
    let quiet = (now - cut) / .seconds(1)
    let learnt: Double
    if quiet < 1 {
      learnt = reached * (0.5 + 0.45 * quiet)
    } else if isSteady {
      learnt = reached * (0.95 + 0.02 * (quiet - 1))
    } else {
      var ramp = 0.95 * reached
      var left = quiet - 1
      while left >= 1, ramp < Self.fastest {
        ramp *= 2
        left -= 1
      }
      learnt = ramp * (1 + min(left, 1))
    }
    return min(learnt, most ?? learnt)
  }

  mutating func sawAnswer(now: Duration) {
    let tenth = Self.tenth(of: now)
    if answers.last?.tenth == tenth {
      answers[answers.count - 1].count += 1
    } else {
      answers.removeAll { $0.tenth <= tenth - 10 }
      answers.append((tenth, 1))
    }
  }

  mutating func sawLimit(now: Duration) {
    guard reached == nil || now - cut >= Self.event else { return }
    let tenth = Self.tenth(of: now)
    let count = answers.reduce(0) { $1.tenth > tenth - 10 ? $0 + $1.count : $0 }
    // What was learnt so long ago says nothing of now.
    if now - cut >= Self.memory { reached = nil }
    let before = rate(now: now) ?? .infinity
    // Behind a 429 there is a second of waiting, as a rule.
    let active = (now - (reached == nil ? .zero : cut + .seconds(1))) / .seconds(1)
    if reached == nil || active >= 0.5 {
      let wasRising = reached != nil && !isSteady
      isSteady = active >= 0.5
      let measured = min(Double(count) / (isSteady ? min(1, active) : 1), before)
      // While the rate rises, what came in a second is less than what may.
      reached = max(1, wasRising ? (measured + before) / 2 : measured)
    } else {
      // Too short to tell: others may have asked as well.
      isSteady = true
      reached = max(1, before * 0.7)
    }
    cut = now
  }

  private static func tenth(of time: Duration) -> Int { Int(time / .milliseconds(100)) }
}
