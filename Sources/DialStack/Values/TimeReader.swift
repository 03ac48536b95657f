/// Reads the parts of times, which are digits of fixed places.
///
/// It holds a position only: the bytes are handed to every call, since a span can't be
/// stored.
struct TimeReader {
  /// The offset of the next byte.
  private var position = 0

  /// Whether all of `bytes` was read.
  func isAtEnd(of bytes: RawSpan) -> Bool { position == bytes.byteCount }

  /// The number that the next `count` digits spell.
  @inline(__always)
  mutating func number(of count: Int, in bytes: RawSpan) -> Int? {
    guard position &+ count <= bytes.byteCount else { return nil }
    var number = 0
    for offset in position..<position &+ count {
      let digit = bytes.byte(at: offset) &- 0x30
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    position &+= count
    return number
  }

  /// Goes over `character` if it comes next.
  @inline(__always)
  mutating func skip(_ character: Unicode.Scalar, in bytes: RawSpan) -> Bool {
    guard position < bytes.byteCount, bytes.byte(at: position) == UInt8(ascii: character) else {
      return false
    }
    position &+= 1
    return true
  }

  /// Goes over the next `count` bytes, whatever they are.
  mutating func skipBytes(_ count: Int, in bytes: RawSpan) -> Bool {
    guard position + count <= bytes.byteCount else { return false }
    position += count
    return true
  }

  /// Goes over `word` if it comes next.
  mutating func skipWord(_ word: String, in bytes: RawSpan) -> Bool {
    let start = position
    for byte in word.utf8 where !skip(Unicode.Scalar(byte), in: bytes) {
      position = start
      return false
    }
    return true
  }

  /// The day of `2026-02-03`, if there is such a day.
  @inline(__always)
  mutating func day(in bytes: RawSpan) -> CalendarDay? {
    guard let year = number(of: 4, in: bytes), skip("-", in: bytes),
      let month = number(of: 2, in: bytes), skip("-", in: bytes),
      let day = number(of: 2, in: bytes)
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// The minutes since midnight of `17:20`.
  @inline(__always)
  mutating func minuteOfDay(in bytes: RawSpan) -> Int? {
    guard let hour = number(of: 2, in: bytes), hour < 24, skip(":", in: bytes),
      let minute = number(of: 2, in: bytes), minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  /// The seconds since midnight of `17:20:11`; those of `17:20` where seconds may be left out.
  ///
  /// A leap second is the next second.
  @inline(__always)
  mutating func secondOfDay(_ spelling: RFC3339.Spelling, in bytes: RawSpan) -> Int? {
    guard let minute = minuteOfDay(in: bytes) else { return nil }
    guard skip(":", in: bytes) else { return spelling == .lenient ? minute * 60 : nil }
    guard let second = number(of: 2, in: bytes), second <= 60 else { return nil }
    return minute * 60 + second
  }
}
