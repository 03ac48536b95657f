import DialStack

/// A time as it was written: `2026-09-01`, `today`, `-7d`.
///
/// Which period it stands for depends on when and in which zone it is read.
package enum TimeLiteral: Sendable, Hashable {
  case now
  /// The day so many days from today: 0 is today, -1 yesterday.
  case day(Int)
  /// The week so many weeks from this one; weeks begin on Monday.
  case week(Int)
  /// The month so many months from this one.
  case month(Int)
  /// The year so many years from this one.
  case year(Int)
  /// So many seconds from now; less than 0 is ago.
  case fromNow(Int)
  /// Whole days, counted from 1970-01-01.
  case days(Range<Int>)
  case moment(Timestamp)

  /// The words that stand for a period, and what it is.
  private static let words: [String: TimeLiteral] = [
    "now": .now, "today": .day(0), "yesterday": .day(-1), "tomorrow": .day(1),
    "this-week": .week(0), "last-week": .week(-1), "next-week": .week(1),
    "this-month": .month(0), "last-month": .month(-1), "next-month": .month(1),
    "this-year": .year(0), "last-year": .year(-1), "next-year": .year(1),
  ]

  /// Words and spans that a time may be written as, for completion.
  package static let suggestions = [
    "today", "yesterday", "this-week", "last-week", "this-month", "last-month", "this-year",
    "last-year", "tomorrow", "now", "-1d", "-7d", "-30d",
  ]

  /// Reads `2026-09-01`, `2026-09`, `2026`, `2026-09-01T10:00Z`, `today`, `last-week`, `now`, `-2w`,
  /// `-7d`, `-12h`, `-30m` or `+7d`; `nil` for anything else.
  package init?(_ text: String) {
    if let literal = Self.words[text.lowercased()] ?? Self.span(text) ?? Self.date(text) {
      self = literal
    } else if let time = Timestamp(Bytes(text)) {
      self = .moment(time)
    } else {
      return nil
    }
  }

  /// Whether it is one moment, whatever the zone.
  package var isMoment: Bool {
    switch self {
    case .now, .fromNow, .moment: true
    case .day, .week, .month, .year, .days: false
    }
  }

  /// What it stands for at the moment `now`; days, weeks, months and years are those of `zone`.
  package func period(now: Timestamp, in zone: Zone) -> Period {
    switch self {
    case .now: return Period(moment: now)
    case .fromNow(let seconds): return Period(moment: now.advanced(by: seconds))
    case .moment(let time): return Period(moment: time)
    case .day(let offset):
      let day = zone.day(at: now) + offset
      return period(of: day..<day + 1, in: zone)
    case .week(let offset):
      let today = zone.day(at: now)
      // 1970-01-01 was a Thursday.
      let monday = today - ((today + 3) % 7 + 7) % 7 + 7 * offset
      return period(of: monday..<monday + 7, in: zone)
    case .month(let offset): return period(ofMonths: 1, from: offset, now: now, in: zone)
    case .year(let offset): return period(ofMonths: 12, from: 12 * offset, now: now, in: zone)
    case .days(let days): return period(of: days, in: zone)
    }
  }

  private func period(of days: Range<Int>, in zone: Zone) -> Period {
    Period(start: zone.start(ofDay: days.lowerBound), end: zone.start(ofDay: days.upperBound))
  }

  /// So many months, the first of them `offset` months from this one; of several, from January on.
  private func period(ofMonths count: Int, from offset: Int, now: Timestamp, in zone: Zone)
    -> Period
  {
    guard let today = CalendarDay(number: zone.day(at: now)) else { return Period(moment: now) }
    let month = today.year * 12 + (count == 1 ? today.month - 1 : 0) + offset
    func first(_ month: Int) -> Int? {
      CalendarDay(year: month / 12, month: month % 12 + 1, day: 1)?.number
    }
    guard let start = first(month), let end = first(month + count) else {
      return Period(moment: now)
    }
    return period(of: start..<end, in: zone)
  }

  private static func span(_ text: String) -> TimeLiteral? {
    guard let sign = text.first, sign == "-" || sign == "+", let unit = text.last,
      let seconds = ["w": 7 * 86_400, "d": 86_400, "h": 3600, "m": 60][unit]
    else { return nil }
    let digits = text.dropFirst().dropLast()
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(digits),
      (0...1_000_000).contains(count)
    else { return nil }
    return .fromNow((sign == "-" ? -1 : 1) * count * seconds)
  }

  private static func date(_ text: String) -> TimeLiteral? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.map { part in part.utf8.allSatisfy { (48...57).contains($0) } }
    guard (1...3).contains(parts.count), !digits.contains(false),
      parts.map(\.count) == [4, 2, 2].prefix(parts.count).map({ $0 }),
      let year = Int(parts[0]), let month = parts.count > 1 ? Int(parts[1]) : 1,
      let day = parts.count == 3 ? Int(parts[2]) : 1,
      let date = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    switch parts.count {
    case 1:
      guard let last = CalendarDay(year: year, month: 12, day: 31) else { return nil }
      return .days(date.number..<last.number + 1)
    case 2: return .days(date.number..<date.endOfMonth)
    default: return .days(date.number..<date.number + 1)
    }
  }
}
