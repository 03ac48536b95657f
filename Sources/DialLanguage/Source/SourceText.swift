/// A piece of the user's text and where it came from.
package struct SourceText: Sendable, Hashable {
  /// The file's name as the user gave it; `nil` for the prompt and for `-c`.
  package let name: String?
  /// The text itself.
  package let text: String
  let utf8: [UInt8]

  package init(_ text: String, name: String? = nil) {
    self.name = name
    self.text = text
    self.utf8 = Array(text.utf8)
  }

  /// The text between the offsets of `range`.
  package subscript(range: SourceRange) -> String {
    let bounds = range.clamped(to: utf8.count)
    return String(decoding: utf8[bounds.lower..<bounds.upper], as: UTF8.self)
  }

  /// The line that holds `offset`, without its line break, and its number from 1.
  func line(at offset: Int) -> (number: Int, range: SourceRange) {
    let offset = min(offset, utf8.count)
    let newline = UInt8(ascii: "\n")
    let start = utf8[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = utf8[offset...].firstIndex(of: newline) ?? utf8.count
    let number = utf8[..<start].count { $0 == newline } + 1
    return (number, SourceRange(start, end))
  }
}

/// A span of a source text, as offsets into its UTF-8.
package struct SourceRange: Sendable, Hashable {
  package let lower: Int
  package let upper: Int

  package init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// From the start of this range to the end of `other`.
  package func through(_ other: SourceRange) -> SourceRange {
    SourceRange(lower, other.upper)
  }

  /// The empty range right before this one.
  package var start: SourceRange { SourceRange(lower, lower) }

  func clamped(to count: Int) -> SourceRange {
    SourceRange(min(lower, count), min(upper, count))
  }
}
