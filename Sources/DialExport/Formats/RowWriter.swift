import DialRows
import DialStack

/// Bytes that should not stand as they are inside a cell: four at most.
struct SpecialBytes: Sendable {
  private let first: SIMD16<UInt8>
  private let second: SIMD16<UInt8>
  private let third: SIMD16<UInt8>
  private let fourth: SIMD16<UInt8>

  init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
    self.first = SIMD16(repeating: first)
    self.second = SIMD16(repeating: second)
    self.third = SIMD16(repeating: third)
    self.fourth = SIMD16(repeating: fourth)
  }

  /// Not 0 if one of the bytes is one of these.
  @inline(__always)
  func marks(in bytes: SIMD16<UInt8>) -> SIMD2<UInt64> {
    let marks = (bytes .== first) .| (bytes .== second) .| (bytes .== third) .| (bytes .== fourth)
    return unsafeBitCast(marks, to: SIMD2<UInt64>.self)
  }

  @inline(__always)
  func marks(in first: UInt64, _ second: UInt64) -> SIMD2<UInt64> {
    marks(in: unsafeBitCast(SIMD2(first, second), to: SIMD16<UInt8>.self))
  }
}

/// Puts rows together, from slices of the pages that they come from.
///
/// The bytes are kept at full length beside a count, so that many of them are stored at a time.
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
    let length = range.upperBound &- range.lowerBound
    let place = count
    count &+= length
    guard length >= 16 else {
      return copyShort(range, of: source, to: place, lookingFor: special) != .zero
    }
    var marks = SIMD2<UInt64>.zero
    var done = 0
    while true {
      let bytes = source.unsafeLoadUnaligned(
        fromByteOffset: range.lowerBound &+ done, as: SIMD16<UInt8>.self)
      marks |= special.marks(in: bytes)
      storeBytes(of: bytes, toByteOffset: place &+ done, as: SIMD16<UInt8>.self)
      guard done &+ 16 < length else { return marks != .zero }
      // Some of the last 16 may be copied twice.
      done = min(done &+ 16, length &- 16)
    }
  }

  @inline(__always)
  private mutating func copyShort(
    _ range: Range<Int>, of source: RawSpan, to place: Int, lookingFor special: SpecialBytes
  ) -> SIMD2<UInt64> {
    let length = range.upperBound &- range.lowerBound
    guard range.lowerBound &+ 8 <= source.byteCount else {
      var marks = SIMD2<UInt64>.zero
      for offset in 0..<length {
        let byte = source.byte(at: range.lowerBound &+ offset)
        marks |= special.marks(in: SIMD16(repeating: byte))
        storeBytes(of: byte, toByteOffset: place &+ offset, as: UInt8.self)
      }
      return marks
    }
    let head = source.unsafeLoadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
    storeBytes(of: head, toByteOffset: place, as: UInt64.self)
    guard length >= 8 else {
      // What lies behind the range counts for nothing: its bytes become 0xff, which is never looked for.
      let beyond = UInt64.max &<< UInt64(truncatingIfNeeded: length &* 8)
      return special.marks(in: UInt64(littleEndian: head) | beyond, .max)
    }
    let tail = source.unsafeLoadUnaligned(fromByteOffset: range.upperBound &- 8, as: UInt64.self)
    storeBytes(of: tail, toByteOffset: place &+ length &- 8, as: UInt64.self)
    return special.marks(in: head, tail)
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
