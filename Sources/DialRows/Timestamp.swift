package import DialStack

/// A moment, to the nanosecond, as times of the API are compared.
package struct Timestamp: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int
  /// 0 to 999,999,999.
  package let nanoseconds: Int

  package init(seconds: Int, nanoseconds: Int = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// The moment `seconds` later.
  package func advanced(by seconds: Int) -> Timestamp {
    Timestamp(seconds: self.seconds + seconds, nanoseconds: nanoseconds)
  }

  /// The next moment that can be told apart.
  var successor: Timestamp {
    nanoseconds == 999_999_999
      ? Timestamp(seconds: seconds + 1)
      : Timestamp(seconds: seconds, nanoseconds: nanoseconds + 1)
  }
}

extension Timestamp {
  /// Reads an RFC 3339 time; `nil` for anything else.
  ///
  /// A fraction of any length is taken to the nanosecond, `T`, `t` or a space divide
  /// date and time, seconds may be left out, as users write it, and so may the minutes of the
  /// offset, as tables show it.
  package init?(_ bytes: Bytes) {
    var scanner = DigitScanner(bytes: bytes)
    guard let year = scanner.number(digits: 4), scanner.skip("-"),
      let month = scanner.number(digits: 2), scanner.skip("-"),
      let day = scanner.number(digits: 2),
      let date = CalendarDay(year: year, month: month, day: day),
      scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
      let hour = scanner.number(digits: 2), hour < 24, scanner.skip(":"),
      let minute = scanner.number(digits: 2), minute < 60
    else { return nil }
    var second = 0
    if scanner.skip(":") {
      guard let read = scanner.number(digits: 2), read <= 60 else { return nil }
      second = read
    }
    guard let nanoseconds = scanner.fraction(), let offset = scanner.offset(), scanner.isAtEnd
    else { return nil }
    self.init(
      seconds: date.number * 86_400 + hour * 3600 + minute * 60 + second - offset,
      nanoseconds: nanoseconds)
  }
}

/// Reads digits of fixed places from bytes.
private struct DigitScanner {
  let bytes: Bytes
  var position = 0

  var isAtEnd: Bool { position == bytes.count }

  mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var number = 0
    for index in position..<(position + digits) {
      let digit = Int(bytes[index]) - 48
      guard (0...9).contains(digit) else { return nil }
      number = number * 10 + digit
    }
    position += digits
    return number
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// The nanoseconds of `.123`; 0 if there is no fraction, `nil` if it has no digits.
  mutating func fraction() -> Int? {
    guard skip(".") else { return 0 }
    var nanoseconds = 0
    var digits = 0
    while let digit = number(digits: 1) {
      if digits < 9 { nanoseconds = nanoseconds * 10 + digit }
      digits += 1
    }
    guard digits > 0 else { return nil }
    for _ in 0..<max(0, 9 - digits) { nanoseconds *= 10 }
    return nanoseconds
  }

  /// The offset from UTC in seconds: `Z`, `-05:00`, `-0500`, `-05`, or as it was in Monrovia before
  /// 1972, `-00:44:30`.
  mutating func offset() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let sign = skip("+") ? 1 : skip("-") ? -1 : 0
    guard sign != 0, let hours = number(digits: 2), hours < 24 else { return nil }
    var offset = hours * 3600
    for unit in [60, 1] where !isAtEnd {
      _ = skip(":")
      guard let count = number(digits: 2), count < 60 else { return nil }
      offset += count * unit
    }
    return sign * offset
  }
}
