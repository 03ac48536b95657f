/// Collects the bytes that write characters in styles from some place of the screen on.
struct Brush {
  private(set) var layout: ScreenLayout
  private var bytes = ""
  private var style = Style.plain
  /// Whether the row is full and the terminal's cursor still stands at its end.
  private var isHeld = false

  init(at layout: ScreenLayout) {
    self.layout = layout
  }

  /// Writes one character as libedit does, so that no byte of a text can be a command.
  mutating func paint(_ scalar: Unicode.Scalar, in style: Style) {
    let before = layout
    layout.advance(over: scalar)
    guard scalar != "\n" else {
      // A row that was full to the edge is followed by an empty one.
      bytes += isHeld ? "\r\n\r\n" : "\r\n"
      isHeld = false
      return
    }
    set(style)
    if scalar == "\t" {
      bytes += String(repeating: " ", count: before.width(of: scalar))
    } else {
      bytes.unicodeScalars.append(contentsOf: scalar.drawing)
    }
    guard layout.column != before.column else { return }
    isHeld = layout.column == 0
  }

  /// Writes as much of a suggestion as its row holds; the last column stays free, so that
  /// nothing wraps or scrolls.
  mutating func suggest(_ suggestion: String) {
    let room = layout.columns - 1 - layout.column
    guard !suggestion.isEmpty, room > 0 else { return }
    if isHeld { bytes += "\r\n" }
    let row = suggestion.prefix { $0 != "\n" }
    let drawing = String(String.UnicodeScalarView(row.unicodeScalars.flatMap(\.drawing)))
    set(.dim)
    bytes += (row.endIndex < suggestion.endIndex ? drawing + "…" : drawing).fitting(room)
  }

  /// All bytes; what is written after them is plain.
  mutating func finished() -> String {
    set(.plain)
    return bytes
  }

  private mutating func set(_ style: Style) {
    guard style != self.style else { return }
    bytes += style.sequence
    self.style = style
  }
}
