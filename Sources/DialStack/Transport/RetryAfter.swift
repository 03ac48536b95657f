/// What the `Retry-After` of an answer says (RFC 9110, 10.2.3).
enum RetryAfter {
  /// The wait that `response` asks for; `nil` if it asks for none, or for nonsense.
  ///
  /// A date counts from the answer's own `Date`, so that a wrong clock here does no harm,
  /// and from `now`, in seconds since 1970, where there is none. A date in the past is no wait.
  static func delay(of response: Response, now: () -> Int) -> Duration? {
    guard let text = response.header("Retry-After") else { return nil }
    if let seconds = seconds(text) { return .seconds(seconds) }
    guard let date = HTTPDate.seconds(text) else { return nil }
    let sent = response.header("Date").flatMap(HTTPDate.seconds) ?? now()
    return .seconds(max(0, date - sent))
  }

  /// Whole seconds; a fraction, which no standard allows, is rounded up. More than a day,
  /// however long its number, is a day.
  private static func seconds(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let hasFraction = parts.count == 2 && parts[1].contains { $0 != "0" }
    return min(Int(parts[0]) ?? 86_400, 86_400) + (hasFraction ? 1 : 0)
  }
}
