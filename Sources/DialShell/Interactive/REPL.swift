package import DialExport
package import DialLanguage
import DialPipeline
import DialStack
package import LineEditing
import TerminalText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads lines at a prompt and runs them until there are no more.
package struct REPL {
  var shell: Shell
  let editor: LineEditor
  let interrupts: Interrupts
  let messages: Messages
  let look: Look
  /// The line that is being performed.
  private(set) var performed = ""
  /// What stands at the next prompt already.
  var draft = ""
  /// Asks who the account of `--account` is, while the first line is typed.
  private var introduction: Task<AccountAnswer?, Never>?
  /// Asks a busy API who the account is, for as long as it takes, behind the lines.
  private var repetition: Task<Void, Never>?

  /// How the prompt looks, and which programs of the user's it may call.
  package struct Look: Sendable {
    package let coloring: TerminalStyle.Coloring
    package let version: String
    /// The variables that name the editor.
    package let environment: [String: String]

    package init(
      coloring: TerminalStyle.Coloring, version: String, environment: [String: String]
    ) {
      self.coloring = coloring
      self.version = version
      self.environment = environment
    }
  }

  package init(
    shell: Shell, editor: LineEditor, interrupts: Interrupts, messages: Messages, look: Look
  ) {
    self.shell = shell
    self.editor = editor
    self.interrupts = interrupts
    self.messages = messages
    self.look = look
    self.shell.session.isAtPrompt = true
    self.shell.session.settings.rows = Settings.prompt.rows
  }

  /// Runs `startup`, if there is one, and then lines until Ctrl-D or `exit`; whatever failed in
  /// between, the session ended well then.
  ///
  /// A cancelled task ends it too, with the terminal in order.
  package mutating func run(startup: SourceText?) async -> ExitStatus {
    let editor = editor
    interrupts.on(SIGWINCH) { editor.terminalResized() }
    interrupts.on(SIGCONT) { editor.terminalContinued() }
    await warnOfHistory()
    greet()
    if let startup, await perform(startup) == .refused {
      messages.note("nothing of \(startup.name ?? "the start-up file") was done")
      // The file is mended in an editor, not at the prompt.
      shell.session.mended = nil
    }
    let status = await readLines()
    introduction?.cancel()
    await endIntroduction()
    repetition?.cancel()
    await repetition?.value
    return status
  }

  private mutating func readLines() async -> ExitStatus {
    while !shell.isOver {
      beginIntroduction()
      if !editor.drawsAnew { await endIntroduction() }
      do {
        await editor.use(behavior)
        let (text, mended) = (draft, shell.session.mended)
        (draft, shell.session.mended) = ("", nil)
        let line = try await editor.readLine(
          prompt: prompt, startingWith: text, suggesting: mended ?? "")
        switch line {
        case .text(let text): await perform(line: text)
        case .interrupted: continue
        case .endOfInput: return .done
        }
      } catch is CancellationError {
        return .interrupted
      } catch {
        messages.complain("the terminal failed: \(error)")
        return .failed
      }
    }
    return .done
  }

  /// One line on how to get help; where there is no key, what to do about it.
  private func greet() {
    if shell.environment.connection.mode == .noKey {
      messages.notice(
        """
        There is no API key, so nothing can be asked yet.
        Set DIALSTACK_API_KEY, or give --api-key-file FILE or --profile NAME.
        To try it without a key: dialsh --sandbox
        """)
    }
    messages.notice(
      "dialsh \(look.version): `help` tells the words, Tab completes them, Ctrl-D leaves.")
  }

  mutating func perform(line: String) async {
    await warnOfHistory()
    await endIntroduction()
    performed = line
    let status = await perform(SourceText(line))
    await editor.note(line, hasFailed: status.isFailure)
    await fulfil(shell.session.promptRequest)
  }

  @discardableResult
  private mutating func perform(_ text: SourceText) async -> ExitStatus {
    let shell = shell
    let (updated, status) = await interrupts.cancellable {
      var shell = shell
      let status = await shell.run(text)
      return (shell, status)
    }
    self.shell = updated
    return status
  }

  /// Asks for what is to be known of the account, while a line is typed.
  private mutating func beginIntroduction() {
    if let id = shell.session.unanswered { askAgain(about: id) }
    guard introduction == nil, let id = shell.unknownAccount else { return }
    shell.session.introduced.insert(id)
    let (shell, editor, messages) = (shell, editor, messages)
    introduction = Task {
      let answer = try? await shell.answer(about: id)
      let notice: String? =
        switch answer {
        case .known(let account)?: Shell.introduction(of: account)
        case .refused(let error)?: "\(id): \(error)".visible
        case .unanswered(let error)?: Shell.silence(error, about: id)
        case nil: nil
        }
      if let notice { editor.show(notice: messages.fitted(notice)) }
      return answer
    }
  }

  /// Asks in the background until the API tells; an account that was asked for before gives way.
  private mutating func askAgain(about id: Account.ID) {
    shell.session.unanswered = nil
    repetition?.cancel()
    let (shell, editor, messages) = (shell, editor, messages)
    repetition = Task {
      guard let sentence = await shell.laterIntroduction(of: id) else { return }
      editor.show(notice: messages.fitted(sentence))
    }
  }

  /// Waits for what is being asked, so that the next line knows it; Ctrl-C ends that.
  private mutating func endIntroduction() async {
    guard let introduction, let id = shell.session.account else { return }
    self.introduction = nil
    let answer = await interrupts.cancellable {
      await withTaskCancellationHandler {
        await introduction.value
      } onCancel: {
        introduction.cancel()
      }
    }
    switch answer {
    case .refused?: shell.session.account = nil
    case .unanswered?: shell.session.unanswered = id
    case .known?, nil: break
    }
  }

  /// Says once that lines can't be kept.
  private mutating func warnOfHistory() async {
    guard !hasWarnedOfHistory, let warning = await editor.history.warning else { return }
    hasWarnedOfHistory = true
    messages.complain("\(warning)")
  }

  private var hasWarnedOfHistory = false
}
