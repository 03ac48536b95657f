import DialRows
import DialStack

/// A moment of the years 1 to 9999 as clocks and calendars of a zone show it.
struct LocalDate {
  private let date: CalendarDay
  /// Seconds since midnight.
  private let second: Int

  init?(_ time: Timestamp, in zone: Zone) {
    let local = time.seconds + zone.offset(at: time)
    let day = local >= 0 ? local / 86_400 : (local + 1) / 86_400 - 1
    guard let date = CalendarDay(number: day) else { return nil }
    self.date = date
    second = local - day * 86_400
  }

  var year: Int { date.year }

  /// 0 to 23.
  var hour: Int { second / 3600 }

  /// 0 is Monday; 1970-01-01 was a Thursday.
  var weekday: Int { ((date.number + 3) % 7 + 7) % 7 }

  /// `2026-09-15`.
  var dayText: String { date.description }

  /// `2026-09`.
  var monthText: String { String(dayText.prefix(7)) }

  /// `2026-W38`: the week of ISO 8601, which is of the year that its Thursday is in.
  var weekText: String {
    let thursday = date.number - weekday + 3
    guard let year = CalendarDay(number: thursday)?.description.prefix(4),
      let first = CalendarDay(year: Int(year) ?? 1, month: 1, day: 1)
    else { return monthText }
    let week = (thursday - first.number) / 7 + 1
    return "\(year)-W\(week < 10 ? "0" : "")\(week)"
  }
}

extension Zone {
  /// The moment that a text spells, in the zone; `nil` for anything else.
  func date(of value: Value) -> LocalDate? {
    value.timestamp.flatMap { LocalDate($0, in: self) }
  }
}
