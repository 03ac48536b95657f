import ArgumentParser
import DialPipeline
import DialRows
import DialShell
import DialStack
import TerminalText

/// `dialsh tap`: writes lists as messages of Singer, for targets of that.
struct Tap: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tap",
    abstract: "Write lists as messages of Singer, for its targets.",
    usage: """
      tap-dialstack [--config FILE] --discover
      tap-dialstack [--config FILE] [--catalog FILE] [--state FILE] | target-…
      """,
    discussion: """
      A link called tap-dialstack acts as `dialsh tap`. The configuration is a flat JSON object with \
      any of api_key_file, profile, base_url, timeout, accounts (all of the platform where it is left \
      out), rate, concurrency, shard, catalog (files of more lists; --catalog here is Singer's), \
      start_date, activate_version and strict; the options of dialsh of the same names say more. The key itself comes from DIALSTACK_API_KEY, or from a file.

      Lists whose rows may change are read whole, FULL_TABLE; a run that was stopped is gone on with \
      for a day. Calls are read from a day before the newest on, INCREMENTAL. With activate_version a target removes what is no longer listed.
      """)

  @Option(help: ArgumentHelp("The configuration.", valueName: "file"))
  var config: String?

  @Flag(help: "Print the catalog; needs neither key nor network.")
  var discover = false

  @Option(
    name: [.long, .customLong("properties")],
    help: ArgumentHelp(
      "The streams and fields that are wanted (default: all).", valueName: "file"))
  var catalog: String?

  @Option(help: ArgumentHelp("What the last STATE of the run before said.", valueName: "file"))
  var state: String?

  @Flag(help: "Answer from a sandbox inside this process; needs no key and no network.")
  var sandbox = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors and warnings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show each request on standard error, without the key.")
  var verbose = false

  func run() async throws {
    let interrupts = Interrupts(.process)
    interrupts.listen()
    throw ExitCode(interrupts.status(await start(interrupts)).rawValue)
  }

  private func start(_ interrupts: Interrupts) async -> ExitStatus {
    var messages: Messages?
    do {
      let output = try OutputOptions.parse(
        (quiet ? ["--quiet"] : []) + (verbose ? ["--verbose"] : []))
      messages = output.messages()
      return try await start(interrupts, output, output.messages())
    } catch {
      messages?.complain(of: error)
    }
    return .refused
  }

  private func start(_ interrupts: Interrupts, _ output: OutputOptions, _ messages: Messages)
    async throws -> ExitStatus
  {
    let configuration =
      try config.map { try SingerConfiguration(Self.json(of: $0), of: $0) } ?? SingerConfiguration()
    for key in configuration.unknown {
      messages.note(
        "dialsh: warning: the configuration has `\(key.visible)`, which means nothing here")
    }
    let options = try self.options(of: configuration)
    let resources = try options.catalog.catalog(environment: ProcessEnvironment.variables)
    let known = SingerCatalog(of: resources)
    guard !discover else { return messages.write(known.text) }
    let streams =
      try catalog.map { try known.selected(by: Self.json(of: $0), in: $0) } ?? known.streams
    let before = try state.map { try Self.json(of: $0) } ?? .null
    let settings = try options.connection.settings(
      environment: ProcessEnvironment.variables, catalog: resources)
    let begin = options.fleet.applied(to: output.settings)
    return try await withAPI(settings, resources, output, messages) { api in
      api.governor.rate = begin.rate(for: options.fleet.fanOut.shard)
      var fanOut = options.fleet.fanOut
      fanOut.concurrency = begin.concurrency ?? 1
      fanOut.isStrict = begin.strict
      let tap = SingerTap(
        accounts: settings.accounts.isNone
          ? resources.accountList.map { .all(in: $0) } ?? .none : settings.accounts,
        configuration: configuration, fanOut: fanOut,
        in: output.environment(api, resources, messages) { _ in })
      return await interrupts.cancellable { await tap.sync(streams, from: before) }
    }
  }

  /// - Throws: `ConfigurationError` for values that the options don't take.
  private func options(of configuration: SingerConfiguration) throws -> Options {
    do {
      return try Options.parse(configuration.arguments + (sandbox ? ["--sandbox"] : []))
    } catch {
      throw ConfigurationError("the configuration: \(Options.message(for: error))")
    }
  }

  /// What the keys of a configuration come to.
  private struct Options: ParsableArguments {
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var fleet: FleetOptions
  }

  /// - Throws: `ConfigurationError` for a file that can't be read, and for one that holds no JSON.
  private static func json(of path: String) throws -> Value {
    let text = Array(try TextFile.read(path).utf8)
    guard let json = Value(json: text) else {
      throw ConfigurationError("\(path) holds no JSON")
    }
    return json
  }
}
