/// Finds the items of a page, or of a body that is one item, and their fields, in one pass.
///
/// A fault in the JSON comes before one in what the JSON says, wherever they stand: of
/// repeated keys the last counts, so that only the end tells.
struct PageScanner {
  /// So many values of an item are read before there is a look at the room for them.
  private static let tokensAtOnce = 32

  private(set) var shapes = KeyTree()
  private(set) var tokens: [JSONToken] = []
  private(set) var items: [PageStorage.Item] = []
  private var scanner = TokenScanner()
  private var nextPageURL: JSONToken?
  private var dataFault: PageFault?
  /// The first text that is not UTF-8.
  private var utf8Fault: PageFault?

  /// Scans a whole page and tells where its `next_page_url` stands.
  mutating func scanPage(_ body: Span<UInt8>) throws(PageFault) -> JSONToken? {
    try begin(in: body.bytes)
    dataFault = PageFault(.noData, at: scanner.position)
    try scanObject(body) { scanner, bytes throws(PageFault) in
      try scanner.scanPage(in: bytes, of: body)
    }
    if let dataFault { throw dataFault }
    return try settledNextPageURL()
  }

  /// Scans a whole body that is one item.
  mutating func scanItem(_ body: Span<UInt8>) throws(PageFault) {
    try begin(in: body.bytes)
    try scanObject(body) { scanner, bytes throws(PageFault) in
      try scanner.scanItem(in: bytes, depth: 1)
    }
  }

  /// Goes to the first value.
  private mutating func begin(in bytes: RawSpan) throws(PageFault) {
    guard bytes.byteCount <= PageBody.largestBody else {
      throw PageFault(.tooLarge, at: PageBody.largestBody)
    }
    skipByteOrderMark(in: bytes)
    scanner.skipSpace(in: bytes)
  }

  /// Has `scan` take the object under the cursor, behind which nothing may follow.
  private mutating func scanObject(
    _ body: Span<UInt8>, by scan: (inout PageScanner, RawSpan) throws(PageFault) -> Void
  ) throws(PageFault) {
    let bytes = body.bytes
    let start = scanner.position
    let isObject = try scanner.peek(in: bytes) == .openBrace
    if isObject {
      try scan(&self, bytes)
    } else {
      _ = try scanner.skipValue(in: bytes, depth: 0)
    }
    try finish(in: bytes)
    checkUTF8(of: body)
    if let utf8Fault { throw utf8Fault }
    if !isObject { throw PageFault(.notAnObject, at: start) }
  }

  private mutating func skipByteOrderMark(in bytes: RawSpan) {
    guard bytes.byteCount >= 3, bytes.byte(at: 0) == 0xef, bytes.byte(at: 1) == 0xbb,
      bytes.byte(at: 2) == 0xbf
    else { return }
    scanner.position = 3
  }

  private mutating func finish(in bytes: RawSpan) throws(PageFault) {
    scanner.skipSpace(in: bytes)
    guard scanner.position == bytes.byteCount else {
      throw PageFault(.trailingBytes, at: scanner.position)
    }
  }

  /// Checks the texts since the last check; outside of texts the scan lets only ASCII through.
  @inline(__always)
  private mutating func checkUTF8(of body: Span<UInt8>) {
    guard !scanner.beyondASCII.isEmpty else { return }
    checkUTF8(of: body, in: scanner.beyondASCII)
    scanner.beyondASCII = 0..<0
  }

