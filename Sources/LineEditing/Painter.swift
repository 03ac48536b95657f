/// Writes styles over what libedit has drawn, and leaves the cursor where it was.
///
/// libedit can draw no styles. So the same characters are written at the same places once
/// more, by the rules of `ScreenLayout`; libedit's idea of the screen stays true.
struct Painter {
  let prompt: [Unicode.Scalar]
  let size: ScreenSize

  /// The bytes that paint the scalars from `start` on, then the suggestion.
  ///
  /// `nil` if the text is taller than the screen: a part of it is out of reach.
  func strokes(_ picture: Picture, from start: Int) -> String? {
    let scalars = picture.buffer.scalars
    let cursor = layout(of: scalars[..<picture.buffer.cursor])
    var brush = Brush(at: layout(of: scalars[..<start]))
    let way = cursor.way(to: brush.layout)
    for index in start..<scalars.count { brush.paint(scalars[index], in: picture.styles[index]) }
    guard brush.layout.row < size.rows else { return nil }
    if picture.buffer.isAtEnd { brush.suggest(picture.suggestion) }
    return "\u{1B}7\u{1B}[?25l" + way + brush.finished() + "\u{1B}8\u{1B}[?25h"
  }

  private func layout(of scalars: ArraySlice<Unicode.Scalar>) -> ScreenLayout {
    var layout = ScreenLayout(columns: size.columns)
    layout.advance(over: prompt)
    layout.advance(over: scalars)
    return layout
  }
}

extension ScreenLayout {
  /// The bytes that move the cursor to another place on the screen.
  func way(to place: ScreenLayout) -> String {
    var way = "\r"
    if place.row < row { way += "\u{1B}[\(row - place.row)A" }
    if place.row > row { way += "\u{1B}[\(place.row - row)B" }
    if place.column > 0 { way += "\u{1B}[\(place.column)C" }
    return way
  }
}
