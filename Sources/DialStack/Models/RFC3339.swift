#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Times as the API writes them: `2026-02-03T17:20:11Z`, with fractions and offsets if need be.
enum RFC3339 {
  /// The time that `text` spells; `nil` for anything else.
  ///
  /// A fraction of any length counts to the nanosecond; a leap second is the next second.
  static func date(_ text: String) -> Date? {
    var digits = Digits(rest: Array(text.utf8)[...])
    guard let year = digits.number(of: 4), digits.skip("-"), let month = digits.number(of: 2),
      digits.skip("-"), let day = digits.number(of: 2), digits.skip("T") || digits.skip("t"),
      let hour = digits.number(of: 2), hour < 24, digits.skip(":"),
      let minute = digits.number(of: 2), minute < 60, digits.skip(":"),
      let second = digits.number(of: 2), second <= 60, let fraction = digits.fraction(),
      let offset = digits.offset(), digits.rest.isEmpty,
      let date = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    let seconds = date.secondsSince1970 + hour * 3600 + minute * 60 + second - offset
    return Date(timeIntervalSinceReferenceDate: Double(seconds - epoch) + fraction)
  }

  /// The time in UTC, to the microsecond, without zeros at the end of the fraction.
  ///
  /// A time outside of the years 1 to 9999 is `nil`.
  static func text(_ date: Date) -> String? {
    let interval = date.timeIntervalSinceReferenceDate
    guard interval.magnitude < 1e12 else { return nil }
    let microseconds = Int((interval * 1_000_000).rounded()) + epoch * 1_000_000
    let (day, time) = floorDivided(microseconds, by: 86_400_000_000)
    guard let date = CalendarDay(number: day) else { return nil }
    let seconds = time / 1_000_000
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
    var fraction = padded(time % 1_000_000, to: 6)
    while fraction.last == "0" { fraction.removeLast() }
    return "\(date)T" + clock.joined(separator: ":") + (fraction.isEmpty ? "Z" : ".\(fraction)Z")
  }

  /// Seconds from 1970 to 2001, where `Date` counts from.
  private static let epoch = 978_307_200

  private static func floorDivided(_ number: Int, by divisor: Int) -> (Int, Int) {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }

  /// The digits of a number, with zeros before them.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// Reads digits of fixed places.
private struct Digits {
  var rest: ArraySlice<UInt8>

  mutating func number(of count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// What `.123` is of a second; 0 without a point, `nil` without digits behind it.
  mutating func fraction() -> Double? {
    guard skip(".") else { return 0 }
    let digits = rest.prefix { (48...57).contains($0) }
    rest = rest.dropFirst(digits.count)
    let nanoseconds = digits.prefix(9).reduce(0) { $0 * 10 + Int($1) - 48 }
    var scale = 1.0
    for _ in digits.prefix(9) { scale *= 10 }
    return digits.isEmpty ? nil : Double(nanoseconds) / scale
  }

  /// The offset from UTC in seconds.
  mutating func offset() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let sign = skip("+") ? 1 : skip("-") ? -1 : 0
    guard sign != 0, let hours = number(of: 2), hours < 24, skip(":"),
      let minutes = number(of: 2), minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
