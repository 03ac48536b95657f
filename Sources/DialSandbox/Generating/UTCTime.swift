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
    let seconds = microseconds / 1_000_000
    let (year, month, day) = Self.date(ofDay: seconds / 86_400)
    var text = DigitText()
    text.append(year, digits: 4)
    text.append("-", month, digits: 2)
    text.append("-", day, digits: 2)
    text.append("T", seconds / 3600 % 24, digits: 2)
    text.append(":", seconds / 60 % 60, digits: 2)
    text.append(":", seconds % 60, digits: 2)
    if microseconds % 1_000_000 != 0 {
      text.append(".", microseconds % 1_000_000, digits: 6)
    }
    text.append("Z")
    return text.string
  }

  /// `Tue, 03 Feb 2026 17:20:11 GMT`, as HTTP headers have it (RFC 9110, 5.6.7).
  var headerText: String {
    let day = microseconds / 86_400_000_000
    let (year, month, dayOfMonth) = Self.date(ofDay: day)
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let clock = text.dropFirst(11).prefix(8)
    let date = "\(padded(dayOfMonth, to: 2)) \(months[month - 1]) \(year)"
    return "\(weekdays[day % 7]), \(date) \(clock) GMT"
  }

  /// The date `day` days after 1970-01-01, counted in eras of 400 years from March on.
  private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}

/// `number` with zeros before it until it has `width` digits.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// A text of numbers with leading zeros, made without a string for each.
private struct DigitText {
  private var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(32)
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ mark: Unicode.Scalar) {
    bytes.append(UInt8(ascii: mark))
  }

  mutating func append(_ mark: Unicode.Scalar, _ number: Int, digits: Int) {
    append(mark)
    append(number, digits: digits)
  }

  mutating func append(_ number: Int, digits: Int) {
    var power = 1
    for _ in 1..<digits { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }
}
