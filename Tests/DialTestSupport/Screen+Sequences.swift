extension Screen {
  /// Does what an escape sequence says; `sequence` is what follows the Escape.
  mutating func perform(_ sequence: String) {
    switch sequence {
    case "7": savedCursor = (row, column, style, wrapsNext)
    case "8": (row, column, style, wrapsNext) = savedCursor ?? (0, 0, "", false)
    case "[?25l": isCursorHidden = true
    case "[?25h": isCursorHidden = false
    case "[?7l": wraps = false
    case "[?7h": wraps = true
    case "[4h": inserts = true
    case "[4l": inserts = false
    case _ where sequence.hasPrefix("[?"): break
    case _ where sequence.hasPrefix("["): control(sequence.dropFirst())
    default: break
    }
  }

  private mutating func control(_ sequence: Substring) {
    let parameters = sequence.dropLast().split(separator: ";", omittingEmptySubsequences: false)
    let number = parameters.first.flatMap { Int($0) }
    if sequence.last == "m" { return set(parameters) }
    wrapsNext = false
    switch sequence.last {
    case "A": row = max(0, row - (number ?? 1))
    case "B": row = min(rows - 1, row + (number ?? 1))
    case "C": column = min(columns - 1, column + (number ?? 1))
    case "D": column = max(0, column - (number ?? 1))
    case "G": column = min(columns - 1, (number ?? 1) - 1)
    case "H":
      row = min(rows, max(1, number ?? 1)) - 1
      column = min(columns, max(1, parameters.dropFirst().first.flatMap { Int($0) } ?? 1)) - 1
    case "J": eraseRows(number ?? 0)
    case "K": eraseColumns(number ?? 0)
    case "P":
      let end = min(cells[row].count, column + (number ?? 1))
      if column < end { cells[row].removeSubrange(column..<end) }
    case "@": insertBlanks(number ?? 1)
    default: break
    }
  }

  private mutating func set(_ parameters: [Substring]) {
    for parameter in parameters {
      if parameter.isEmpty || parameter == "0" {
        style = ""
      } else {
        style += (style.isEmpty ? "" : ";") + parameter
      }
    }
  }

  mutating func insertBlanks(_ count: Int) {
    pad(to: column)
    cells[row].insert(contentsOf: Array(repeating: Cell(), count: count), at: column)
    cells[row] = Array(cells[row].prefix(columns))
  }

  /// `K`: to the end of the row, from its start, or all of it.
  private mutating func eraseColumns(_ kind: Int) {
    if kind == 0 { return cells[row].removeSubrange(min(column, cells[row].count)...) }
    if kind == 2 { return cells[row] = [] }
    pad(to: column + 1)
    for index in 0...column { cells[row][index] = Cell() }
  }

  /// `J`: to the end of the screen, from its start, or all of it.
  private mutating func eraseRows(_ kind: Int) {
    if kind == 2 { return cells = Array(repeating: [], count: rows) }
    eraseColumns(kind)
    for other in kind == 0 ? (row + 1)..<max(rows, row + 1) : 0..<row { cells[other] = [] }
  }
}
