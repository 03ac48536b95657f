/// A completion that the next Tab goes on with, as long as nothing else is typed.
struct CompletionCycle {
  var completion: Completion
  /// The text and cursor that the last Tab has left.
  var buffer: EditBuffer
  /// The candidate that is in the text.
  var chosen: Int?
  /// What was typed, which comes back behind the last candidate.
  var typed: String
}

/// A suffix that was put in behind a candidate, as long as nothing else is typed.
struct AppendedSuffix {
  var candidate: Candidate
  /// The text and cursor that the candidate has left.
  var buffer: EditBuffer
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
    if completion.candidates.isEmpty, completion.note.isEmpty { return .beep }
    let typed = String(returned: buffer.scalars[completion.range])
    // Of nothing that was typed nothing is certain.
    if !typed.isEmpty {
      if completion.candidates.count == 1 {
        put(completion.candidates[0], in: completion.range)
        return .textChanged
      }
      let common = completion.commonPrefix
      if common != typed, common.hasPrefix(typed) {
        replace(completion.range, with: common)
        return .textChanged
      }
    }
    cycle = CompletionCycle(completion: completion, buffer: buffer, chosen: nil, typed: typed)
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
      candidates: completion.candidates, others: completion.others, note: completion.note,
      columns: terminal.columns, rows: terminal.rows)
    pendingList = PendingList(
      text: list.lines.map { $0 + "\r\n" }.joined(),
      distance: buffer.scalars.count - buffer.cursor)
    line.moveCursorToEnd()
    line.push(.list)
    return .cursorMoved
  }

  /// Puts in the next candidate, behind the last one what was typed.
  private func chooseNext(in cycle: CompletionCycle) -> KeyEffect {
    var next = cycle
    let index = cycle.chosen.map { $0 + 1 } ?? 0
    let range = cycle.completion.range
    if cycle.completion.candidates.indices.contains(index) {
      next.chosen = index
      put(cycle.completion.candidates[index], in: range)
    } else {
      next.chosen = nil
      replace(range, with: cycle.typed)
    }
    next.buffer = line.buffer
    next.completion.range = range.lowerBound..<max(range.lowerBound, next.buffer.cursor)
    self.cycle = next
    return .textChanged
  }

  /// Replaces a part of the text by a candidate, with its suffix unless that gives way.
  private func put(_ candidate: Candidate, in range: Range<Int>) {
    let behind = line.buffer.scalars[range.upperBound...].first
    let givesWay = behind.map { candidate.givesWayTo.unicodeScalars.contains($0) } ?? false
    replace(range, with: candidate.text + (givesWay ? "" : candidate.suffix))
    suffix = givesWay ? nil : AppendedSuffix(candidate: candidate, buffer: line.buffer)
  }

  /// How much of a suffix stands before the cursor that gives way to a character typed now.
  func suffix(givingWayTo typed: Unicode.Scalar) -> Int {
    guard let suffix, suffix.candidate.givesWayTo.unicodeScalars.contains(typed),
      suffix.buffer == line.buffer
    else { return 0 }
    return suffix.candidate.suffix.unicodeScalars.count
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
