import DialLanguage
package import DialPipeline
package import DialRows
package import DialSandbox
package import DialShell
package import DialStack
import DialTestSupport
import Synchronization
package import SystemPackage

/// How a text is run: over which sandbox, with which settings.
package struct RunSetting {
  package var sandbox = SandboxOptions()
  /// What the sandbox serves.
  package var catalog = Catalog.standard
  package var vocabulary = Vocabulary.shell()
  package var account: Account.ID?
  /// The accounts that alone are read.
  package var retrying: FailedAccounts?
  package var variables: [String: String] = [:]
  package var showsSecrets = false
  package var display = Display(format: "csv", terminal: nil)
  package var mode = Shell.Mode.run
  package var volume = Messages.Volume.normal
  /// The name of the text, if it comes from a file.
  package var name: String?
  package var key: APIKey = sandboxKey
  package var retries = RetryPolicy(maximumRetries: 2, firstDelay: .zero)
  /// Where rows go; `nil` keeps them.
  package var standardOutput: FileDescriptor?
  /// The moment that `today` goes by: 2026-09-15T12:00:00Z.
  package var now = Timestamp(seconds: 1_789_473_600)

  package init() {}

  package static let sandboxKey: APIKey = {
    guard let key = APIKey(Sandbox.key) else { preconditionFailure("the key has no spaces") }
    return key
  }()
}

/// How the sandbox is reached.
package enum Way: CaseIterable {
  case inMemory, overASocket
}

/// What came of a run.
package struct Outcome: Equatable {
  package var output: String
  package var errors: String
  package var status: ExitStatus
  /// The targets of the requests, in order.
  package var requests: [String]

  package init(output: String, errors: String, status: ExitStatus, requests: [String]) {
    self.output = output
    self.errors = errors
    self.status = status
    self.requests = requests
  }
}

/// Runs `text` as the program does, and keeps what it writes.
package func run(
  _ text: String, in setting: RunSetting = RunSetting(), _ way: Way = .inMemory
) async throws
  -> Outcome
{
  let sandbox = try Sandbox(options: setting.sandbox, catalog: setting.catalog)
  switch way {
  case .inMemory:
    return try await run(text, in: setting) { options in
      Client(transport: sandbox, hiding: setting.key, options: options, timing: .system)
    }
  case .overASocket:
    return try await SandboxServer.withServer(sandbox) { url in
      let baseURL = try BaseURL(url)
      return try await run(text, in: setting) { options in
        Client(key: setting.key, baseURL: baseURL, options: options)
      }
    }
  }
}

/// Runs `text` over the client that `makeClient` makes.
package func run(
  _ text: String, in setting: RunSetting, over makeClient: (ClientOptions) -> Client
) async throws -> Outcome {
  try await outcome(in: setting, over: makeClient) { environment in
    let variables = setting.variables.mapValues { Literal(.word, $0, at: .nowhere) }
    var session = Session(accounts: AccountSelection(setting.account), variables: variables)
    session.retrying = setting.retrying
    var shell = Shell(session: session, environment: environment, mode: setting.mode)
    return await shell.run(SourceText(text, name: setting.name))
  }
}

/// What comes of what `body` does with all that a shell has of the world.
package func outcome(
  in setting: RunSetting, over makeClient: (ClientOptions) -> Client,
  _ body: (Environment) async throws -> ExitStatus
) async throws -> Outcome {
  let scratch = try ScratchDirectory()
  let (output, errors) = (try Capture(in: scratch), try Capture(in: scratch))
  let standardOutput = setting.standardOutput ?? output.descriptor
  let messages = Messages(
    output: standardOutput, errors: errors.descriptor, volume: setting.volume,
    prefix: "dialsh: ", outputIsTerminal: setting.display.terminal != nil, errorsAreTerminal: false,
    width: { 80 })
  let requests = RequestLog(messages: messages, detail: .nothing)
  let sent = Targets()
  let governor = Governor()
  var options = ClientOptions(
    retries: setting.retries,
    onEvent: {
      requests.note($0)
      sent.note($0)
    })
  options.governor = governor
  let client = makeClient(options)
  let environment = Environment(
    vocabulary: setting.vocabulary, standardOutput: standardOutput, messages: messages,
    requests: requests, governor: governor, connection: .none, showsSecrets: setting.showsSecrets,
    observations: ObservationLog(),
    homeDirectory: "/home/ada",
    display: { setting.display }, now: { setting.now }, stopwatch: { { .zero } },
    showPaged: { _ in }, client: { client }
  )
  let status = try await body(environment)
  return Outcome(
    output: try output.text, errors: try errors.text, status: status, requests: sent.all)
}

/// A file that takes what is written.
private final class Capture {
  let descriptor: FileDescriptor

  init(in scratch: ScratchDirectory) throws {
    let path = FilePath(scratch.path("\(UInt64.random(in: 0...UInt64.max))"))
    descriptor = try FileDescriptor.open(
      path, .readWrite, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
  }

  deinit {
    try? descriptor.close()
  }

  var text: String {
    get throws {
      try descriptor.seek(offset: 0, from: .start)
      return String(decoding: try descriptor.readToEnd(), as: UTF8.self)
    }
  }
}

/// Hears of every request.
private final class Targets: Sendable {
  private let targets = Mutex<[String]>([])

  var all: [String] { targets.withLock { $0 } }

  func note(_ event: RequestEvent) {
    if case .sending(let attempt) = event { targets.withLock { $0.append(attempt.target) } }
  }
}
