import ArgumentParser
import DialExport
import DialLanguage
import DialShell
import DialStack
import SystemPackage

/// `dialsh drift`: holds the lists of a server against the catalog.
struct DriftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Say how the lists of a server differ from what the catalog knows of them.",
    usage: "dialsh drift [OPTIONS] [RESOURCE …]",
    discussion: """
      dialsh drift --account acct_01h2xcejqtf2nbrexx3vqjhp41 numbers --write learnt.toml
      dialsh --catalog learnt.toml …

      It reads the first pages of each list and tells of keys that the catalog doesn't know, values \
      of other kinds, values that a choice doesn't list, keys that are missing or null, and rows out \
      of order. Without a name it reads every list that needs no more than an account; one that \
      belongs to something is named with it, as 'queue_members where queue=qu_…'. What looks like a \
      secret is not shown.

      Exit statuses: 0 no difference, 1 a difference or no such list, 2 refused before anything was \
      sent, 3 a list could not be read, 4 authentication.
      """)

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var catalog: CatalogOptions

  @Option(help: ArgumentHelp("How many pages of 100 rows are read of each list.", valueName: "n"))
  var pages = 3

  @Option(
    help: ArgumentHelp(
      "A file for what the catalog has to learn, which --catalog takes.", valueName: "file"))
  var write: String?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors and warnings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show each request on standard error, without the key.")
  var verbose = false

  @Argument(help: ArgumentHelp("A list, with conditions if need be.", valueName: "resource"))
  var resources: [String] = []

  /// The most pages of a list.
  private static let mostPages = 10_000

  func validate() throws {
    guard (1...Self.mostPages).contains(pages) else {
      throw ValidationError("--pages takes a whole number, 1 to \(Self.mostPages)")
    }
  }

  func run() async throws {
    let interrupts = Interrupts(.process)
    interrupts.listen()
    let output = try OutputOptions.parse(
      (quiet ? ["--quiet"] : []) + (verbose ? ["--verbose"] : []))
    let status: ExitStatus
    do {
      status = try await start(interrupts, output)
    } catch {
      output.messages().complain(of: error)
      status = .refused
    }
    throw ExitCode(interrupts.status(status).rawValue)
  }

  private func start(_ interrupts: Interrupts, _ output: OutputOptions) async throws -> ExitStatus {
    let variables = ProcessEnvironment.variables
    try checkPath(replacing: try catalog.paths(environment: variables))
    let catalog = try catalog.catalog(environment: variables)
    let settings = try connection.settings(environment: variables, catalog: catalog)
    return try await withAPI(settings, catalog, output, output.messages()) { api in
      let reader = DriftReader(
        accounts: settings.accounts, pages: pages, patch: write,
        in: output.environment(api, catalog, output.messages()) { _ in })
      return await interrupts.cancellable { await reader.compare(resources) }
    }
  }

  /// Refuses a path that nothing can be written to, and a file that is in use: what it says would be
  /// lost.
  private func checkPath(replacing files: [String]) throws {
    guard let write else { return }
    if let reason = FileOutput.obstacle(to: write) {
      throw ConfigurationError("can't write \(write): \(reason)")
    }
    guard let status = try? FilePath(write).stat() else { return }
    for file in files {
      guard let other = try? FilePath(file).stat() else { continue }
      if other.deviceID == status.deviceID, other.inode == status.inode {
        throw ConfigurationError("--write would replace \(write), which --catalog reads")
      }
    }
  }
}
