import DialStack

/// A time as it was written: `2026-09-01`, `today`, `-7d`.
///
/// Which period it stands for depends on when and in which zone it is read.
package enum TimeLiteral: Sendable, Hashable {
  case now
  case today
  case yesterday
  /// So many seconds ago.
  case ago(Int)
  /// Whole days, counted from 1970-01-01.
  case days(Range<Int>)
  case moment(Timestamp)

  /// Reads `2026-09-01`, `2026-09`, `2026-09-01T10:00Z`, `today`, `yesterday`, `now`, `-2w`,
  /// `-7d`, `-12h` or `-30m`; `nil` for anything else.
  package init?(_ text: String) {
    switch text {
    case "now": self = .now
    case "today": self = .today
    case "yesterday": self = .yesterday
    default:
      if let literal = Self.ago(text) ?? Self.date(text) {
        self = literal
      } else if let time = Timestamp(Bytes(text)) {
        self = .moment(time)
      } else {
        return nil
      }
    }
  }

  /// Whether it is one moment, whatever the zone.
  package var isMoment: Bool {
    switch self {
    case .now, .ago, .moment: true
    case .today, .yesterday, .days: false
    }
  }

  /// What it stands for at the moment `now`; days and months are those of `zone`.
  package func period(now: Timestamp, in zone: Zone) -> Period {
    switch self {
    case .now: Period(moment: now)
    case .ago(let seconds): Period(moment: now.advanced(by: -seconds))
    case .moment(let time): Period(moment: time)
    case .today: period(of: zone.day(at: now), in: zone)
    case .yesterday: period(of: zone.day(at: now) - 1, in: zone)
    case .days(let days):
      Period(start: zone.start(ofDay: days.lowerBound), end: zone.start(ofDay: days.upperBound))
    }
  }

  private func period(of day: Int, in zone: Zone) -> Period {
    Period(start: zone.start(ofDay: day), end: zone.start(ofDay: day + 1))
  }

  private static func ago(_ text: String) -> TimeLiteral? {
    guard text.first == "-", let unit = text.last,
      let seconds = ["w": 7 * 86_400, "d": 86_400, "h": 3600, "m": 60][unit],
      let count = Int(text.dropFirst().dropLast()), (0...1_000_000).contains(count)
    else { return nil }
    return .ago(count * seconds)
  }

  private static func date(_ text: String) -> TimeLiteral? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.map { part in part.utf8.allSatisfy { (48...57).contains($0) } }
    guard (2...3).contains(parts.count), !digits.contains(false),
      parts.map(\.count) == [4, 2, 2].prefix(parts.count).map({ $0 }),
      let year = Int(parts[0]), let month = Int(parts[1]),
      let day = parts.count == 3 ? Int(parts[2]) : 1,
      let date = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    return .days(date.number..<(parts.count == 3 ? date.number + 1 : date.endOfMonth))
  }
}
