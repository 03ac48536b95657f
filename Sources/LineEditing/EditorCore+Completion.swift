/// A completion that the next Tab goes on with, as long as nothing else is typed.
struct CompletionCycle {
  var completion: Completion
  /// The text and cursor that the last Tab has left.
  var buffer: EditBuffer
  /// The candidate that is in the text.
  var chosen: Int?
}

/// A list that waits for the cursor to be below the text.
struct PendingList {
  var text: String
  /// How far the cursor goes back after the list.
  var distance: Int
}

extension EditorCore {
  /// Puts in what is certain, then lists the candidates, then puts them in one by one.
  func complete() -> KeyEffect {
    let buffer = line.buffer
    if let cycle, cycle.buffer == buffer { return chooseNext(in: cycle) }
    cycle = nil
    let completion = behavior.complete(buffer.edited).clamped(to: buffer.scalars.count)
    guard let first = completion.candidates.first else { return .beep }
    if completion.candidates.count == 1 {
      replace(completion.range, with: first.text + first.suffix)
      return .textChanged
    }
    let typed = String(String.UnicodeScalarView(buffer.scalars[completion.range]))
    let common = completion.commonPrefix
    if common != typed, common.hasPrefix(typed) {
      replace(completion.range, with: common)
      return .textChanged
    }
    cycle = CompletionCycle(completion: completion, buffer: buffer, chosen: nil)
    return list(completion, below: buffer)
  }

  /// Second half of a listing: the cursor is at the end of the text now.
  func showList() -> KeyEffect {
    guard let list = pendingList else { return .none }
    pendingList = nil
    Terminal.write("\r\n" + list.text, to: terminal.output)
    line.moveCursor(by: -list.distance)
    line.refresh()
    return .none
  }

  private func list(_ completion: Completion, below buffer: EditBuffer) -> KeyEffect {
    let list = CandidateList(
      candidates: completion.candidates, others: completion.others,
      columns: terminal.columns, rows: terminal.rows)
    pendingList = PendingList(
      text: list.lines.map { $0 + "\r\n" }.joined(),
      distance: buffer.scalars.count - buffer.cursor)
    line.moveCursorToEnd()
    line.push(.list)
    return .cursorMoved
  }

  private func chooseNext(in cycle: CompletionCycle) -> KeyEffect {
    let completion = cycle.completion
    let index = cycle.chosen.map { ($0 + 1) % completion.candidates.count } ?? 0
    let candidate = completion.candidates[index]
    let text = candidate.text + candidate.suffix
    replace(completion.range, with: text)
    let end = completion.range.lowerBound + text.unicodeScalars.count
    var next = Completion(
      range: completion.range.lowerBound..<end, candidates: completion.candidates)
    next = next.clamped(to: line.length)
    self.cycle = CompletionCycle(completion: next, buffer: line.buffer, chosen: index)
    return .textChanged
  }

  private func replace(_ range: Range<Int>, with text: String) {
    line.moveCursor(by: range.upperBound - line.buffer.cursor)
    line.deleteBeforeCursor(range.count)
    line.insert(text)
  }
}

extension Completion {
  /// The same completion with a range that the text has.
  func clamped(to length: Int) -> Completion {
    var completion = self
    completion.range = range.clamped(to: 0..<length)
    return completion
  }
}