  @inline(never)
  private mutating func checkUTF8(of body: Span<UInt8>, in range: Range<Int>) {
    guard utf8Fault == nil else { return }
    do {
      _ = try UTF8Span(validating: body.extracting(range))
    } catch {
      utf8Fault = PageFault(.invalidUTF8, at: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }

  private func settledNextPageURL() throws(PageFault) -> JSONToken? {
    guard let nextPageURL else { return nil }
    switch nextPageURL.kind {
    case .null: return nil
    case .text, .escapedText: return nextPageURL
    case .true, .false, .number, .object, .list:
      throw PageFault(.badNextPageURL, at: nextPageURL.start)
    }
  }

  private mutating func scanPage(in bytes: RawSpan, of body: Span<UInt8>) throws(PageFault) {
    let data = Bytes("data")
    let next = Bytes("next_page_url")
    guard try scanner.skipOpening(closedBy: .closeBrace, in: bytes) else { return }
    repeat {
      let key = try scanner.skipKey(in: bytes)
      if key.isText(data, in: bytes) {
        try scanData(in: bytes, of: body)
      } else {
        let value = try scanner.skipValue(in: bytes, depth: 1)
        if key.isText(next, in: bytes) { nextPageURL = value }
      }
    } while try scanner.skipComma(or: .closeBrace, in: bytes)
  }

  private mutating func scanData(in bytes: RawSpan, of body: Span<UInt8>) throws(PageFault) {
    items.removeAll()
    tokens.removeAll()
    dataFault = nil
    guard try scanner.peek(in: bytes) == .openBracket else {
      dataFault = PageFault(.dataNotAList, at: scanner.position)
      _ = try scanner.skipValue(in: bytes, depth: 1)
      return
    }
    guard try scanner.skipOpening(closedBy: .closeBracket, in: bytes) else { return }
    repeat {
      do throws(PageFault) {
        try scanElement(in: bytes)
        checkUTF8(of: body)
      } catch {
        throw error.inItem(items.count + 1)
      }
    } while try scanner.skipComma(or: .closeBracket, in: bytes)
  }

  private mutating func scanElement(in bytes: RawSpan) throws(PageFault) {
    if try scanner.peek(in: bytes) == .openBrace {
      try scanItem(in: bytes, depth: 3)
      if items.count == 1 { reserveRoom(in: bytes) }
      return
    }
    if dataFault == nil {
      dataFault = PageFault(.itemNotAnObject, at: scanner.position, item: items.count + 1)
    }
    _ = try scanner.skipValue(in: bytes, depth: 2)
  }

  /// - Parameter depth: how many objects and lists enclose its values, itself counted.
  private mutating func scanItem(in bytes: RawSpan, depth: Int) throws(PageFault) {
    // Copies of its own, since local ones can stay in registers.
    var scanner = scanner
    var tokens: [JSONToken] = []
    swap(&tokens, &self.tokens)
    defer { swap(&tokens, &self.tokens) }
    let start = scanner.position
    let firstToken = tokens.count
    var shape = KeyTree.root
    var hasMore = true
    scanner.position &+= 1
    while hasMore {
      try tokens.append(addingCapacity: Self.tokensAtOnce) { tokens throws(PageFault) in
        while !tokens.isFull {
          if let known = shapes.skipLikelyKey(after: shape, with: &scanner, in: bytes) {
            shape = known
          } else {
            let gapStart = scanner.position
            hasMore = try skipToKey(after: shape, with: &scanner, in: bytes)
            guard hasMore else { return }
            let key = try scanner.skipKey(in: bytes)
            shape = shapes.child(of: shape, key: key, gap: gapStart..<scanner.position, in: bytes)
          }
          tokens.append(try scanner.skipValue(in: bytes, depth: depth))
        }
      }
    }
    items.append(
      PageStorage.Item(
        shape: shape, firstToken: UInt32(firstToken), start: UInt32(start),
        end: UInt32(scanner.position)))
    self.scanner = scanner
  }

  /// Goes on to the next key of an item, or behind its end; `true` if there is a key.
  @inline(__always)
  private func skipToKey(
    after shape: UInt32, with scanner: inout TokenScanner, in bytes: RawSpan
  ) throws(PageFault) -> Bool {
    guard shape == KeyTree.root else {
      return try scanner.skipComma(or: .closeBrace, in: bytes)
    }
    scanner.skipSpace(in: bytes)
    guard try scanner.peek(in: bytes) == .closeBrace else { return true }
    scanner.position &+= 1
    return false
  }

  /// Makes room for items like the first one up to the end of the page.
  private mutating func reserveRoom(in bytes: RawSpan) {
    let length = scanner.position - Int(items[0].start) + 1
    let left = (bytes.byteCount - scanner.position) / length + 1
    items.reserveCapacity(items.count + left)
    tokens.reserveCapacity(tokens.count * (left + 1) + Self.tokensAtOnce)
  }
}
