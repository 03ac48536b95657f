import TerminalText

/// The rows that show candidates below the line.
///
/// With summaries there is one candidate a row, unless the list is too long for the screen
/// and there is width for more: then they stand in columns, as those without summaries do,
/// to be read downwards. A list that is still longer than the screen ends in how many more
/// there are.
package struct CandidateList {
  var candidates: [Candidate]
  /// How many there are besides.
  var others: Int
  /// A sentence that stands below the candidates; may be empty.
  var note: String
  var columns: Int
  var rows: Int

  /// The columns of a summary beside which there are others in the row.
  private static let summaryWidth = 24

  package init(
    candidates: [Candidate], others: Int = 0, note: String = "", columns: Int, rows: Int
  ) {
    self.candidates = candidates
    self.others = others
    self.note = note
    self.columns = columns
    self.rows = rows
  }

  package var lines: [String] {
    candidateLines + (note.isEmpty ? [] : [note.visible.fitting(columns - 1)])
  }

  private var candidateLines: [String] {
    let perLine = perLine
    let count = candidates.count + others
    guard count > room * perLine else { return lines(of: candidates, perLine) }
    // Columns are filled downwards, so they are cut to what a full screen holds.
    let kept = candidates.prefix((room - 1) * perLine)
    guard !kept.isEmpty else { return ["… \(count) candidates"] }
    return lines(of: Array(kept), perLine) + ["… and \(count - kept.count) more"]
  }

  /// The rows that a list may have, so that the line stays in sight.
  private var room: Int { max(1, rows - 3 - (note.isEmpty ? 0 : 1)) }

  private var hasSummaries: Bool { candidates.contains { !$0.summary.isEmpty } }

  /// The blank columns between two candidates of a row.
  private var gap: Int { hasSummaries ? 4 : 2 }

  private var perLine: Int {
    if hasSummaries, candidates.count <= room { return 1 }
    let width = cells(of: candidates, 2).map(\.columns).max() ?? 0
    return max(1, (columns - 1 + gap) / (width + gap))
  }

  private func lines(of candidates: [Candidate], _ perLine: Int) -> [String] {
    let cells = cells(of: candidates, perLine)
    let width = (cells.map(\.columns).max() ?? 0) + gap
    let height = (cells.count + perLine - 1) / perLine
    return (0..<height).map { row in
      let cells = stride(from: row, to: cells.count, by: height).map { cells[$0] }
      return cells.dropLast().map { $0.padded(to: width) }.joined() + (cells.last ?? "")
    }
  }

  private func cells(of candidates: [Candidate], _ perLine: Int) -> [String] {
    let width = (candidates.map { $0.text.visible.columns }.max() ?? 0) + 2
    return candidates.map { candidate in
      let text = candidate.text.visible
      guard !candidate.summary.isEmpty else { return text.fitting(columns - 1) }
      let summary = candidate.summary.visible
      let shown = perLine == 1 ? summary : summary.fitting(Self.summaryWidth)
      return (text.padded(to: width) + shown).fitting(columns - 1)
    }
  }
}

extension String {
  /// The text with blanks behind it to fill `columns`.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - self.columns))
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
