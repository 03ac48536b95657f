#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Times as the API writes them: `2026-02-03T17:20:11Z`, with fractions and offsets if need be.
package enum RFC3339 {
  /// How closely a text has to follow the standard.
  package enum Spelling: Sendable, Hashable {
    /// As RFC 3339 has it.
    case strict
    /// As users write it, with a space between date and time and without seconds, and as tables
    /// show it, with offsets as `-05`, `-0500` and `-00:44:30`.
    case lenient
  }

  /// The moment that `text` spells, since 1970-01-01T00:00:00Z; `nil` for anything else.
  ///
  /// A fraction of any length counts to the nanosecond; a leap second is the next second.
  package static func moment(_ text: Bytes, _ spelling: Spelling) -> (
    seconds: Int, nanoseconds: Int
  )? {
    text.withSpan { moment($0.bytes, spelling) }
  }

  /// The moment that `bytes` spell, in the same way.
  package static func moment(_ bytes: RawSpan, _ spelling: Spelling) -> (
    seconds: Int, nanoseconds: Int
  )? {
    var reader = TimeReader()
    guard let day = reader.day(in: bytes), reader.skipDivider(spelling, in: bytes),
      let second = reader.secondOfDay(spelling, in: bytes),
      let nanoseconds = reader.fraction(in: bytes), let offset = reader.offset(spelling, in: bytes),
      reader.isAtEnd(of: bytes)
    else { return nil }
    return (day.secondsSince1970 + second - offset, nanoseconds)
  }

  /// The time that `text` spells by the letter; `nil` for anything else.
  static func date(_ text: String) -> Date? {
    guard let (seconds, nanoseconds) = moment(text.utf8.span.bytes, .strict) else { return nil }
    return Date(
      timeIntervalSinceReferenceDate: Double(seconds - epoch) + Double(nanoseconds) / 1e9)
  }

  /// The time in UTC, to the microsecond, without zeros at the end of the fraction.
  ///
  /// A time outside of the years 1 to 9999 is `nil`.
  static func text(_ date: Date) -> String? {
    let interval = date.timeIntervalSinceReferenceDate
    guard interval.magnitude < 1e12 else { return nil }
    let microseconds = Int((interval * 1_000_000).rounded()) + epoch * 1_000_000
    let (seconds, fraction) = floorDivided(microseconds, by: 1_000_000)
    return text(seconds: seconds, nanoseconds: fraction * 1000)
  }

  /// The moment so long after 1970-01-01T00:00:00Z in UTC, cut to the microsecond, without zeros at
  /// the end of the fraction.
  ///
  /// A time outside of the years 1 to 9999 is `nil`.
  package static func text(seconds: Int, nanoseconds: Int = 0) -> String? {
    let (day, second) = floorDivided(seconds, by: 86_400)
    guard let date = CalendarDay(number: day) else { return nil }
    var text: [UInt8] = []
    text.append(date, divider: "T", second: second)
    if nanoseconds >= 1000 {
      text.append(UInt8(ascii: "."))
      text.append(nanoseconds / 1000, digits: 6)
      while text.last == UInt8(ascii: "0") { text.removeLast() }
    }
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }

  /// Seconds from 1970 to 2001, where `Date` counts from.
  private static let epoch = 978_307_200

  private static func floorDivided(_ number: Int, by divisor: Int) -> (Int, Int) {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }
}

/// The parts that only times of RFC 3339 have.
extension TimeReader {
  /// Goes over what stands between the date and the time.
  @inline(__always)
  mutating func skipDivider(_ spelling: RFC3339.Spelling, in bytes: RawSpan) -> Bool {
    skip("T", in: bytes) || skip("t", in: bytes) || spelling == .lenient && skip(" ", in: bytes)
  }

  /// The nanoseconds of `.123`; 0 if there is no fraction, `nil` if it has no digits.
  @inline(__always)
  mutating func fraction(in bytes: RawSpan) -> Int? {
    guard skip(".", in: bytes) else { return 0 }
    var nanoseconds = 0
    var digits = 0
    while let digit = number(of: 1, in: bytes) {
      if digits < 9 { nanoseconds = nanoseconds * 10 + digit }
      digits += 1
    }
    guard digits > 0 else { return nil }
    for _ in 0..<max(0, 9 - digits) { nanoseconds *= 10 }
    return nanoseconds
  }

  /// The offset from UTC in seconds: `Z` or `-05:00`; if users may spell it, `-0500`, `-05`, or as it
  /// was in Monrovia before 1972, `-00:44:30`.
  @inline(__always)
  mutating func offset(_ spelling: RFC3339.Spelling, in bytes: RawSpan) -> Int? {
    if skip("Z", in: bytes) || skip("z", in: bytes) { return 0 }
    let sign = skip("+", in: bytes) ? 1 : skip("-", in: bytes) ? -1 : 0
    guard sign != 0 else { return nil }
    switch spelling {
    case .strict: return minuteOfDay(in: bytes).map { sign * $0 * 60 }
    case .lenient: return lenientOffset(in: bytes).map { sign * $0 }
    }
  }

  private mutating func lenientOffset(in bytes: RawSpan) -> Int? {
    guard let hours = number(of: 2, in: bytes), hours < 24 else { return nil }
    var offset = hours * 3600
    for unit in [60, 1] where !isAtEnd(of: bytes) {
      _ = skip(":", in: bytes)
      guard let count = number(of: 2, in: bytes), count < 60 else { return nil }
      offset += count * unit
    }
    return offset
  }
}
