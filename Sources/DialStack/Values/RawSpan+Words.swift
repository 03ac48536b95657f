// `unsafeLoadUnaligned(fromByteOffset:as:)` checks its bounds, and every pattern of bits is an
// integer: the loads below are safe, whatever the name says of loads in general.
extension RawSpan {
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
  }

  /// The eight bytes from `offset` on, the first one lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The 16 bytes from `offset` on, eight to a word, the first one lowest.
  @inline(__always)
  func twoWords(at offset: Int) -> SIMD2<UInt64> {
    let words = unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
    return SIMD2(UInt64(littleEndian: words.x), UInt64(littleEndian: words.y))
  }

  /// The 32 bytes from `offset` on, eight to a word, the first one lowest.
  @inline(__always)
  func fourWords(at offset: Int) -> SIMD4<UInt64> {
    let words = unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
    return SIMD4(
      UInt64(littleEndian: words.x), UInt64(littleEndian: words.y),
      UInt64(littleEndian: words.z), UInt64(littleEndian: words.w))
  }

  /// The first eight of so many bytes from `offset` on, the first one lowest, 0 for what is behind them.
  @inline(__always)
  func beginning(at offset: Int, length: Int) -> UInt64 {
    guard length < 8 else { return word(at: offset) }
    guard offset &+ 8 > byteCount else {
      return word(at: offset) & ~(UInt64.max &<< UInt64(truncatingIfNeeded: 8 &* length))
    }
    var word: UInt64 = 0
    for index in (0..<length).reversed() { word = word << 8 | UInt64(byte(at: offset + index)) }
    return word
  }

  /// The four bytes from `offset` on, the first one lowest.
  @inline(__always)
  func halfWord(at offset: Int) -> UInt32 {
    UInt32(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Whether the `length` bytes at `first` stand at `second` again, further on.
  @inline(__always)
  func repeats(_ first: Int, at second: Int, length: Int) -> Bool {
    guard second &+ length &+ 8 <= byteCount else {
      return second + length <= byteCount
        && extracting(first..<first + length)
          .isEqual(to: extracting(second..<second + length))
    }
    var offset = 0
    while offset &+ 8 <= length {
      if word(at: first &+ offset) != word(at: second &+ offset) { return false }
      offset &+= 8
    }
    guard offset < length else { return true }
    let difference = word(at: first &+ offset) ^ word(at: second &+ offset)
    return difference &<< UInt64(truncatingIfNeeded: 64 &- 8 &* (length &- offset)) == 0
  }

  /// Whether two spans hold the same bytes.
  func isEqual(to other: RawSpan) -> Bool {
    byteCount == other.byteCount && order(to: other) == .same
  }

  /// How two spans stand to each other bytewise.
  package func order(to other: RawSpan) -> Order {
    let shared = min(byteCount, other.byteCount)
    var offset = 0
    while offset + 8 <= shared {
      let (left, right) = (word(at: offset), other.word(at: offset))
      if left != right { return left.byteSwapped < right.byteSwapped ? .ascending : .descending }
      offset += 8
    }
    while offset < shared {
      let (left, right) = (byte(at: offset), other.byte(at: offset))
      if left != right { return left < right ? .ascending : .descending }
      offset += 1
    }
    return Order(byteCount, other.byteCount)
  }
}
