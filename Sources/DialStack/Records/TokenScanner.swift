/// Reads JSON from bytes, one token after another, and checks each (RFC 8259).
///
/// It holds a position only: the bytes are handed to every call, since a span can't be
/// stored.
struct TokenScanner {
  /// The offset of the next byte.
  var position = 0
  /// From the first text with a byte that is not ASCII up to the end of the last one, since this was
  /// set; empty where there was none.
  var beyondASCII = 0..<0

  init(at position: Int = 0) {
    self.position = position
  }

  @inline(__always)
  mutating func skipSpace(in bytes: RawSpan) {
    while position < bytes.byteCount {
      switch bytes.byte(at: position) {
      case 0x20, 0x0a, 0x0d, 0x09: position &+= 1
      default: return
      }
    }
  }

  /// The next byte, which stays next.
  @inline(__always)
  func peek(in bytes: RawSpan) throws(PageFault) -> UInt8 {
    guard position < bytes.byteCount else { throw PageFault(.unexpectedEnd, at: position) }
    return bytes.byte(at: position)
  }

  /// Skips space around a comma, or space and the bracket that closes; `true` after a comma.
  @inline(__always)
  mutating func skipComma(or closer: UInt8, in bytes: RawSpan) throws(PageFault) -> Bool {
    skipSpace(in: bytes)
    let byte = try peek(in: bytes)
    guard byte == .comma || byte == closer else {
      throw PageFault(.unexpectedByte(byte), at: position)
    }
    position &+= 1
    guard byte == .comma else { return false }
    skipSpace(in: bytes)
    return true
  }

  /// Skips a bracket that opens, and the closing one if it follows; `true` if it doesn't.
  @inline(__always)
  mutating func skipOpening(closedBy closer: UInt8, in bytes: RawSpan) throws(PageFault)
    -> Bool
  {
    position &+= 1
    skipSpace(in: bytes)
    guard try peek(in: bytes) == closer else { return true }
    position &+= 1
    return false
  }

  /// Skips a key with its colon and the space around that.
  mutating func skipKey(in bytes: RawSpan) throws(PageFault) -> JSONToken {
    let byte = try peek(in: bytes)
    guard byte == .quote else { throw PageFault(.unexpectedByte(byte), at: position) }
    let key = try skipText(in: bytes)
    try skipColon(in: bytes)
    return key
  }

  @inline(__always)
  mutating func skipColon(in bytes: RawSpan) throws(PageFault) {
    skipSpace(in: bytes)
    let byte = try peek(in: bytes)
    guard byte == .colon else { throw PageFault(.unexpectedByte(byte), at: position) }
    position &+= 1
    skipSpace(in: bytes)
  }

  /// Skips a value of any kind that `depth` objects and lists enclose.
  @inline(__always)
  mutating func skipValue(in bytes: RawSpan, depth: Int) throws(PageFault) -> JSONToken {
    let byte = try peek(in: bytes)
    if byte == .quote { return try skipText(in: bytes) }
    guard byte == .openBrace || byte == .openBracket else { return try skipWord(in: bytes) }
    let start = position
    try skipNested(in: bytes, depth: depth)
    return JSONToken(byte == .openBrace ? .object : .list, from: start, to: position)
  }

  /// Skips `null`, `true`, `false` or a number.
  @inline(__always)
  mutating func skipWord(in bytes: RawSpan) throws(PageFault) -> JSONToken {
    let byte = bytes.byte(at: position)
    switch byte {
    case UInt8(ascii: "n"): return try skipLiteral(.null, "null", in: bytes)
    case UInt8(ascii: "t"): return try skipLiteral(.true, "true", in: bytes)
    case UInt8(ascii: "f"): return try skipLiteral(.false, "false", in: bytes)
    case UInt8(ascii: "-"), 0x30...0x39:
      let start = position
      try skipNumber(in: bytes)
      return JSONToken(.number, from: start, to: position)
    default: throw PageFault(.unexpectedByte(byte), at: position)
    }
  }

