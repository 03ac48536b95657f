import TerminalText

extension Diagnostic {
  /// The most columns of a source line that are shown.
  private static let lineWidth = 160
  /// How far the line and its marks stand in.
  private static let margin = "  "
  /// The most columns of a message that are shown, whatever of the text it repeats.
  private static let messageWidth = 600
  /// No more of a line is looked at on either side: measuring text takes time.
  private static let nearby = 2000

  /// The message with its place, then the line and marks below the characters.
  ///
  ///     report.dial:3:15: unknown field `staus` in numbers; did you mean `status`?
  ///       numbers where staus=active
  ///                     ^~~~~
  ///
  /// A line that is longer than `width`, the columns of a terminal, is cut around the marks. What
  /// stands in no text is the message alone.
  package func rendered(width: Int?) -> String {
    guard let source = range.source else { return shownMessage }
    let line = source.line(at: range.lower)
    let text = SourceText(source[line.lower, line.upper].withoutKeys)
    let start = range.lower - line.lower
    let markedEnd = min(range.upper, line.upper) - line.lower
    let before = text[0, start]
    let marked = text[start, min(markedEnd, start + Self.nearby)]
    let after = text[markedEnd, markedEnd + Self.nearby]
    let name = source.name.map { "\($0.visible):" } ?? ""
    let column = before.count + 1
    let near = String(before.suffix(Self.nearby))
    let room = min(Self.lineWidth, width.map { $0 - Self.margin.count } ?? .max)
    let excerpt = Self.excerpt(before: near, marked: marked, after: after, in: max(1, room))
    return "\(name)\(line.number):\(column): \(shownMessage)\n\(excerpt)"
  }

  private var shownMessage: String {
    let message = message.withoutKeys
    let isLong = message.utf8.count > 4 * Self.messageWidth
    let shown = isLong ? String(message.prefix(Self.messageWidth)) + "…" : message
    return shown.visible
  }

  /// The marked text with as much on either side of it as `room` holds, and the marks below.
  private static func excerpt(before: String, marked: String, after: String, in room: Int)
    -> String
  {
    let marked = marked.visible.prefixing(room)
    let (before, after) = (before.visible, after.visible)
    let rest = room - marked.displayWidth
    // What one side does not need is left to the other.
    let roomBefore = max(rest / 2, rest - after.displayWidth)
    let shownBefore = before.suffixing(roomBefore)
    let shownAfter = after.prefixing(rest - shownBefore.displayWidth)
    let place = margin + String(repeating: " ", count: shownBefore.displayWidth)
    let tail = String(repeating: "~", count: max(0, marked.displayWidth - 1))
    return "\(margin)\(shownBefore)\(marked)\(shownAfter)\n\(place)^\(tail)"
  }
}
