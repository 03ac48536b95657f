extension Diagnostic {
  /// The most columns of a source line that are shown.
  private static let lineWidth = 160
  /// The most columns of a message that are shown, whatever of the text it repeats.
  private static let messageWidth = 600
  /// No more of a line is looked at on either side: measuring text takes time.
  private static let nearby = 2000

  /// The message with its place, then the line and marks below the characters.
  ///
  ///     report.dial:3:15: unknown field `staus` in numbers; did you mean `status`?
  ///       numbers where staus=active
  ///                     ^~~~~
  package func rendered(in source: SourceText) -> String {
    let line = source.line(at: range.lower)
    let text = SourceText(source[line.range].withoutKeys)
    let start = range.lower - line.range.lower
    let markedEnd = min(range.upper, line.range.upper) - line.range.lower
    let before = text[SourceRange(0, start)]
    let marked = text[SourceRange(start, min(markedEnd, start + Self.nearby))]
    let after = text[SourceRange(markedEnd, markedEnd + Self.nearby)]
    let name = source.name.map { "\($0.visible):" } ?? ""
    let column = before.count + 1
    let near = String(before.suffix(Self.nearby))
    return """
      \(name)\(line.number):\(column): \(shownMessage)
        \(Self.excerpt(before: near, marked: marked, after: after))
      """
  }

  private var shownMessage: String {
    let message = message.withoutKeys
    let isLong = message.utf8.count > 4 * Self.messageWidth
    let shown = isLong ? String(message.prefix(Self.messageWidth)) + "…" : message
    return shown.visible
  }

  private static func excerpt(before: String, marked: String, after: String) -> String {
    var before = before.visible
    var marked = marked.visible
    var after = after.visible
    if (before + marked + after).displayWidth > lineWidth {
      marked = marked.prefixing(lineWidth / 2)
      before = before.suffixing(lineWidth / 4)
      after = after.prefixing(lineWidth / 4)
    }
    let margin = String(repeating: " ", count: before.displayWidth + 2)
    let tail = String(repeating: "~", count: max(0, marked.displayWidth - 1))
    return "\(before)\(marked)\(after)\n\(margin)^\(tail)"
  }
}

extension String {
  /// The first `width` columns, with `…` where something was cut.
  package func prefixing(_ width: Int) -> String {
    guard displayWidth > width else { return self }
    var result = ""
    var used = 0
    for character in self {
      let next = character.displayWidth
      if used + next > width - 1 { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }

  func suffixing(_ width: Int) -> String {
    guard displayWidth > width else { return self }
    var result: [Character] = []
    var used = 0
    for character in reversed() {
      used += character.displayWidth
      if used > width - 1 { break }
      result.append(character)
    }
    return "…" + String(result.reversed())
  }
}
