/// A terminal's screen, as far as an editor's drawing needs one.
package struct Screen {
  /// What stands in one column; the right half of a wide character is an empty text.
  struct Cell: Equatable {
    var text = " "
    /// The parameters of SGR sequences that are in force; empty if none is.
    var style = ""
  }

  package private(set) var columns: Int
  package let rows: Int
  package private(set) var bell = 0
  package internal(set) var row = 0
  package internal(set) var column = 0
  package internal(set) var isCursorHidden = false
  var cells: [[Cell]]
  var style = ""
  var savedCursor: (row: Int, column: Int, style: String, wrapsNext: Bool)?
  /// Whether the row is full and the next character goes to the next one.
  package internal(set) var wrapsNext = false
  var inserts = false
  /// Whether a character that has no room goes to the next row; else it takes the last columns.
  var wraps = true
  private var sequence: String?
  private var pendingBytes: [UInt8] = []

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: [], count: rows)
  }

  /// The rows without the blanks at their ends, and without empty rows below.
  package var lines: [String] { lines { $0.map(\.text).joined() } }

  /// The same with marks around each run of one style: `numbers where ⟨4;31:staus⟩=active`.
  package var styledLines: [String] {
    lines { cells in
      var line = ""
      var style = ""
      for cell in cells {
        if cell.style != style {
          line += (style.isEmpty ? "" : "⟩") + (cell.style.isEmpty ? "" : "⟨\(cell.style):")
          style = cell.style
        }
        line += cell.text
      }
      return line + (style.isEmpty ? "" : "⟩")
    }
  }

  private func lines(_ text: ([Cell]) -> String) -> [String] {
    var lines = cells.map { cells in
      text(Array(cells.prefix((cells.lastIndex { $0 != Cell() } ?? -1) + 1)))
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Lays what is on the screen out anew, as terminals do; the cursor ends up behind it.
  package mutating func reflow(toColumns columns: Int) {
    let text = lines.joined(separator: "\r\n")
    self = Screen(columns: columns, rows: rows)
    show(text.utf8)
  }

  package mutating func show(_ bytes: some Sequence<UInt8>) {
    pendingBytes += bytes
    let text = String(decoding: pendingBytes, as: UTF8.self)
    // A character may be cut at the end of what has been read.
    let isCut = text.unicodeScalars.last == "\u{FFFD}"
    guard !isCut else { return }
    pendingBytes = []
    for scalar in text.unicodeScalars { show(scalar) }
  }

  private mutating func show(_ scalar: Unicode.Scalar) {
    if let sequence {
      let whole = sequence + String(scalar)
      self.sequence = whole
      let isEnd = whole.hasPrefix("[") ? whole.count > 1 && scalar.value >= 0x40 : true
      guard isEnd else { return }
      self.sequence = nil
      perform(whole)
      return
    }
    switch scalar {
    case "\u{1B}": sequence = ""
    case "\r": (column, wrapsNext) = (0, false)
    case "\n": lineFeed()
    case "\u{8}": (column, wrapsNext) = (max(0, column - 1), false)
    case "\u{7}": bell += 1
    case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
    default: put(scalar)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.isWide(scalar) ? 2 : 1
    if !wraps {
      column = min(column, columns - width)
    } else if wrapsNext || column + width > columns {
      column = 0
      lineFeed()
    }
    if inserts { insertBlanks(width) }
    pad(to: column + width)
    cells[row][column] = Cell(text: String(scalar), style: style)
    if width == 2 { cells[row][column + 1] = Cell(text: "", style: style) }
    wrapsNext = column + width == columns
    column = min(columns - 1, column + width)
  }

  /// Whether a character takes two columns: the East Asian scripts and emoji.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  mutating func pad(to width: Int) {
    while cells[row].count < width { cells[row].append(Cell()) }
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if row < rows - 1 {
      row += 1
    } else {
      cells.removeFirst()
      cells.append([])
    }
  }
}
