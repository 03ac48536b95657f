import ArgumentParser
import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialShell
import DialStack
import LineEditing
import SystemPackage

/// What is written, how, and how much is said beside it.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "What a pipeline without `export` writes: \(Self.formats.joined(separator: ", ")) "
        + "(default: table on a terminal, else csv).",
      valueName: "format"))
  var output: String?

  @Flag(help: "The same as --output csv.")
  var csv = false

  @Flag(help: "The same as --output json.")
  var json = false

  @Flag(help: "Explain every pipeline and send nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "How much a stage may keep of rows, as `.memory` sets it (default: 256).",
      valueName: "megabytes"))
  var memory: Int?

  @Flag(help: "Show secrets, such as the PIN of a port order, where a `select` names them.")
  var showSecrets = false

  @Flag(help: "No colours; so does the variable NO_COLOR.")
  var noColor = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors and warnings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show each request on standard error, without the key.")
  var verbose = false

  /// The formats of `export`, in the order of the help.
  static let formats = Vocabulary.standard().exporters.map { $0.signature.name }

  func validate() throws {
    let given = [output, csv ? "csv" : nil, json ? "json" : nil].compactMap(\.self)
    guard given.count <= 1 else {
      throw ValidationError("give one of --output, --csv and --json")
    }
    guard memory ?? 1 >= 1 else {
      throw ValidationError("--memory takes a whole number of megabytes, 1 or more")
    }
    if let output, !Self.formats.contains(output) {
      throw ValidationError(
        "unknown format `\(output)` (\(Self.formats.joined(separator: ", ")))")
    }
  }

  /// The settings that a session begins with.
  var settings: Settings {
    var settings = Settings()
    if let memory { settings.memory = memory }
    return settings
  }

  /// The format that was asked for; `nil` leaves it to what standard output is.
  private var format: String? { output ?? (csv ? "csv" : json ? "json" : nil) }

  /// What a pipeline without `export` writes at this moment.
  func display() -> Display {
    let terminal = FileDescriptor.standardOutput.isTerminal ? style : nil
    return Display(format: format ?? (terminal == nil ? "csv" : "table"), terminal: terminal)
  }

  /// How tables are drawn on the terminal at this moment.
  private var style: TerminalStyle {
    TerminalStyle(
      width: Terminal.standard.columns, layout: .fitted,
      coloring: coloring(environment: ProcessEnvironment.variables),
      zone: .utc)
  }

  func messages() -> Messages {
    Messages(
      output: .standardOutput, errors: .standardError, volume: quiet ? .quiet : .normal,
      prefix: "dialsh: ", outputIsTerminal: FileDescriptor.standardOutput.isTerminal,
      errorsAreTerminal: FileDescriptor.standardError.isTerminal,
      width: { Terminal.standard.columns })
  }

  /// How kinds of texts are told apart on the terminal.
  func coloring(environment: [String: String]) -> TerminalStyle.Coloring {
    guard !noColor, (environment["NO_COLOR"] ?? "").isEmpty else { return .none }
    switch Terminal.colors(environment: environment) {
    case 256...: return .colors
    case 8...: return .attributes
    default: return .none
    }
  }

  /// What the shell has of the world.
  func environment(
    _ api: API, _ catalog: Catalog, _ messages: Messages, fanOut: FanOutOptions = FanOutOptions(),
    showPaged: @escaping @Sendable (FileDescriptor) async throws -> Void
  ) -> Environment {
    let output = self
    return Environment(
      vocabulary: .shell(catalog: catalog), standardOutput: .standardOutput, messages: messages,
      requests: api.requests, governor: api.governor, connection: api.connection,
      fanOut: fanOut, showsSecrets: showSecrets, observations: ObservationLog(),
      homeDirectory: ProcessEnvironment.variables["HOME"], display: { output.display() },
      now: { ProcessEnvironment.now }, stopwatch: ProcessEnvironment.stopwatch,
      showPaged: showPaged, client: api.client)
  }
}
