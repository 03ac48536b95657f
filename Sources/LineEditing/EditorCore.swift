#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The editor as libedit sees it: answers the C callbacks, one line at a time.
///
/// Only the thread of `LineEditor` touches it once it is made.
final class EditorCore {
  /// What libedit's wish for a character may bring.
  enum KeyInput {
    case character(Unicode.Scalar)
    case endOfInput
    case failure
  }

  private enum Outcome {
    case interrupted, cancelled, unreadable(CInt)
  }

  let line: EditLine
  let terminal: Terminal
  var behavior: Behavior
  var history: History
  var recall: Recall?
  var cycle: CompletionCycle?
  var pendingList: PendingList?
  private(set) var promptText = WideText("")
  private var promptWidth: [Unicode.Scalar] = []
  private var keys: TerminalInput
  private let mailbox: Mailbox
  private var pasted = ""
  private var outcome: Outcome?
  private var cancelKeys = 0
  private var wasSuspended = false
  private let understandsEscapes = Terminal.understandsEscapes

  init(
    terminal: Terminal, programName: String, history: History, behavior: Behavior, mailbox: Mailbox
  ) throws(LineEditorError) {
    line = try EditLine(
      terminal: terminal, programName: programName, historySize: history.limit)
    self.terminal = terminal
    self.behavior = behavior
    self.history = history
    self.mailbox = mailbox
    keys = TerminalInput(descriptor: terminal.input, wakeUp: mailbox.wakeUp)
    line.connect(to: self)
    line.command("setty", "-d", "-isig")
    line.command("setty", "-d", "-ixon")
    for binding in KeyBinding.emacsComfort { line.command("bind", binding.key, binding.command) }
    if behavior.readsEditrc { line.readEditrc() }
    for entry in history.entries { offerForSearch(entry) }
  }

  /// Edits one line; the mailbox says who may cancel it.
  func readLine(_ prompt: Prompt) throws -> Line {
    let usesColor = behavior.usesColor && understandsEscapes
    promptText = WideText(usesColor ? prompt.markedText : prompt.plainText)
    promptWidth = Array(prompt.plainText.unicodeScalars)
    (recall, cycle, pendingList, outcome, cancelKeys) = (nil, nil, nil, nil, 0)
    line.resize()
    bindKeys()
    takeTerminal()
    let text = line.read()
    leaveTerminal()
    switch outcome {
    case .interrupted: return .interrupted
    case .cancelled: throw CancellationError()
    case .unreadable(let code):
      Terminal.write("\n", to: terminal.output)
      throw LineEditorError.unreadable(code: code)
    case nil: return finish(text)
    }
  }

  private func finish(_ text: String?) -> Line {
    guard var text else {
      Terminal.write("\n", to: terminal.output)
      return .endOfInput
    }
    if text.hasSuffix("\n") { text.removeLast() }
    if history.add(text) { offerForSearch(text) }
    return .text(text)
  }

  /// libedit's own search loses track of lines beyond its first buffer.
  private func offerForSearch(_ entry: String) {
    if entry.unicodeScalars.count < Self.longestSearchable { line.remember(entry) }
  }

  private static let longestSearchable = 1000

  // MARK: - The terminal

  private func takeTerminal() {
    line.setRaw(true)
    if understandsEscapes { Terminal.write("\u{1B}[?2004h", to: terminal.output) }
  }

  /// Gives the terminal back as it was found; safe to repeat.
  func leaveTerminal() {
    if understandsEscapes { Terminal.write("\u{1B}[?2004l", to: terminal.output) }
    line.setRaw(false)
  }

  /// `bind -v` and `bind -e` reset all keymaps, so the keys are set before each line.
  private func bindKeys() {
    let isVi = line.isVi
    for binding in KeyBinding.essential + KeyBinding.typing {
      line.command("bind", binding.key, binding.command)
    }
    guard isVi else {
      for binding in KeyBinding.emacs { line.command("bind", binding.key, binding.command) }
      return
    }
    for binding in KeyBinding.essential + KeyBinding.viCommand {
      line.command("bind", "-a", binding.key, binding.command)
    }
    // `v` would fork an editor inside a process with many threads.
    line.command("bind", "-a", "-r", "v")
  }

  // MARK: - Keys

  func perform(_ command: KeyCommand) -> KeyEffect {
    switch command {
    case .accept: accept()
    case .cancel: finishEarly(.cancelled)
    case .complete: complete()
    case .endOrDelete: endOrDelete()
    case .interrupt: finishEarly(.interrupted)
    case .list: showList()
    case .next: showNext()
    case .paste: insertPasted()
    case .previous: showPrevious()
    case .suspend: suspend()
    }
  }

  private func accept() -> KeyEffect {
    if behavior.isComplete(line.buffer.text) {
      line.push(.newline)
      return .none
    }
    line.insert("\n")
    return .textChanged
  }

  private func finishEarly(_ outcome: Outcome) -> KeyEffect {
    self.outcome = outcome
    line.moveCursorToEnd()
    if case .interrupted = outcome { line.insert("^C") }
    line.push(.newline)
    return .textChanged
  }

  private func endOrDelete() -> KeyEffect {
    let buffer = line.buffer
    if buffer.scalars.isEmpty { return .endOfInput }
    guard buffer.cursor < buffer.scalars.count else { return .beep }
    line.moveCursor(by: 1)
    line.deleteBeforeCursor(1)
    return .textChanged
  }

  private func insertPasted() -> KeyEffect {
    line.insert(pasted)
    pasted = ""
    return .textChanged
  }

  private func suspend() -> KeyEffect {
    leaveTerminal()
    kill(0, SIGTSTP)
    takeTerminal()
    line.refresh()
    return .none
  }

  // MARK: - Input

  /// The next key, a private one for what has come by mail.
  func nextCharacter() -> KeyInput {
    while true {
      if let key = readMail() { return key }
      switch keys.next() {
      case .character("\u{12}") where line.length >= Self.longestSearchable: line.beep()
      case .character(let scalar): return .character(scalar)
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

  private func readMail() -> KeyInput? {
    let mail = mailbox.take()
    if mail.isContinued {
      line.setRaw(false)
      takeTerminal()
    }
    if mail.isResized || mail.isContinued { line.resize() }
    if mail.isResized || mail.isContinued || !mail.notices.isEmpty { redraw(below: mail.notices) }
    guard mail.isCancelled else { return nil }
    // A key that waits for another one, as ^V does, eats the first.
    cancelKeys += 1
    guard cancelKeys < 4 else {
      outcome = .cancelled
      return .failure
    }
    return .character(PrivateKey.cancel.scalar)
  }

  private func redraw(below notices: [String]) {
    var layout = ScreenLayout(columns: terminal.columns)
    let buffer = line.buffer
    layout.advance(over: promptWidth)
    layout.advance(over: buffer.scalars[..<buffer.cursor])
    var text = "\r\n"
    if understandsEscapes {
      let rows = min(layout.row, terminal.rows - 1)
      text = "\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\u{1B}[J"
    }
    for notice in notices {
      text += notice.replacing("\n", with: "\r\n") + "\r\n"
    }
    Terminal.write(text, to: terminal.output)
    line.refresh()
  }
}
