import DialStack

/// A moment as the API writes it: RFC 3339 in UTC.
struct UTCTime: Sendable, Hashable, Comparable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  var microseconds: Int

  init(seconds: Int, microseconds: Int = 0) {
    self.microseconds = seconds * 1_000_000 + microseconds
  }

  static func < (left: UTCTime, right: UTCTime) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The moment, or the sandbox's now if that is earlier.
  var untilNow: UTCTime { min(self, UTCTime(seconds: CallPlanner.now)) }

  /// The moment `days` later.
  func advanced(byDays days: Int) -> UTCTime {
    advanced(bySeconds: days * 86_400)
  }

  /// The moment `seconds` later.
  func advanced(bySeconds seconds: Int) -> UTCTime {
    var moment = self
    moment.microseconds += seconds * 1_000_000
    return moment
  }

  /// `2026-02-03T17:20:11Z`, or with six digits of a fraction where there is one.
  var text: String {
    var text: [UInt8] = []
    text.reserveCapacity(27)
    text.append(day, divider: "T", second: microseconds / 1_000_000 % 86_400)
    if microseconds % 1_000_000 != 0 {
      text.append(UInt8(ascii: "."))
      text.append(microseconds % 1_000_000, digits: 6)
    }
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }

  /// `Tue, 03 Feb 2026 17:20:11 GMT`, as HTTP headers have it (RFC 9110, 5.6.7).
  var headerText: String {
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let weekday = weekdays[day.number % 7]
    let date = "\(padded(day.day, to: 2)) \(HTTPDate.months[day.month - 1]) \(day.year)"
    return "\(weekday), \(date) \(text.dropFirst(11).prefix(8)) GMT"
  }

  private var day: CalendarDay {
    guard let day = CalendarDay(number: microseconds / 86_400_000_000) else {
      preconditionFailure("the times of the sandbox lie before the year 10000")
    }
    return day
  }
}

/// `number` with zeros before it until it has `width` digits.
func padded(_ number: Int, to width: Int) -> String {
  var text: [UInt8] = []
  text.append(number, digits: width)
  return String(decoding: text, as: UTF8.self)
}
