import ArgumentParser
import DialLanguage
import DialShell
import DialStack
import TerminalText

/// `dialsh check FILE`: says whether scripts make sense, and sends nothing.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether scripts make sense, and send nothing.",
    usage: "dialsh check [--fix] [OPTIONS] FILE … [--NAME=VALUE …]",
    discussion: """
      All that is wrong is told, file by file; then the exit status is 2. A parameter needs no value.

      --fix writes what was meant where that is known, whole or not at all, and tells what is left. \
      With -, standard input goes to standard output.
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var catalog: CatalogOptions

  @Option(help: ArgumentHelp("The accounts to begin with, or `all`.", valueName: "id"))
  var account: [String] = []

  @Flag(help: "Put right in the files what can be put right.")
  var fix = false

  func run() throws {
    let output = try OutputOptions.parse([])
    let messages = output.messages()
    try messages.leave {
      let (files, variables) = try source.named()
      let shell = try shell(variables, output, messages)
      if let command = source.command {
        guard !fix else { throw ValidationError("--fix takes a file; - is standard input") }
        return messages.complain(ofAll: shell.diagnostics(of: command))
      }
      guard !files.isEmpty || !source.isForPrompt else {
        throw ConfigurationError("name a script: dialsh check report.dial")
      }
      return messages.forEachScript(files) { script in
        let diagnostics =
          fix ? try mend(script, shell, messages) : shell.diagnostics(of: script.source)
        return messages.complain(ofAll: diagnostics)
      }
    }
  }

  /// Writes a script mended.
  ///
  /// - Returns: what is left.
  private func mend(_ script: ScriptFile, _ shell: Shell, _ messages: Messages) throws
    -> [Diagnostic]
  {
    let mended = MendedText(script.source, diagnostics: shell.diagnostics)
    if mended.count > 0 || !script.isFile {
      try script.replace(with: mended.source.text, telling: messages)
    }
    if mended.count + mended.left.count > 0 {
      messages.note("\(script.name.visible): \(mended.count) mended, \(mended.left.count) left")
    }
    return mended.left
  }

  /// What plans the scripts; it has no connection.
  private func shell(
    _ variables: [String: Literal], _ output: OutputOptions, _ messages: Messages
  ) throws -> Shell {
    let catalog = try catalog.catalog(environment: ProcessEnvironment.variables)
    let session = Session(
      accounts: try ConnectionOptions.accounts(account, in: catalog), variables: variables,
      given: Set(variables.keys))
    let nowhere = API(
      requests: RequestLog(messages: messages, detail: .nothing), governor: Governor(),
      connection: .none, client: { throw MissingKey() })
    return Shell(
      session: session, environment: output.environment(nowhere, catalog, messages) { _ in },
      mode: .check)
  }
}

extension Shell {
  /// What is wrong with a text.
  fileprivate func diagnostics(of source: SourceText) -> [Diagnostic] {
    do throws(Rejection) {
      _ = try plan(source)
      return []
    } catch {
      return error.diagnostics
    }
  }
}
