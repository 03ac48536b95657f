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

  enum Outcome {
    case interrupted, cancelled, unreadable(CInt)
  }

  let line: EditLine
  let terminal: Terminal
  var behavior: Behavior
  var history: History
  var recall: Recall?
  var cycle: CompletionCycle?
  var suffix: AppendedSuffix?
  var pendingList: PendingList?
  private(set) var promptText = WideText("")
  private(set) var promptWidth: [Unicode.Scalar] = []
  var keys: TerminalInput
  /// What libedit has not got yet of a key that sends more than one character.
  var sequence: [Unicode.Scalar] = []
  let mailbox: Mailbox
  var pasted = ""
  /// How many scalars before the cursor give way to what is pasted.
  var replaced = 0
  var textToStartWith: String?
  /// What is suggested for the empty line, until something is typed.
  var suggestionToStartWith = ""
  var outcome: Outcome?
  var cancelKeys = 0
  /// What libedit has drawn when the keys last paused.
  var drawn: [Unicode.Scalar] = []
  var painting = Painting()
  /// The screen as libedit knows it.
  private(set) var size = ScreenSize(columns: 80, rows: 24)
  private(set) var usesColor = false
  let understandsEscapes = Terminal.understandsEscapes

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
    for flag in ["-isig", "-ixon", "-inlcr", "-icrnl"] { line.command("setty", "-d", flag) }
    for binding in KeyBinding.emacsComfort { line.command("bind", binding.key, binding.command) }
    if behavior.readsEditrc { line.readEditrc() }
    for entry in history.entries { offerForSearch(entry) }
  }

  /// Edits one line; the mailbox says who may cancel it.
  func readLine(
    _ prompt: Prompt, startingWith text: String, suggesting suggestion: String
  ) throws -> Line {
    usesColor = behavior.usesColor
    promptText = WideText(usesColor ? prompt.markedText : prompt.plainText)
    promptWidth = prompt.plainText.drawnScalars
    (recall, cycle, suffix, pendingList, outcome) = (nil, nil, nil, nil, nil)
    cancelKeys = 0
    textToStartWith = text.isEmpty ? nil : text
    suggestionToStartWith = suggestion
    drawn = []
    forgetPainting()
    measure()
    takeTerminal()
    let text = understandsEscapes ? editLine() : readPlainLine(startingWith: text)
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

  private func editLine() -> String? {
    bindKeys()
    return line.read()
  }

  private func finish(_ text: String?) -> Line {
    guard var text else {
      Terminal.write("\n", to: terminal.output)
      return .endOfInput
    }
    if text.hasSuffix("\n") { text.removeLast() }
    keep(text)
    return .text(text)
  }

  /// Adds a line to the history, where its search finds it, too.
  func keep(_ text: String) {
    if history.add(text) { offerForSearch(text) }
  }

  /// libedit's own search loses track of lines beyond its first buffer.
  private func offerForSearch(_ entry: String) {
    if entry.unicodeScalars.count < Self.longestSearchable { line.remember(entry) }
  }

  static let longestSearchable = 1000

  // MARK: - The terminal

  func measure() {
    line.resize()
    size = ScreenSize(columns: terminal.columns, rows: terminal.rows)
  }

  func takeTerminal() {
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
    for binding in KeyBinding.viInsert { line.command("bind", binding.key, binding.command) }
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
    case .end: acceptSuggestion(else: .end)
    case .endOrDelete: endOrDelete()
    case .finish: finishLine()
    case .interrupt: finishEarly(.interrupted)
    case .list: showList()
    case .next: showNext()
    case .nextCharacter: acceptSuggestion(else: .nextCharacter)
    case .nextWord: acceptWord(else: .nextWord)
    case .paste: insertPasted()
    case .previous: showPrevious()
    case .suspend: suspendAndDraw()
    }
  }

  private func accept() -> KeyEffect {
    if behavior.isComplete(line.buffer.text) {
      line.moveCursorToEnd()
      line.push(.finish)
      return .cursorMoved
    }
    line.insert("\n")
    return .textChanged
  }

  private func finishEarly(_ outcome: Outcome) -> KeyEffect {
    self.outcome = outcome
    line.moveCursorToEnd()
    if case .interrupted = outcome { line.insert(Self.interruptMark) }
    line.push(.finish)
    return .textChanged
  }

  /// Second half of an end: all that libedit has to draw before is drawn now.
  private func finishLine() -> KeyEffect {
    if case .interrupted = outcome {
      paintFinally(without: Self.interruptMark)
    } else {
      paintFinally(without: "")
    }
    line.push(.newline)
    return .none
  }

  private static let interruptMark = "^C"

  private func endOrDelete() -> KeyEffect {
    let buffer = line.buffer
    if buffer.scalars.isEmpty { return .endOfInput }
    guard buffer.cursor < buffer.scalars.count else { return .beep }
    line.moveCursor(by: 1)
    line.deleteBeforeCursor(1)
    return .textChanged
  }

  private func insertPasted() -> KeyEffect {
    line.deleteBeforeCursor(replaced)
    line.insert(pasted)
    (pasted, replaced) = ("", 0)
    return .textChanged
  }

  private func suspendAndDraw() -> KeyEffect {
    suspend()
    line.refresh()
    return .none
  }

  func suspend() {
    leaveTerminal()
    kill(0, SIGTSTP)
    // Another thread may take the signal: this one must not draw before it has stopped.
    mailbox.wakeUp.wait(atMost: 100)
    takeTerminal()
  }
}