  @inline(__always)
  private mutating func skipLiteral(
    _ kind: JSONToken.Kind, _ spelling: StaticString, in bytes: RawSpan
  ) throws(PageFault) -> JSONToken {
    let start = position
    // All but the `f` of `false` are four letters, compared at once.
    let offset = spelling.utf8CodeUnitCount &- 4
    if start &+ offset &+ 4 <= bytes.byteCount,
      bytes.halfWord(at: start &+ offset) == kind.lastFourLetters
    {
      position &+= spelling.utf8CodeUnitCount
      return JSONToken(kind, from: start, to: position)
    }
    throw literalFault(spelling, in: bytes)
  }

  private func literalFault(_ spelling: StaticString, in bytes: RawSpan) -> PageFault {
    for (offset, letter) in "\(spelling)".utf8.enumerated() {
      guard position + offset < bytes.byteCount else {
        return PageFault(.unexpectedEnd, at: bytes.byteCount)
      }
      let byte = bytes.byte(at: position + offset)
      if byte != letter { return PageFault(.unexpectedByte(byte), at: position + offset) }
    }
    preconditionFailure("a literal that is spelled right is no fault")
  }

  /// Skips a text, the cursor being at its first quote.
  @inline(__always)
  mutating func skipText(in bytes: RawSpan) throws(PageFault) -> JSONToken {
    position &+= 1
    let start = position
    let overlaid = skipPlainText(in: bytes)
    guard position < bytes.byteCount, bytes.byte(at: position) == .quote else {
      return try skipRestOfText(from: start, overlaid, in: bytes)
    }
    if overlaid & Self.notASCII != 0 { noteText(from: start) }
    position &+= 1
    return JSONToken(.text, from: start, to: position &- 1)
  }

  private static var notASCII: UInt64 { 0x8080_8080_8080_8080 }

  /// Notes that the text from `start` up to here may have a byte that is not ASCII.
  @inline(never)
  private mutating func noteText(from start: Int) {
    beyondASCII = (beyondASCII.isEmpty ? start : beyondASCII.lowerBound)..<position
  }

  /// Skips a text from its first backslash on.
  @inline(never)
  private mutating func skipRestOfText(
    from start: Int, _ overlaid: UInt64, in bytes: RawSpan
  ) throws(PageFault) -> JSONToken {
    var overlaid = overlaid
    while true {
      let byte = try peek(in: bytes)
      if byte == .quote {
        if overlaid & Self.notASCII != 0 { noteText(from: start) }
        position += 1
        return JSONToken(.escapedText, from: start, to: position - 1)
      }
      guard byte == .backslash else { throw PageFault(.controlCharacter(byte), at: position) }
      try skipEscape(in: bytes)
      overlaid |= skipPlainText(in: bytes)
    }
  }

  /// Goes on to the next quote, backslash or control character.
  ///
  /// - Returns: the bytes up to there, and some behind it, laid over each other.
  @inline(__always)
  private mutating func skipPlainText(in bytes: RawSpan) -> UInt64 {
    let ones = SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101)
    var offset = position
    var overlaid = SIMD2<UInt64>.zero
    while offset &+ 16 <= bytes.byteCount {
      let words = bytes.twoWords(at: offset)
      overlaid |= words
      // After the xor, quotes and control characters are the bytes below 0x21, and
      // backslashes are the zeros. The lowest mark of a word is exact, which is the one used.
      let low = (words ^ (ones &* 0x02)) &- (ones &* 0x21)
      let slashes = (words ^ (ones &* 0x5c)) &- ones
      let marks = (low | slashes) & ~words & (ones &* 0x80)
      if marks != .zero {
        let bits =
          marks.x != 0 ? marks.x.trailingZeroBitCount : 64 &+ marks.y.trailingZeroBitCount
        position = offset &+ bits &>> 3
        return overlaid.x | overlaid.y
      }
      offset &+= 16
    }
    position = offset
    return overlaid.x | overlaid.y | skipLastPlainText(in: bytes)
  }

  @inline(never)
  private mutating func skipLastPlainText(in bytes: RawSpan) -> UInt64 {
    var overlaid: UInt64 = 0
    while position < bytes.byteCount {
      let byte = bytes.byte(at: position)
      if byte == .quote || byte == .backslash || byte < 0x20 { break }
      overlaid |= UInt64(byte)
      position += 1
    }
    return overlaid
  }
}
