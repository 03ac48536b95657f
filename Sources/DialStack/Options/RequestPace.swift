/// How many requests a second the API takes, as far as it has shown; times count from the start.
///
/// An answer that says that there are too many (429) halves the rate that was reached in the second
/// before. Within a second without another it comes back to nearly that rate, and then rises: slowly
/// where a whole second was measured, else fast, until the API says that it is too much again.
struct RequestPace {
  /// The rate that was asked for; `nil` is no limit.
  var most: Double?
  /// How many answers came in the second before the last 429.
  private var reached: Double?
  /// When that came.
  private var cut = Duration.zero
  /// Whether that second was one of requests alone, not of waiting.
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

  /// How many requests a second may be sent; `nil` is no limit.
  func rate(now: Duration) -> Double? {
    guard let reached, now - cut < Self.memory else { return most }
    let quiet = (now - cut) / .seconds(1)
    let learnt: Double
    if quiet < 1 {
      learnt = reached * (0.5 + 0.45 * quiet)
    } else if isSteady {
      learnt = reached * (0.95 + 0.005 * min(quiet - 1, 30) + 0.1 * max(0, quiet - 31))
    } else {
      learnt = reached * (0.95 + (quiet - 1))
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
    let reachedBefore = reached != nil
    reached = max(1, Double(count))
    // Behind a 429 there is a second of waiting, as a rule.
    isSteady = now - (reachedBefore ? cut + .seconds(1) : .zero) >= .seconds(1)
    cut = now
  }

  private static func tenth(of time: Duration) -> Int { Int(time / .milliseconds(100)) }
}
