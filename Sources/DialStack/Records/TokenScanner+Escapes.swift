extension TokenScanner {
  /// Skips an escape, the cursor being at its backslash.
  mutating func skipEscape(in bytes: RawSpan) throws(PageFault) {
    let start = position
    position += 1
    let letter = try peek(in: bytes)
    position += 1
    if letter == UInt8(ascii: "u") {
      try skipCodeUnits(ofEscapeAt: start, in: bytes)
    } else if JSONToken.character(ofEscape: letter) == nil {
      throw PageFault(.badEscape, at: start)
    }
  }

  private mutating func skipCodeUnits(ofEscapeAt start: Int, in bytes: RawSpan) throws(PageFault) {
    let first = try skipHexDigits(ofEscapeAt: start, in: bytes)
    if UTF16.isTrailSurrogate(first) { throw PageFault(.loneSurrogate, at: start) }
    guard UTF16.isLeadSurrogate(first) else { return }
    guard try peek(in: bytes) == .backslash else { throw PageFault(.loneSurrogate, at: start) }
    let second = position
    position += 1
    guard try peek(in: bytes) == UInt8(ascii: "u") else {
      throw PageFault(.loneSurrogate, at: start)
    }
    position += 1
    let unit = try skipHexDigits(ofEscapeAt: second, in: bytes)
    guard UTF16.isTrailSurrogate(unit) else { throw PageFault(.loneSurrogate, at: start) }
  }

  private mutating func skipHexDigits(
    ofEscapeAt start: Int, in bytes: RawSpan
  ) throws(PageFault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = try peek(in: bytes).hexDigit else {
        throw PageFault(.badEscape, at: start)
      }
      unit = unit << 4 | digit
      position += 1
    }
    return unit
  }
}

extension JSONToken {
  /// The UTF-8 of a text that was checked, its escapes undone.
  func decodedText(in bytes: RawSpan) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(end - start)
    var offset = start
    while offset < end {
      let byte = bytes.byte(at: offset)
      guard byte == .backslash else {
        text.append(byte)
        offset += 1
        continue
      }
      let letter = bytes.byte(at: offset + 1)
      if let character = Self.character(ofEscape: letter) {
        text.append(character)
        offset += 2
      } else {
        offset += Self.appendScalar(ofEscapeAt: offset, in: bytes, to: &text)
      }
    }
    return text
  }

  /// Appends what `\uXXXX` or a pair of these stands for, and tells how long that is.
  private static func appendScalar(
    ofEscapeAt offset: Int, in bytes: RawSpan, to text: inout [UInt8]
  ) -> Int {
    let first = UInt32(codeUnit(ofEscapeAt: offset, in: bytes))
    let isPair = UTF16.isLeadSurrogate(UInt16(first))
    let second = isPair ? UInt32(codeUnit(ofEscapeAt: offset + 6, in: bytes)) : 0
    let code = isPair ? 0x10000 + (first - 0xd800) << 10 + (second - 0xdc00) : first
    guard let scalar = Unicode.Scalar(code) else {
      preconditionFailure("surrogates stand in pairs in a text that was checked")
    }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return isPair ? 12 : 6
  }

  private static func codeUnit(ofEscapeAt offset: Int, in bytes: RawSpan) -> UInt16 {
    var unit: UInt16 = 0
    for index in 2..<6 { unit = unit << 4 | (bytes.byte(at: offset + index).hexDigit ?? 0) }
    return unit
  }

  /// What `\` with `letter` stands for; `nil` for `u` and for what JSON doesn't know.
  static func character(ofEscape letter: UInt8) -> UInt8? {
    switch letter {
    case .quote, .backslash, UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0c
    case UInt8(ascii: "n"): 0x0a
    case UInt8(ascii: "r"): 0x0d
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }
}
