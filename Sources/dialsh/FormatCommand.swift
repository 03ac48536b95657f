import ArgumentParser
import DialLanguage
import DialPipeline
import DialShell
import DialStack
import TerminalText

/// `dialsh fmt FILE`: gives scripts the one layout that there is.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Give scripts the one layout that there is.",
    usage: "dialsh fmt [--check] [--catalog FILE] [FILE …]",
    discussion: """
      Each statement begins a line of its own; a pipeline of more than 100 columns has a line for each \
      stage. Comments and strings stay as they are, and what a script does is the same.

      A file is written whole or not at all, and only if it changes; a script whose form is wrong is \
      left alone. Without a FILE, and with -, standard input goes to standard output.

      Exit statuses: 0 done, 1 a file would change (--check), 2 a script was refused.
      """)

  @Flag(help: "Write nothing but the names of the files that would change.")
  var check = false

  @OptionGroup var catalog: CatalogOptions

  @Argument(
    help: ArgumentHelp("Scripts; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  func run() throws {
    let output = try OutputOptions.parse([])
    let messages = output.messages()
    try messages.leave {
      let vocabulary = Vocabulary.shell(
        catalog: try catalog.catalog(environment: ProcessEnvironment.variables))
      let scope = Scope(
        accounts: .none, variables: [:], homeDirectory: ProcessEnvironment.variables["HOME"],
        display: output.display())
      return messages.forEachScript(files) { script in
        let text = try vocabulary.layout(of: script.source, in: scope)
        let differs = script.differs(from: text)
        if check { return differs ? list(script, messages) : .done }
        if differs || !script.isFile { try script.replace(with: text, telling: messages) }
        if differs, script.isFile { messages.note("formatted \(script.name)".visible) }
        return .done
      }
    }
  }

  /// Says that a script would change.
  private func list(_ script: ScriptFile, _ messages: Messages) -> ExitStatus {
    let status = messages.write(script.name.visible + "\n")
    return status == .done ? .failed : status
  }
}
