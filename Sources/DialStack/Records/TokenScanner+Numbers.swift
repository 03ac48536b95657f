extension TokenScanner {
  /// Skips a number, the cursor being at its first digit or its minus.
  mutating func skipNumber(in bytes: RawSpan) throws(PageFault) {
    let start = position
    if bytes.byte(at: position) == UInt8(ascii: "-") { position += 1 }
    let first = position
    try skipDigits(ofNumberAt: start, in: bytes)
    if position - first > 1, bytes.byte(at: first) == UInt8(ascii: "0") {
      throw PageFault(.badNumber, at: start)
    }
    if position < bytes.byteCount, bytes.byte(at: position) == UInt8(ascii: ".") {
      position += 1
      try skipDigits(ofNumberAt: start, in: bytes)
    }
    guard position < bytes.byteCount, bytes.byte(at: position) | 0x20 == UInt8(ascii: "e") else {
      return
    }
    position += 1
    let sign = try peek(in: bytes)
    if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
    try skipDigits(ofNumberAt: start, in: bytes)
  }

  /// Skips one digit or more.
  private mutating func skipDigits(ofNumberAt start: Int, in bytes: RawSpan) throws(PageFault) {
    guard 0x30...0x39 ~= (try peek(in: bytes)) else { throw PageFault(.badNumber, at: start) }
    repeat {
      position += 1
    } while position < bytes.byteCount && 0x30...0x39 ~= bytes.byte(at: position)
  }
}
