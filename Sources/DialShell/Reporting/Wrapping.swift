import TerminalText

extension String {
  /// The lines with none longer than `width`, divided between words.
  ///
  /// What goes on stands below the last column of its line: columns are divided by two spaces
  /// or more. Where too little room is left for that, it stands four columns in.
  func wrapped(toWidth width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.displayWidth > width ? $0.wrapped(toWidth: width) : String($0) }
      .joined(separator: "\n")
  }
}

extension Substring {
  /// A last column that is narrower is not worth to be kept.
  private static var narrowestColumn: Int { 24 }

  func wrapped(toWidth width: Int) -> String {
    let column = startOfLastColumn
    let indent = width - column >= Self.narrowestColumn ? column : Swift.min(4, width / 4)
    var lines: [String] = []
    var line = String(prefix(column))
    for word in dropFirst(column).split(separator: " ", omittingEmptySubsequences: false) {
      let isFirst = line.allSatisfy { $0 == " " } || (lines.isEmpty && line.count == column)
      if !isFirst, line.displayWidth + 1 + word.displayWidth > width {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
      } else {
        line += (isFirst ? "" : " ") + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// Where the text behind the last run of two spaces begins, in characters.
  private var startOfLastColumn: Int {
    let characters = Array(self)
    let gap = characters.indices.dropFirst(2).last { index in
      characters[index] != " " && characters[index - 1] == " " && characters[index - 2] == " "
    }
    return gap ?? characters.firstIndex { $0 != " " } ?? 0
  }
}
