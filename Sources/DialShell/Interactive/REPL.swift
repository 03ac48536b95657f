import DialLanguage
import DialStack
package import LineEditing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads lines at a prompt and runs them until there are no more.
package struct REPL {
  private var shell: Shell
  private let editor: LineEditor
  private let interrupts: Interrupts
  private let messages: Messages

  package init(shell: Shell, editor: LineEditor, interrupts: Interrupts, messages: Messages) {
    self.shell = shell
    self.editor = editor
    self.interrupts = interrupts
    self.messages = messages
  }

  /// Runs until Ctrl-D or `exit`; whatever failed in between, the session ended well then.
  ///
  /// A cancelled task ends it too, with the terminal in order.
  package mutating func run() async -> ExitStatus {
    let editor = editor
    interrupts.on(SIGWINCH) { editor.terminalResized() }
    interrupts.on(SIGCONT) { editor.terminalContinued() }
    while !shell.isOver {
      do {
        switch try await editor.readLine(prompt: prompt) {
        case .text(let text): await perform(text)
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

  private mutating func perform(_ text: String) async {
    let shell = shell
    let (updated, _) = await interrupts.cancellable {
      var shell = shell
      let status = await shell.run(SourceText(text))
      return (shell, status)
    }
    self.shell = updated
  }

  /// The account that is chosen, short.
  private var prompt: Prompt {
    Prompt(shell.session.account.map { "\(Self.shortened($0.description))> " } ?? "dialsh> ")
  }

  /// `acct_01h2…hp41`: enough of an id to tell it from others.
  private static func shortened(_ id: String) -> String {
    let id = id.visible
    return id.count <= 20 ? id : "\(id.prefix(9))…\(id.suffix(4))"
  }
}
