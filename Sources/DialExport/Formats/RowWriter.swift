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

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    bytes[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { for byte in $0 { append(byte) } }
  }

  mutating func append(_ other: [UInt8]) {
    copy(0..<other.count, of: other.span.bytes)
  }

  /// Takes back what was appended last.
  mutating func goBack(to count: Int) {
    self.count = count
  }

  /// Appends a range of `source`.
  @inline(__always)
  mutating func copy(_ range: Range<Int>, of source: RawSpan) {
    _ = copy(range, of: source, lookingFor: SpecialBytes(0, 0, 0, 0))
  }

  /// Appends a range of `source`, and says whether one of `special` is in it.
  @inline(__always)
  mutating func copy(
    _ range: Range<Int>, of source: RawSpan, lookingFor special: SpecialBytes
  ) -> Bool {
    makeRoom(for: range.count)
    let (start, end) = (range.lowerBound, range.upperBound)
    let place = count
    count &+= end &- start
    var marks: UInt64 = 0
    var span = bytes.mutableSpan
    var target = span.mutableBytes
    var offset = start
    while offset &+ 8 <= end {
      let word = source.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      marks |= special.marks(in: word)
      target.storeBytes(of: word, toByteOffset: place &+ offset &- start, as: UInt64.self)
      offset &+= 8
    }
    guard offset < end else { return marks != 0 }
    if offset &+ 8 <= source.byteCount {
      let word = source.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // What lies behind the range counts for nothing: its bytes become 0xff, which is never looked for.
      let beyond = UInt64.max &<< UInt64(truncatingIfNeeded: (end &- offset) &* 8)
      marks |= special.marks(in: UInt64(littleEndian: word) | beyond)
      target.storeBytes(of: word, toByteOffset: place &+ offset &- start, as: UInt64.self)
    } else {
      while offset < end {
        let byte = source.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
        marks |= special.marks(in: UInt64(byte) | ~0xff)
        target.storeBytes(of: byte, toByteOffset: place &+ offset &- start, as: UInt8.self)
        offset &+= 1
      }
    }
    return marks != 0
  }

  /// Sees to it that so many bytes can be appended, and a word be stored behind them.
  @inline(__always)
  private mutating func makeRoom(for more: Int) {
    if count &+ more &+ 8 > bytes.count { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let size = max(2 * bytes.count, count + more + 8, 4096)
    bytes += repeatElement(0, count: size - bytes.count)
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
