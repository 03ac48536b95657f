/// Writes a picture over what libedit has drawn.
///
/// libedit can draw no styles. So the same characters are written at the same places once
/// more, by the rules of `ScreenLayout`; libedit's idea of the screen stays true. Where wide
/// characters have made it false, it becomes true again: so the cursor is put where it
/// belongs, not where it was found, and only its row is relied on.
struct Painter {
  let prompt: [Unicode.Scalar]
  let size: ScreenSize
  let suggestionStyle: Style

  /// The bytes that paint the scalars from `start` on, then the suggestion.
  ///
  /// `nil` where it cannot be known what is where: the text is taller than the screen, or has
  /// a tab that reaches beyond the edge.
  func strokes(_ picture: Picture, from start: Int) -> String? {
    let scalars = picture.buffer.scalars
    let cursor = layout(ofCursorAt: picture.buffer.cursor, in: scalars)
    var brush = Brush(at: layout(ofCursorAt: start, in: scalars), from: cursor)
    for index in start..<scalars.count { brush.paint(scalars[index], in: picture.styles[index]) }
    let end = brush.layout
    guard end.isCertain, max(end.row, cursor.row) < size.rows else { return nil }
    brush.suggest(picture.suggestion, in: suggestionStyle)
    brush.finish(at: cursor)
    return "\u{1B}[?25l" + brush.bytes + "\u{1B}[?25h"
  }

  /// Whether a row of the text reaches the edge, so that libedit may draw a change wrongly.
  ///
  /// At the edge it goes to the next row before it erases the rest of the one it has written,
  /// and so erases a part of the next row that it takes to be there still.
  func fillsARow(_ buffer: EditBuffer) -> Bool {
    let end = layout(ofCursorAt: buffer.scalars.count, in: buffer.scalars)
    return end.row > buffer.scalars.count { $0 == "\n" }
  }

  /// The columns for a suggestion; none unless the cursor is at the end of the text.
  func room(behind buffer: EditBuffer) -> Int {
    guard buffer.isAtEnd else { return 0 }
    let end = layout(ofCursorAt: buffer.cursor, in: buffer.scalars)
    return end.isCertain && end.row < size.rows ? end.room : 0
  }

  private func layout(ofCursorAt cursor: Int, in scalars: [Unicode.Scalar]) -> ScreenLayout {
    ScreenLayout(columns: size.columns, prompt: prompt, cursor: cursor, in: scalars)
  }
}
