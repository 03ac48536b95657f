/// A piece of the user's text and where it came from.
///
/// Copies share the text: each range of it holds one.
package struct SourceText: Sendable {
  private final class Content: Sendable {
    let name: String?
    let text: String
    let utf8: [UInt8]

    init(_ text: String, name: String?) {
      self.name = name
      self.text = text
      utf8 = Array(text.utf8)
    }
  }

  private let content: Content

  package init(_ text: String, name: String? = nil) {
    content = Content(text, name: name)
  }

  /// The file's name as the user gave it; `nil` for the prompt and for `-c`.
  package var name: String? { content.name }
  /// The text itself.
  package var text: String { content.text }
  var utf8: [UInt8] { content.utf8 }

  /// The characters from `lower` up to but not `upper`, in bytes of UTF-8.
  package func range(_ lower: Int, _ upper: Int) -> SourceRange {
    SourceRange(lower, upper, of: self)
  }

  /// The text between two offsets.
  subscript(lower: Int, upper: Int) -> String {
    let upper = min(upper, utf8.count)
    return String(decoding: utf8[min(lower, upper)..<upper], as: UTF8.self)
  }

  /// The line that holds `offset`, without its line break, and its number from 1.
  func line(at offset: Int) -> (number: Int, lower: Int, upper: Int) {
    let offset = min(offset, utf8.count)
    let newline = UInt8(ascii: "\n")
    let start = utf8[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = utf8[offset...].firstIndex(of: newline) ?? utf8.count
    let number = utf8[..<start].count { $0 == newline } + 1
    return (number, start, end)
  }
}

extension SourceText: Hashable {
  package static func == (left: SourceText, right: SourceText) -> Bool {
    left.content === right.content || left.name == right.name && left.text == right.text
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(utf8.count)
  }
}

/// A span of a source text, which it knows, as offsets into its UTF-8.
package struct SourceRange: Sendable, Hashable {
  /// The text that it is of; `nil` where nobody wrote one: for a value of the command line.
  package let source: SourceText?
  package let lower: Int
  package let upper: Int

  package init(_ lower: Int, _ upper: Int, of source: SourceText?) {
    self.source = source
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The place of what stands in no text.
  package static let nowhere = SourceRange(0, 0, of: nil)

  /// The characters.
  package var text: String { source?[lower, upper] ?? "" }

  /// From the start of this range to the end of `other`, which is of the same text.
  package func through(_ other: SourceRange) -> SourceRange {
    SourceRange(lower, other.upper, of: source)
  }

  /// The characters up to where `other` begins, which is of the same text.
  package func upTo(_ other: SourceRange) -> SourceRange {
    SourceRange(lower, other.lower, of: source)
  }

  /// The empty range right before this one.
  package var start: SourceRange { SourceRange(lower, lower, of: source) }

  /// The place behind the last character.
  package var end: SourceRange { SourceRange(upper, upper, of: source) }

  /// A part of the range, in bytes from its beginning.
  func part(from offset: Int, count: Int) -> SourceRange {
    SourceRange(lower + offset, lower + offset + count, of: source)
  }
}
