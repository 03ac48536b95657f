import ArgumentParser
import DialExport
import DialPipeline
import DialShell
import DialStack

/// `dialsh lint`: holds accounts against rules.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Say which rules an account breaks.",
    usage: "dialsh lint [OPTIONS] [PATH …]",
    discussion: """
      dialsh lint --account acct_01h2xcejqtf2nbrexx3vqjhp41
      dialsh lint --account all --junit lint.xml my-rules/

      A rule is a script that says by `expect` what rows must be like; its comment has a title and \
      a line such as `# severity: error` (error, warning or info). Without a path the rules are \
      those that come with the program, and those in ~/.config/dialsh/lint; of two with one name \
      the latter counts. The rows that break a rule go to standard error, the first ten of each.

      Exit statuses: 0 every rule is kept, 1 one is broken or could not be run, 2 refused before \
      anything was sent, 3 accounts are lacking, 4 authentication.
      """)

  @Argument(help: ArgumentHelp("A rule, or a folder of rules.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var catalog: CatalogOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var fleet: FleetOptions

  @Option(
    help: ArgumentHelp("A file for programs that read results as JUnit's.", valueName: "file"))
  var junit: String?

  func validate() throws {
    guard fleet.retryFailed == nil else {
      throw ValidationError("lint runs every rule; leave out --retry-failed")
    }
  }

  func run() async throws {
    let interrupts = Interrupts(.process)
    interrupts.listen()
    let status: ExitStatus
    do {
      status = try await start(interrupts)
    } catch {
      output.messages().complain(of: error)
      status = .refused
    }
    throw ExitCode(interrupts.status(status).rawValue)
  }

  private func start(_ interrupts: Interrupts) async throws -> ExitStatus {
    let variables = ProcessEnvironment.variables
    let rules = try rules(variables)
    if let junit, let reason = FileOutput.obstacle(to: junit) {
      throw ConfigurationError("can't write \(junit): \(reason)")
    }
    let catalog = try catalog.catalog(environment: variables)
    let settings = try connection.settings(environment: variables, catalog: catalog)
    let begin = fleet.applied(to: output.settings)
    var session = Session(accounts: settings.accounts, settings: begin)
    session.options = connection.parameters
    return try await withAPI(settings, catalog, output, output.messages()) { [session] api in
      api.governor.rate = begin.rate(for: fleet.fanOut.shard)
      let linter = Linter(
        session: session,
        environment: output.environment(
          api, catalog, output.messages(), fanOut: fleet.fanOut
        ) { _ in },
        junit: junit)
      return await interrupts.cancellable {
        output.dryRun ? await linter.explain(rules) : await linter.run(rules)
      }
    }
  }

  private func rules(_ variables: [String: String]) throws -> [LintRule] {
    let standard = LintRule.folders(
      ofProgram: ProcessEnvironment.executable, environment: variables)
    let rules = try LintRule.all(in: paths.isEmpty ? standard : paths)
    guard !rules.isEmpty else {
      throw ConfigurationError(
        paths.isEmpty
          ? "no rules are beside the program, nor in ~/.config/dialsh/lint; name some: dialsh lint FOLDER"
          : "\(paths.joined(separator: ", ")): there is no rule, no file that ends in .dial")
    }
    return rules
  }
}
