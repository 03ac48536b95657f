/// Where a walk through the history has got to.
struct Recall {
  /// What the entries begin with.
  var prefix: String
  /// The line as it was before the walk.
  var draft: EditBuffer
  /// The entry that is shown; past the newest, the draft is.
  var index: Int
  var shown: String
}

extension EditorCore {
  /// Moves to the row above; from the first row, to an older entry with the same beginning.
  func showPrevious() -> KeyEffect {
    let buffer = line.buffer
    if let offset = buffer.offsetToRowAbove {
      line.moveCursor(by: offset)
      return .cursorMoved
    }
    let recall = recall(for: buffer)
    let older = history.entries[..<recall.index].lastIndex {
      $0 != recall.shown && $0.hasPrefix(recall.prefix)
    }
    guard let older else { return .beep }
    return show(older, of: recall)
  }

  /// Moves to the row below; from the last row, to a newer entry or back to the draft.
  func showNext() -> KeyEffect {
    let buffer = line.buffer
    if let offset = buffer.offsetToRowBelow {
      line.moveCursor(by: offset)
      return .cursorMoved
    }
    let recall = recall(for: buffer)
    guard recall.index < history.entries.count else { return .beep }
    let newer = history.entries[(recall.index + 1)...].firstIndex {
      $0 != recall.shown && $0.hasPrefix(recall.prefix)
    }
    if let newer { return show(newer, of: recall) }
    self.recall = nil
    replaceText(with: recall.draft.text)
    line.moveCursor(by: recall.draft.cursor - recall.draft.scalars.count)
    return .textChanged
  }

  private func recall(for buffer: EditBuffer) -> Recall {
    let text = buffer.text
    if let recall, recall.shown == text { return recall }
    return Recall(
      prefix: buffer.textBeforeCursor, draft: buffer, index: history.entries.count, shown: text)
  }

  private func show(_ index: Int, of recall: Recall) -> KeyEffect {
    let entry = history.entries[index]
    self.recall = Recall(prefix: recall.prefix, draft: recall.draft, index: index, shown: entry)
    replaceText(with: entry)
    return .textChanged
  }

  private func replaceText(with text: String) {
    line.moveCursorToEnd()
    line.deleteBeforeCursor(line.length)
    line.insert(text)
  }
}
