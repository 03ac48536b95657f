/// The members of one JSON object in their order, as they are spelled.
///
///     for (key, value) in JSONMembers(item) { … }  // `"id"`, `"did_1"`
///
/// Where the JSON has a fault, the walk ends early, with `isWhole` false.
package struct JSONMembers: Sequence, IteratorProtocol {
  private let json: ArraySlice<UInt8>
  private var scanner = TokenScanner()
  private var progress = Progress.start
  /// Whether the walk has reached the closing brace, and nothing follows it.
  package private(set) var isWhole = false

  private enum Progress {
    case start, member, end
  }

  /// The members of what `json` begins with.
  package init(_ json: ArraySlice<UInt8>) {
    self.json = json
    if json.count > PageBody.largestBody { progress = .end }
  }

  /// The key and the value, quotes included.
  package mutating func next() -> (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    let json = json
    guard let (key, value) = skipMember(in: json.span.bytes) else { return nil }
    return (slice(key), slice(value))
  }

  /// The value of the first member called `name`; `nil` where there is none before any fault.
  ///
  /// It is found faster than by a walk through all members.
  package static func value(of name: Bytes, in json: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var members = JSONMembers(json)
    let bytes = json.span.bytes
    while let (key, value) = members.skipMember(in: bytes) {
      if key.isText(name, in: bytes) { return members.slice(value) }
    }
    return nil
  }

  /// Goes over the next member; `nil` at the end and at a fault.
  @inline(__always)
  private mutating func skipMember(in bytes: RawSpan) -> (key: JSONToken, value: JSONToken)? {
    let last = progress
    progress = .end
    do throws(PageFault) {
      guard try advance(from: last, in: bytes) else { return nil }
      let key = try scanner.skipKey(in: bytes)
      let value = try scanner.skipValue(in: bytes, depth: 1)
      progress = .member
      return (key, value)
    } catch {
      return nil
    }
  }

  /// Goes to the next key; `false` at the end.
  @inline(__always)
  private mutating func advance(from last: Progress, in bytes: RawSpan) throws(PageFault) -> Bool {
    let isNext: Bool
    switch last {
    case .end: return false
    case .start:
      guard try scanner.peek(in: bytes) == .openBrace else { return false }
      isNext = try scanner.skipOpening(closedBy: .closeBrace, in: bytes)
    case .member: isNext = try scanner.skipComma(or: .closeBrace, in: bytes)
    }
    if !isNext { isWhole = scanner.position == bytes.byteCount }
    return isNext
  }

  private func slice(_ token: JSONToken) -> ArraySlice<UInt8> {
    let quote = token.isText ? 1 : 0
    return json[json.startIndex + token.start - quote..<json.startIndex + token.end + quote]
  }
}
