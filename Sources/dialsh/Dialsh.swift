import ArgumentParser
import DialLanguage
import DialPipeline
import DialShell
import DialStack
import LineEditing
import TerminalText

/// The command line of the program: a script, a line, or the prompt.
struct Dialsh: AsyncParsableCommand {
  static let version = Client.version

  static let configuration = CommandConfiguration(
    commandName: "dialsh",
    abstract: "Explore the DialStack phone API at a prompt, run scripts, export reports.",
    usage: """
      dialsh [OPTIONS]                          a prompt
      dialsh [OPTIONS] FILE [--NAME=VALUE …]    a script, with variables
      dialsh [OPTIONS] -c TEXT                  a line
      dialsh run FILE …                         the same
      dialsh sandbox | check | fmt | lint | describe | drift | tap | completion …   see below
      """,
    discussion: """
      dialsh --sandbox -c 'use acct_01h2xcejqtf2nbrexx3vqjhp41; numbers | limit 5'

      The key comes from DIALSTACK_API_KEY, --api-key-file or a profile, never from an argument; \
      the address from the same place: DIALSTACK_API_URL, --base-url or the profile. \
      SSL_CERT_FILE, SSL_CERT_DIR, HTTPS_PROXY and NO_PROXY are obeyed. \
      `help` at the prompt tells about the language.

      Exit statuses: 0 done, 1 failed, 2 refused before anything was sent, 3 partial result, \
      4 authentication, 129 terminal gone, 130 interrupted, 141 reader gone, 143 ended by TERM.
      """,
    version: version,
    subcommands: [
      RunCommand.self, SandboxCommand.self, Check.self, FormatCommand.self, LintCommand.self,
      Describe.self, DriftCommand.self, Tap.self, CompletionCommand.self,
    ])

  /// The subcommand of a name.
  static func subcommand(_ name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0._commandName == name }
  }

  @OptionGroup var source: SourceOptions
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var catalog: CatalogOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var fleet: FleetOptions

  @Flag(
    name: .customLong("no-rc"),
    help: "Leave out the lines of the start-up file, ~/.config/dialsh/rc, at the prompt.")
  var noRC = false

  func run() async throws {
    let interrupts = Interrupts(.process)
    interrupts.listen()
    throw ExitCode(interrupts.status(await start(interrupts)).rawValue)
  }

  private func start(_ interrupts: Interrupts) async -> ExitStatus {
    let messages = output.messages()
    do {
      var failed: FailedAccounts?
      if let path = fleet.retryFailed {
        failed = try fleet.failedAccounts(in: path)
        guard failed != nil else {
          messages.note("\(path) lists no account: there is nothing to ask again".visible)
          return .done
        }
      }
      let (text, variables) = try source.read(or: failed?.line)
      let catalog = try catalog.catalog(environment: ProcessEnvironment.variables)
      let settings = try connection.settings(
        environment: ProcessEnvironment.variables, catalog: catalog)
      let begin = fleet.applied(to: output.settings)
      var session = Session(
        accounts: settings.accounts, variables: variables,
        given: text == nil ? [] : Set(variables.keys),
        settings: begin)
      session.options = connection.parameters
      session.retrying = failed
      if let failed, session.accounts.isNone { session.accounts = .several(failed.accounts) }
      return try await withAPI(settings, catalog, output, messages) { [session] api in
        api.governor.rate = begin.rate(for: fleet.fanOut.shard)
        let shell = Shell(
          session: session,
          environment: output.environment(api, catalog, messages, fanOut: fleet.fanOut) { file in
            let pager = Pager(environment: ProcessEnvironment.variables)
            try await interrupts.leavingKeys { try await pager.show(file) }
          },
          mode: output.dryRun ? .explain : .run)
        guard let text else { return await prompt(shell, interrupts, messages) }
        return await interrupts.cancellable {
          var shell = shell
          return await shell.run(text)
        }
      }
    } catch {
      messages.complain(of: error)
    }
    return .refused
  }

  private func prompt(_ shell: Shell, _ interrupts: Interrupts, _ messages: Messages) async
    -> ExitStatus
  {
    let variables = ProcessEnvironment.variables
    let history = REPL.history(environment: variables)
    let look = REPL.Look(
      coloring: output.coloring(environment: variables), version: Self.version,
      environment: variables)
    var behavior = Behavior.plain
    behavior.readsEditrc = true
    do {
      let editor = try LineEditor(
        terminal: .standard, programName: "dialsh", history: history, behavior: behavior)
      return await interrupts.session {
        var repl = REPL(
          shell: shell, editor: editor, interrupts: interrupts, messages: messages, look: look)
        return await repl.run(startup: startup(variables, messages))
      }
    } catch {
      messages.complain("\(error)")
      return .failed
    }
  }

  /// The lines that the prompt begins with; a file that can't be read is no reason to stop.
  private func startup(_ variables: [String: String], _ messages: Messages) -> SourceText? {
    guard !noRC else { return nil }
    do {
      return try StartupFile.text(environment: variables)
    } catch {
      messages.complain("\(error)")
      return nil
    }
  }
}
