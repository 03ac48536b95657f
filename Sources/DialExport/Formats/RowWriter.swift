import DialRows
import DialStack

/// Bytes that should not stand as they are inside a cell: four at most.
struct SpecialBytes: Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
    self.first = UInt64(first) &* Self.ones
    self.second = UInt64(second) &* Self.ones
    self.third = UInt64(third) &* Self.ones
    self.fourth = UInt64(fourth) &* Self.ones
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// Not 0 if one of the eight bytes of `word` is one of these.
  @inline(__always)
  func marks(in word: UInt64) -> UInt64 {
    (Self.zeros(in: word ^ first) | Self.zeros(in: word ^ second)
      | Self.zeros(in: word ^ third) | Self.zeros(in: word ^ fourth))
  }

  /// Not 0 if one of the eight bytes is 0.
  @inline(__always)
  private static func zeros(in word: UInt64) -> UInt64 {
    (word &- ones) & ~word & (ones &* 0x80)
  }
}

/// Puts rows together, from slices of the pages that they come from.
///
/// The bytes are kept at full length beside a count, so that eight of them are stored at a time.
struct RowWriter {
  private var bytes: [UInt8] = []
  private(set) var count = 0

  /// Appends what was put together, and begins anew.
  mutating func move(to buffer: inout [UInt8]) {
    buffer += bytes[..<count]
    count = 0
  }

  /// What was put together.
  var line: ArraySlice<UInt8> { bytes[..<count] }

  mutating func removeAll() {
    count = 0
  }

  /// Has `body` write a row of `most` bytes at most, `count` saying where the next one goes.
  @inline(__always)
  mutating func write(_ most: Int, _ body: (inout MutableRawSpan, _ count: inout Int) -> Void) {
    // A word may be stored across the end.
    if count &+ most &+ 8 > bytes.count { grow(by: most) }
    var place = count
    var span = bytes.mutableSpan
    var target = span.mutableBytes
    body(&target, &place)
    count = place
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let size = max(2 * bytes.count, count + more + 8, 4096)
    bytes += repeatElement(0, count: size - bytes.count)
  }
}

extension MutableRawSpan {
  @inline(__always)
  mutating func append(_ byte: UInt8, at count: inout Int) {
    storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString, at count: inout Int) {
    for index in 0..<text.utf8CodeUnitCount { append(text.utf8Start[index], at: &count) }
  }

  mutating func append(_ bytes: [UInt8], at count: inout Int) {
    copy(0..<bytes.count, of: bytes.span.bytes, at: &count)
  }

  /// Appends a range of `source`.
  @inline(__always)
  mutating func copy(_ range: Range<Int>, of source: RawSpan, at count: inout Int) {
    _ = copy(range, of: source, at: &count, lookingFor: SpecialBytes(0, 0, 0, 0))
  }

  /// Appends a range of `source`, and says whether one of `special` is in it.
  @inline(__always)
  mutating func copy(
    _ range: Range<Int>, of source: RawSpan, at count: inout Int, lookingFor special: SpecialBytes
  ) -> Bool {
    let end = range.upperBound
    var offset = range.lowerBound
    var place = count
    count &+= end &- offset
    var marks: UInt64 = 0
    while offset &+ 8 <= end {
      let word = source.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      marks |= special.marks(in: word)
      storeBytes(of: word, toByteOffset: place, as: UInt64.self)
      offset &+= 8
      place &+= 8
    }
    guard offset < end else { return marks != 0 }
    if offset &+ 8 <= source.byteCount {
      let word = source.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // What lies behind the range counts for nothing: its bytes become 0xff, which is never looked for.
      let beyond = UInt64.max &<< UInt64(truncatingIfNeeded: (end &- offset) &* 8)
      marks |= special.marks(in: UInt64(littleEndian: word) | beyond)
      storeBytes(of: word, toByteOffset: place, as: UInt64.self)
    } else {
      while offset < end {
        let byte = source.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
        marks |= special.marks(in: UInt64(byte) | ~0xff)
        storeBytes(of: byte, toByteOffset: place, as: UInt8.self)
        offset &+= 1
        place &+= 1
      }
    }
    return marks != 0
  }
}

extension Span where Element == RawCell {
  /// The most bytes that cells take, each written with `factor` bytes a byte at most and `extra`
  /// around it.
  @inline(__always)
  func size(of row: Range<Int>, factor: Int, extra: Int) -> Int {
    var size = 0
    for index in row { size &+= factor &* (self[index].end &- self[index].start) &+ extra }
    return size
  }
}

extension RawSpan {
  // It checks its bounds, and every pattern of bits is an integer.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
  }
}

extension UInt8 {
  static var quote: UInt8 { UInt8(ascii: "\"") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var backslash: UInt8 { UInt8(ascii: "\\") }
}
