/// Whether the API answers at all; times count from the start.
///
/// After ten failures in a row, whoever they belong to, one request at a time is sent, after one
/// second, two, four and so on up to 30. When nothing but failures came for a minute, nothing more is
/// sent than such trials. An answer ends all that.
struct APIHealth {
  private static let failuresAllowed = 10
  private static let patience = Duration.seconds(60)
  private static let longestPause = Duration.seconds(30)

  /// How many failures came in a row.
  private var failures = 0
  /// When the first of them came.
  private var since = Duration.zero
  private var pause = Duration.seconds(1)
  /// When the next request may be tried.
  private(set) var nextTrial = Duration.zero

  /// Whether requests are only tried.
  var isDoubtful: Bool { failures >= Self.failuresAllowed }

  mutating func hear(_ outcome: Governor.Outcome, now: Duration) {
    guard outcome != .answered else {
      self = APIHealth()
      return
    }
    if failures == 0 { since = now }
    failures += 1
    // One that is told to wait is no trial: it waits.
    guard isDoubtful, outcome == .failed else { return }
    nextTrial = now + pause
    pause = min(pause * 2, Self.longestPause)
  }

  /// A request is tried.
  mutating func tries(now: Duration) {
    if isDoubtful { nextTrial = max(nextTrial, now + pause) }
  }

  /// Why a request that can't be the next trial is refused; `nil` where it may wait.
  func outage(now: Duration, isNext: Bool) -> APIError? {
    guard isDoubtful, now - since >= Self.patience, !isNext || now < nextTrial else { return nil }
    let wait = max(.seconds(1), nextTrial - now).components.seconds
    return APIError(
      .outage,
      "no request has succeeded for \((now - since).components.seconds) seconds, so none is sent "
        + "for \(wait) more")
  }
}
