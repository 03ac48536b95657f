import DialStack
import DialLanguage
import TerminalText

/// A value as it stands in a table: text that a terminal may get, and its colour.
struct Cell: Sendable {
  let text: String
  /// The columns that the text takes.
  let width: Int
  let tint: Tint?

  /// A cell for bytes of the API, of which no more than `width` columns may be shown.
  ///
  /// What is longer by far is cut before it is looked at: an answer may hold 60 MB of one text.
  init(_ text: Bytes, _ tint: Tint? = nil, within width: Int?) {
    guard let width, text.count > width * Self.bytesPerColumn else {
      self.init(text, tint)
      return
    }
    let shown = text.head(width * Self.bytesPerColumn).string.visible
    // Marks that stand on one letter take no column: the text goes on even where it is narrow.
    self.init(visible: shown.displayWidth > width ? shown.prefixing(width) : shown + "…", tint)
  }

  /// More bytes than text needs for one column, marks upon letters included.
  private static let bytesPerColumn = 64

  init(_ text: Bytes, _ tint: Tint? = nil) {
    let isPlain = text.withSpan { text in
      for index in text.indices where !(0x20..<0x7F).contains(text[index]) { return false }
      return true
    }
    self.text = isPlain ? text.string : text.string.visible
    self.width = isPlain ? text.count : self.text.displayWidth
    self.tint = tint
  }

  init(_ text: String, _ tint: Tint? = nil) {
    self.text = text.visible
    self.width = self.text.displayWidth
    self.tint = tint
  }

  private init(visible text: String, _ tint: Tint?) {
    self.init(visible: text, width: text.displayWidth, tint)
  }

  private init(visible text: String, width: Int, _ tint: Tint?) {
    self.text = text
    self.width = width
    self.tint = tint
  }

  /// A line across `width` columns.
  static func rule(_ width: Int) -> Cell {
    Cell(visible: String(repeating: "─", count: width), width: width, .absent)
  }

  /// The first `width` columns, with `…` where something was cut.
  func cut(to width: Int) -> Cell {
    self.width > width ? Cell(visible: text.prefixing(width), tint) : self
  }
}

/// Draws a line of cells, colours around their text.
///
/// Blanks are written once something follows them, so that no line ends in any.
struct CellLine {
  /// The blanks between two cells.
  static let gap = 2

  private let coloring: TerminalStyle.Coloring
  private var blanks = 0

  init(_ coloring: TerminalStyle.Coloring) {
    self.coloring = coloring
  }

  mutating func skip(_ columns: Int) {
    blanks += columns
  }

  mutating func append(_ cell: Cell, to buffer: inout [UInt8]) {
    let text = cell.text.utf8
    let trailing = text.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    guard trailing < text.count else { return skip(trailing) }
    buffer.append(contentsOf: repeatElement(UInt8(ascii: " "), count: blanks))
    let tint = cell.tint?.parameters(in: coloring)
    if let tint { buffer.append(contentsOf: "\u{1B}[\(tint)m".utf8) }
    buffer.append(contentsOf: text.dropLast(trailing))
    if tint != nil { buffer.append(contentsOf: "\u{1B}[0m".utf8) }
    blanks = trailing
  }
}
