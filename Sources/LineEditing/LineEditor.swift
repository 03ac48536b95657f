/// Reads lines from a terminal, with editing, history and completion.
///
/// Its executor is the thread that owns the editor: waiting for a key holds up nobody.
///
///     let editor = try LineEditor(
///       terminal: .standard, programName: "tool", history: History(), behavior: .plain)
///     while case .text(let line) = try await editor.readLine(prompt: Prompt("> ")) { … }
package actor LineEditor {
  private let thread: EditorThread
  private let mailbox: Mailbox
  private let core: EditorCore

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    thread.asUnownedSerialExecutor()
  }

  /// Prepares an editor; the terminal is changed only while a line is read.
  ///
  /// - Throws: `LineEditorError.notATerminal`, or what the system has refused.
  package init(
    terminal: Terminal, programName: String, history: History, behavior: Behavior
  ) throws(LineEditorError) {
    guard terminal.isInteractive else { throw .notATerminal }
    let mailbox = try Mailbox(error: terminal.error)
    core = try EditorCore(
      terminal: terminal, programName: programName, history: history, behavior: behavior,
      mailbox: mailbox)
    self.mailbox = mailbox
    thread = try EditorThread()
  }

  deinit {
    thread.stop()
  }

  /// The lines so far; its `warning` says why some could not be kept.
  package var history: History { core.history }

  /// Keeps a line as if it had been typed.
  package func remember(_ line: String) { core.keep(line) }

  /// Notes whether a line of the history did what it was meant to: only then it is suggested.
  package func note(_ line: String, hasFailed: Bool) {
    core.history.note(line, hasFailed: hasFailed)
  }

  /// Replaces what the program decides, as of the next line.
  package func use(_ behavior: Behavior) {
    core.behavior = behavior
  }

  /// Edits one statement; Enter on an unfinished one opens a new row in the same block.
  ///
  /// `text` is in the line when the prompt appears, with the cursor behind it, as if it had
  /// been typed. The default is an empty line.
  ///
  /// `suggestion` is shown dim while nothing is typed, for the keys that take a suggestion.
  ///
  /// The line is added to the history. The cursor is at the start of a fresh row afterwards,
  /// and the terminal as it was before, however the reading ends.
  /// - Throws: `CancellationError` if the task is cancelled, or `LineEditorError.unreadable`.
  ///   Ctrl-C and the end of input are results.
  package func readLine(
    prompt: Prompt, startingWith text: String = "", suggesting suggestion: String = ""
  ) async throws -> Line {
    try Task.checkCancellation()
    let reading = mailbox.beginReading()
    defer { mailbox.endReading() }
    return try await withTaskCancellationHandler {
      try core.readLine(prompt, startingWith: text, suggesting: suggestion)
    } onCancel: { [mailbox] in
      mailbox.cancel(reading)
    }
  }

  /// To be called on SIGWINCH: draws the line for the new size.
  package nonisolated func terminalResized() { mailbox.resized() }

  /// To be called on SIGCONT: takes the terminal again and draws the line.
  package nonisolated func terminalContinued() { mailbox.continued() }

  /// Whether a notice can be shown above the prompt without the prompt being written again.
  package nonisolated var drawsAnew: Bool { Terminal.understandsEscapes }

  /// Shows a text above the prompt while a line is edited, else on the error descriptor.
  ///
  /// Control characters must have been made visible.
  package nonisolated func show(notice: String) { mailbox.show(notice) }
}
