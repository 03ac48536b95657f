/// The rows that show candidates below the line.
///
/// With summaries there is one candidate a row; without, they stand in columns, to be
/// read downwards. A list longer than the screen ends in how many more there are.
package struct CandidateList {
  var candidates: [Candidate]
  var columns: Int
  var rows: Int

  package init(candidates: [Candidate], columns: Int, rows: Int) {
    self.candidates = candidates
    self.columns = columns
    self.rows = rows
  }

  package var lines: [String] {
    candidates.contains { !$0.summary.isEmpty } ? linesWithSummaries : linesInColumns
  }

  private var linesWithSummaries: [String] {
    let width = candidates.map { $0.text.visible.columns }.max() ?? 0
    let lines = candidates.map { candidate in
      let text = candidate.text.visible
      guard !candidate.summary.isEmpty else { return text.fitting(columns - 1) }
      let gap = String(repeating: " ", count: width - text.columns + 2)
      return (text + gap + candidate.summary.visible).fitting(columns - 1)
    }
    return shortened(lines, candidatesPerLine: 1)
  }

  private var linesInColumns: [String] {
    let texts = candidates.map { $0.text.visible.fitting(columns - 1) }
    let width = (texts.map(\.columns).max() ?? 0) + 2
    let perLine = max(1, (columns + 1) / width)
    let height = (texts.count + perLine - 1) / perLine
    let lines = (0..<height).map { row in
      let cells = stride(from: row, to: texts.count, by: height).map { texts[$0] }
      let padded = cells.dropLast().map { $0 + String(repeating: " ", count: width - $0.columns) }
      return padded.joined() + (cells.last ?? "")
    }
    return shortened(lines, candidatesPerLine: perLine)
  }

  private func shortened(_ lines: [String], candidatesPerLine: Int) -> [String] {
    let room = max(1, rows - 3)
    guard lines.count > room else { return lines }
    // Columns are filled downwards, so they are cut to what a full screen holds.
    let kept = candidates.prefix((room - 1) * candidatesPerLine)
    guard !kept.isEmpty else { return ["… \(candidates.count) candidates"] }
    let list = CandidateList(candidates: Array(kept), columns: columns, rows: .max)
    return list.lines.prefix(room - 1) + ["… and \(candidates.count - kept.count) more"]
  }
}

extension String {
  /// The text with U+FFFD for each control character.
  var visible: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 }))
  }

  /// As much of the text as `columns` hold, with an ellipsis if that is not all.
  func fitting(_ columns: Int) -> String {
    guard self.columns > columns else { return self }
    var width = 1
    let kept = prefix { character in
      width += String(character).columns
      return width <= columns
    }
    return kept + "…"
  }
}
