extension TokenScanner {
  /// Skips an object or a list that `depth` others enclose, the cursor being at its bracket.
  ///
  /// Takes no stack for the depth: which brackets are open is kept as bits.
  mutating func skipNested(in bytes: RawSpan, depth: Int) throws(PageFault) {
    var nesting = Nesting(room: PageBody.deepestNesting - depth)
    repeat {
      if try enter(&nesting, in: bytes) { continue }
      try leave(&nesting, in: bytes)
    } while nesting.count > 0
  }

  /// Skips a word or an empty list or object, or goes to the first value inside a full one.
  private mutating func enter(_ nesting: inout Nesting, in bytes: RawSpan) throws(PageFault)
    -> Bool
  {
    let byte = try peek(in: bytes)
    if byte == .quote {
      _ = try skipText(in: bytes)
      return false
    }
    guard byte == .openBrace || byte == .openBracket else {
      _ = try skipWord(in: bytes)
      return false
    }
    guard nesting.count < nesting.room else { throw PageFault(.tooDeep, at: position) }
    let closer: UInt8 = byte == .openBrace ? .closeBrace : .closeBracket
    guard try skipOpening(closedBy: closer, in: bytes) else { return false }
    nesting.push(isObject: byte == .openBrace)
    if nesting.isInObject { _ = try skipKey(in: bytes) }
    return true
  }

  /// Goes to the next value, through all brackets that close here.
  private mutating func leave(_ nesting: inout Nesting, in bytes: RawSpan) throws(PageFault) {
    while nesting.count > 0 {
      let isInObject = nesting.isInObject
      let closer: UInt8 = isInObject ? .closeBrace : .closeBracket
      if try skipComma(or: closer, in: bytes) {
        if isInObject { _ = try skipKey(in: bytes) }
        return
      }
      nesting.pop()
    }
  }
}

/// Which of the open brackets are braces, one bit each.
private struct Nesting {
  /// How many brackets may be open.
  let room: Int
  private(set) var count = 0
  private(set) var isInObject = false
  private var bits = InlineArray<8, UInt64>(repeating: 0)

  init(room: Int) {
    precondition(room <= 512, "there is one bit for each open bracket")
    self.room = room
  }

  mutating func push(isObject: Bool) {
    let bit: UInt64 = 1 << UInt64(count % 64)
    if isObject { bits[count / 64] |= bit } else { bits[count / 64] &= ~bit }
    count += 1
    isInObject = isObject
  }

  mutating func pop() {
    count -= 1
    guard count > 0 else { return }
    isInObject = bits[(count - 1) / 64] >> UInt64((count - 1) % 64) & 1 == 1
  }
}
