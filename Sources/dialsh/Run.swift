import ArgumentParser
import DialLanguage
import DialShell
import LineEditing
import SystemPackage

/// Runs a script, a line, or the prompt.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a script, a line, or the prompt (the default).")

  @OptionGroup var source: SourceOptions
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let interrupts = Interrupts()
    interrupts.listen()
    throw ExitCode(await start(interrupts).rawValue)
  }

  private func start(_ interrupts: Interrupts) async -> ExitStatus {
    let messages = output.messages()
    do {
      let (text, variables) = try source.read()
      let settings = try connection.settings(environment: ProcessEnvironment.variables)
      let session = Session(account: settings.account, variables: variables)
      return try await withAPI(settings, output, messages) { api in
        let shell = Shell(
          session: session, environment: output.environment(api, messages),
          mode: output.dryRun ? .explain : .run)
        guard let text else { return await prompt(shell, interrupts, messages) }
        return await interrupts.cancellable {
          var shell = shell
          return await shell.run(text)
        }
      }
    } catch let error as ValidationError {
      messages.complain(error.message)
    } catch {
      messages.complain("\(error)")
    }
    return .refused
  }

  private func prompt(_ shell: Shell, _ interrupts: Interrupts, _ messages: Messages) async
    -> ExitStatus
  {
    let variables = ProcessEnvironment.variables
    let history = REPL.history(environment: variables)
    if let warning = history.warning { messages.complain("\(warning)") }
    do {
      let editor = try LineEditor(
        terminal: .standard, programName: "dialsh", history: history,
        behavior: REPL.behavior(usesColor: output.usesColor(environment: variables)))
      var repl = REPL(shell: shell, editor: editor, interrupts: interrupts, messages: messages)
      return await repl.run()
    } catch {
      messages.complain("\(error)")
      return .failed
    }
  }
}
