extension EditorCore {
  /// The next key, a private one for what has come by mail.
  func nextCharacter() -> KeyInput {
    let key = awaitKey()
    eraseSuggestion()
    let isTyped = if case .character(let scalar) = key { !scalar.isControl } else { false }
    if isTyped { suggestionToStartWith = "" }
    painting.keys = isTyped && painting.keys != .others ? .typed : .others
    return key
  }

  /// A character that was typed, as libedit gets it.
  func drawn(_ typed: Unicode.Scalar) -> Unicode.Scalar {
    typed.drawn(behind: line.buffer.scalarBeforeCursor)
  }

  private func awaitKey() -> KeyInput {
    if let text = textToStartWith {
      textToStartWith = nil
      pasted = text
      return .character(PrivateKey.paste.scalar)
    }
    while true {
      if let key = readMail() { return key }
      if !sequence.isEmpty { return .character(sequence.removeFirst()) }
      if !keys.hasPending {
        redrawUnevenText()
        paint()
      }
      switch keys.next() {
      case .character("\u{12}") where line.length >= Self.longestSearchable:
        Terminal.write("\u{7}", to: terminal.output)
      case .character(let scalar):
        replaced = suffix(givingWayTo: scalar)
        suffix = nil
        guard replaced > 0 else { return .character(scalar) }
        pasted = String(scalar)
        return .character(PrivateKey.paste.scalar)
      case .sequence(let text): take(sequence: text)
      case .pasted(let text):
        pasted = text
        return .character(PrivateKey.paste.scalar)
      case .mail: continue
      case .endOfInput: return .endOfInput
      case .failure(let code):
        outcome = .unreadable(code)
        return .failure
      }
    }
  }

  /// Gives libedit a sequence that something is bound to, character by character.
  ///
  /// Of any other it would take the beginning and insert the rest.
  private func take(sequence text: String) {
    guard line.isBound(text) else { return }
    // libedit's search ends with an Escape, and would insert what comes behind it.
    sequence = Array(((line.buffer.isSearch ? "\u{1B}" : "") + text).unicodeScalars)
  }

  private func readMail() -> KeyInput? {
    let mail = mailbox.take()
    if mail.isContinued {
      line.setRaw(false)
      takeTerminal()
    }
    if mail.isResized || mail.isContinued { measure() }
    if mail.isResized || mail.isContinued || !mail.notices.isEmpty { redraw(below: mail.notices) }
    guard mail.isCancelled else { return nil }
    // A key that waits for another one, as ^V does, eats the first.
    cancelKeys += 1
    keys.discard()
    sequence = []
    guard cancelKeys < 4 else {
      outcome = .cancelled
      return .failure
    }
    return .character(PrivateKey.cancel.scalar)
  }

  /// libedit misplaces the cursor when it inserts or deletes before a wide character, so
  /// such a line is drawn anew once the keys pause.
  private func redrawUnevenText() {
    let buffer = line.buffer
    guard buffer.scalars != drawn else { return }
    let isAppended = buffer.cursor == buffer.scalars.count && buffer.scalars.starts(with: drawn)
    drawn = buffer.scalars
    guard buffer.hasUnevenText, !isAppended else { return }
    let layout = ScreenLayout(
      columns: size.columns, prompt: promptWidth, cursor: buffer.scalars.count, in: buffer.scalars)
    if layout.row < size.rows { redraw(below: []) }
  }

  private func redraw(below notices: [String]) {
    let buffer = line.buffer
    let layout = ScreenLayout(
      columns: size.columns, prompt: promptWidth, cursor: buffer.cursor, in: buffer.scalars)
    let rows = min(layout.row, size.rows - 1)
    var text = "\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\u{1B}[J"
    for notice in notices {
      text += notice.replacing("\n", with: "\r\n") + "\r\n"
    }
    Terminal.write(text, to: terminal.output)
    line.refresh()
    forgetPainting()
  }
}
