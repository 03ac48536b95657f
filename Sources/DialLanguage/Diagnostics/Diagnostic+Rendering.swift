extension Diagnostic {
  /// The most columns of a source line that are shown.
  private static let lineWidth = 160

  /// The message with its place, then the line and marks below the characters.
  ///
  ///     report.dial:3:15: unknown field `staus` in numbers; did you mean `status`?
  ///       numbers where staus=active
  ///                     ^~~~~
  package func rendered(in source: SourceText) -> String {
    let line = source.line(at: range.lower)
    let before = source[SourceRange(line.range.lower, range.lower)]
    let marked = source[SourceRange(range.lower, min(range.upper, line.range.upper))]
    let after = source[SourceRange(min(range.upper, line.range.upper), line.range.upper)]
    let name = source.name.map { "\($0.visible):" } ?? ""
    let column = before.count + 1
    return """
      \(name)\(line.number):\(column): \(message.visible)
        \(Self.excerpt(before: before, marked: marked, after: after))
      """
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
