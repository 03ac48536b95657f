import DialStack

/// The clock of a time zone: its offset from UTC, summer time included.
///
/// The rules are those of today, which is enough for the years of the sandbox.
struct LocalClock: Sendable {
  private enum Summer {
    case none, northAmerica, europe
  }

  /// Seconds east of UTC in winter.
  private let offset: Int
  private let summer: Summer

  /// UTC where the zone is none of those that accounts have.
  init(_ zone: String) {
    (offset, summer) =
      switch zone {
      case "America/New_York", "America/Toronto": (-5 * 3600, .northAmerica)
      case "America/Chicago": (-6 * 3600, .northAmerica)
      case "America/Los_Angeles": (-8 * 3600, .northAmerica)
      case "Europe/London": (0, .europe)
      case "Europe/Berlin": (3600, .europe)
      default: (0, .none)
      }
  }

  /// The second since 1970 at which the clock shows `local`, a second since 1970 of its own.
  func universal(_ local: Int) -> Int {
    let winter = local - offset
    return isSummer(winter - 1800) ? winter - 3600 : winter
  }

  /// What the clock shows at a second since 1970 of UTC.
  func local(_ universal: Int) -> Int {
    universal + offset + (isSummer(universal) ? 3600 : 0)
  }

  private func isSummer(_ universal: Int) -> Bool {
    guard let year = CalendarDay(number: universal / 86_400)?.year else { return false }
    switch summer {
    case .none: return false
    case .northAmerica:
      let start = sunday(2, of: 3, year) * 86_400 + 2 * 3600 - offset
      let end = sunday(1, of: 11, year) * 86_400 + 3600 - offset
      return (start..<end).contains(universal)
    case .europe:
      let start = lastSunday(of: 3, year) * 86_400 + 3600
      let end = lastSunday(of: 10, year) * 86_400 + 3600
      return (start..<end).contains(universal)
    }
  }

  /// The number of the day that is Sunday `count` of a month.
  private func sunday(_ count: Int, of month: Int, _ year: Int) -> Int {
    let first = CalendarDay(year: year, month: month, day: 1)?.number ?? 0
    return first + (7 - weekday(ofDay: first)) % 7 + 7 * (count - 1)
  }

  private func lastSunday(of month: Int, _ year: Int) -> Int {
    let last = (CalendarDay(year: year, month: month, day: 1)?.endOfMonth ?? 1) - 1
    return last - weekday(ofDay: last)
  }
}

/// The weekday of a day counted from 1970-01-01: 0 is Sunday.
func weekday(ofDay number: Int) -> Int { (number + 4) % 7 }

/// When people call: on weekdays, most of all in the middle of the morning and after lunch.
struct WorkingWeek: Sendable {
  let clock: LocalClock

  /// How many of a thousand calls of a weekday come in each hour, more or less.
  private static let hours = [
    2, 1, 1, 1, 1, 3, 8, 25, 60, 115, 135, 120, 80, 105, 125, 110, 85, 50, 25, 15, 12, 9, 7, 5,
  ]
  private static let busiest = 135

  /// A moment of the `days` before `end`, in seconds since 1970.
  func moment(_ random: inout SplitMix64, before end: Int, days: Int) -> Int {
    while true {
      let local = clock.local(end) - random.next(in: 1..<days * 86_400)
      let day = weekday(ofDay: local / 86_400)
      let share = Self.hours[local % 86_400 / 3600]
      let isWeekend = day == 0 || day == 6
      guard random.happens(isWeekend ? share / 8 : share, in: Self.busiest) else { continue }
      let moment = clock.universal(local)
      if moment < end { return moment }
    }
  }
}
