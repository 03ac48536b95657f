/// Collects the bytes that write characters in styles from some place of the screen on.
struct Brush {
  /// Where the next character goes.
  private(set) var layout: ScreenLayout
  private(set) var bytes = ""
  private var style = Style.plain
  /// The row that the terminal's cursor is in; above the layout's while a row is just full.
  private var row: Int

  /// Moves to `place` from the row of `cursor`.
  init(at place: ScreenLayout, from cursor: ScreenLayout) {
    layout = place
    row = cursor.row
    move(to: place)
  }

  /// Writes one character as libedit does, so that no byte of a text can be a command.
  mutating func paint(_ scalar: Unicode.Scalar, in style: Style) {
    let before = layout
    layout.advance(over: scalar)
    guard scalar != "\n" else {
      eraseRest()
      bytes += String(repeating: "\r\n", count: layout.row - row)
      row = layout.row
      return
    }
    if layout.row > before.row, layout.column > 0, before.column > 0 { eraseRest() }
    set(style)
    if scalar.isPrintableASCII {
      // Most characters are: they must not cost an array each.
      bytes.unicodeScalars.append(scalar)
    } else if scalar == "\t" {
      bytes += String(repeating: " ", count: before.width(of: scalar))
    } else {
      bytes.unicodeScalars.append(contentsOf: scalar.drawing)
    }
    guard (layout.row, layout.column) != (before.row, before.column) else { return }
    // The terminal goes to the next row with the first character there.
    row = layout.column == 0 && layout.row > before.row ? layout.row - 1 : layout.row
  }

  /// Writes as much of a suggestion as its row holds without a wrap.
  ///
  /// A terminal may give characters more columns than libedit knows of: it is told not to wrap.
  mutating func suggest(_ suggestion: String, in style: Style) {
    guard !suggestion.isEmpty else { return }
    if row < layout.row { move(to: layout) }
    let shown = suggestion.prefix { $0 != "\n" }
    let scalars = String(shown).drawnScalars.flatMap { $0 == "\t" ? [" "] : $0.drawing }
    let drawing = String(String.UnicodeScalarView(scalars))
    set(style)
    bytes += "\u{1B}[?7l"
    bytes += (shown.endIndex < suggestion.endIndex ? drawing + "…" : drawing).fitting(layout.room)
    bytes += "\u{1B}[?7h"
  }

  /// Ends in plain style at `cursor`, with nothing behind what was written.
  mutating func finish(at cursor: ScreenLayout) {
    eraseRest()
    move(to: cursor)
  }

  private mutating func move(to place: ScreenLayout) {
    bytes += "\r"
    if place.row < row { bytes += "\u{1B}[\(row - place.row)A" }
    if place.row > row { bytes += "\u{1B}[\(place.row - row)B" }
    if place.column > 0 { bytes += "\u{1B}[\(place.column)C" }
    row = place.row
  }

  private mutating func eraseRest() {
    set(.plain)
    // At the end of a full row the last character would go.
    if row == layout.row { bytes += "\u{1B}[K" }
  }

  private mutating func set(_ style: Style) {
    guard style != self.style else { return }
    bytes += style.sequence
    self.style = style
  }
}
