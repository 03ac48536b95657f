import ArgumentParser
import DialLanguage
import DialSandbox
import DialShell
import DialStack
import TerminalText

/// `dialsh sandbox`: a local API that any HTTP client can talk to.
struct SandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    abstract: "Serve a local API that answers as the real one does.",
    usage: "dialsh sandbox [OPTIONS]",
    discussion: """
      It listens on 127.0.0.1 alone and takes any key that looks like one, as sk_test_1.

        dialsh sandbox --port 8080 &
        curl -H 'Authorization: Bearer sk_test_1' http://127.0.0.1:8080/v1/accounts

      --describe says which rows are at fault on purpose, such as a number whose target is gone: a
      report can be held against it.

      The kinds of --fault, each for all requests, for a part of them, as 503:0.2, or for the
      first, as 429:3x:

      \(faults)
      """)

  @Option(help: "The port; 0 takes any that is free.")
  var port = 8080

  @Option(help: "What the data is made from: the same seed, the same data.")
  var seed: UInt64 = 1

  @Option(help: "How many accounts there are.")
  var accounts = 12

  @Option(help: "How many numbers every account has (default: 250 in the documents' account).")
  var numbers: Int?

  @Option(help: ArgumentHelp("A SQLite file that keeps the data.", valueName: "file"))
  var database: String?

  @Option(
    help: ArgumentHelp(
      "The step of the API: lists and keys of later ones are not there (default: the newest).",
      valueName: APIStep.allCases.map(\.rawValue).joined(separator: "|")))
  var api: String?

  @OptionGroup var catalog: CatalogOptions

  @Option(help: ArgumentHelp("How long every answer takes, as 40ms or 2s.", valueName: "time"))
  var latency: TimeSpan?

  @Option(
    help: ArgumentHelp("A way to misbehave; may be given more than once.", valueName: "kind[:rate]")
  )
  var fault: [String] = []

  @Flag(help: "List the faults planted in the data, by account, and serve nothing.")
  var describe = false

  @Flag(help: "With --describe: as JSON, for programs.")
  var json = false

  func validate() throws {
    _ = try step()
    guard describe || !json else { throw ValidationError("--json belongs to --describe") }
  }

  private static var faults: String {
    let rows = Fault.Kind.allCases.map { ($0.rawValue, $0.summary) }
    return String(TwoColumns.text(rows, indent: 2).dropLast())
  }

  private func step() throws -> APIStep {
    guard let api else { return SandboxOptions().api }
    guard let step = APIStep(rawValue: api.uppercased()) else {
      let steps = APIStep.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--api takes one of \(steps)")
    }
    return step
  }

  private func options() throws -> SandboxOptions {
    SandboxOptions(
      seed: seed, accounts: accounts, numbers: numbers, database: database,
      api: try step(), latency: latency?.duration ?? .zero,
      faults: try fault.map { try Fault(parsing: $0) })
  }

  func run() async throws {
    let interrupts = Interrupts(.process)
    interrupts.listen()
    let messages = try OutputOptions.parse([]).messages()
    let status = await interrupts.cancellable {
      describe ? describeFaults(messages) : await serve(messages)
    }
    throw ExitCode(status.rawValue)
  }

  private func describeFaults(_ messages: Messages) -> ExitStatus {
    do {
      let faults = try PlantedFaults.all(of: try options())
      return messages.write(json ? PlantedFaults.json(faults) : PlantedFaults.text(faults))
    } catch {
      messages.complain("\(error)")
      return .refused
    }
  }

  private func serve(_ messages: Messages) async -> ExitStatus {
    do {
      let catalog = try catalog.catalog(environment: ProcessEnvironment.variables)
      let sandbox = try Sandbox(options: try options(), catalog: catalog)
      try await SandboxServer.run(sandbox, port: port) { port in
        messages.note("the sandbox listens on http://127.0.0.1:\(port); Ctrl-C ends it")
      }
      return .done
    } catch is CancellationError {
      return .done
    } catch {
      messages.complain(of: error)
      let isRefused = error is SandboxError || error is ConfigurationError || error is Rejection
      return isRefused ? .refused : .failed
    }
  }
}
