/// A terminal's screen, as far as libedit's drawing needs one.
package struct Screen {
  package private(set) var columns: Int
  package let rows: Int
  package private(set) var bell = 0
  private var cells: [[String]]
  package private(set) var row = 0
  package private(set) var column = 0
  private var sequence: String?
  private var pendingBytes: [UInt8] = []
  private var wrapsNext = false
  private var inserts = false

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: [], count: rows)
  }

  /// The rows without the blanks at their ends, and without empty rows below.
  package var lines: [String] {
    var lines = cells.map { cells in
      var cells = cells
      while cells.last == " " { cells.removeLast() }
      return cells.joined()
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
      if whole.hasPrefix("[") { perform(whole.dropFirst()) }
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
    if wrapsNext || column + width > columns {
      column = 0
      lineFeed()
    }
    if inserts { insertBlanks(width) }
    pad(to: column + width)
    cells[row][column] = String(scalar)
    if width == 2 { cells[row][column + 1] = "" }
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

  private mutating func pad(to width: Int) {
    while cells[row].count < width { cells[row].append(" ") }
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

  private mutating func perform(_ sequence: Substring) {
    let number = Int(sequence.dropLast().filter(\.isNumber))
    wrapsNext = false
    switch sequence.last {
    case "A": row = max(0, row - (number ?? 1))
    case "B": row = min(rows - 1, row + (number ?? 1))
    case "C": column = min(columns - 1, column + (number ?? 1))
    case "D": column = max(0, column - (number ?? 1))
    case "G": column = min(columns - 1, (number ?? 1) - 1)
    case "H": (row, column) = (0, 0)
    case "J": erase(below: number ?? 0)
    case "K": cells[row].removeSubrange(min(column, cells[row].count)...)
    case "P":
      let end = min(cells[row].count, column + (number ?? 1))
      if column < end { cells[row].removeSubrange(column..<end) }
    case "@": insertBlanks(number ?? 1)
    case "h" where sequence == "4h": inserts = true
    case "l" where sequence == "4l": inserts = false
    default: break
    }
  }

  private mutating func insertBlanks(_ count: Int) {
    pad(to: column)
    cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
    cells[row] = Array(cells[row].prefix(columns))
  }

  private mutating func erase(below kind: Int) {
    if kind == 2 { return cells = Array(repeating: [], count: rows) }
    cells[row].removeSubrange(min(column, cells[row].count)...)
    for below in (row + 1)..<max(rows, row + 1) { cells[below] = [] }
  }
}
