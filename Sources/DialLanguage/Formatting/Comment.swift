/// A comment and where it stands.
struct Comment {
  let range: SourceRange
  /// Whether nothing stands before it in its line.
  let startsLine: Bool
  /// The comment without the space at its end.
  let text: String

  init(_ range: SourceRange, in source: SourceText) {
    self.range = range
    let space: [UInt8] = [0x20, 0x09, 0x0D]
    let before = source.utf8[..<range.lower].last {
      !space.contains($0) && $0 != UInt8(ascii: ";")
    }
    startsLine = before == nil || before == UInt8(ascii: "\n")
    let bytes = source.utf8[range.lower..<range.upper]
    let end = bytes.lastIndex { !space.contains($0) } ?? range.lower
    text = String(decoding: bytes[...end], as: UTF8.self)
  }
}
