import DialLanguage
import DialPipeline
import DialSandbox
import DialShell
import DialStack
import ShellTestSupport
import Testing

/// What is said of times while the API is too busy to tell the account's zone.
struct AccountZoneTests {
  /// The sandbox, but for its accounts: whoever asks for one is told to come later.
  private struct BusyWithAccounts: Transport {
    let sandbox: Sandbox

    func send(_ request: Request) async throws -> Response {
      guard request.target.hasPrefix("/v1/accounts") else { return try await sandbox.send(request) }
      return Response(
        status: 429, headers: [HeaderField("Retry-After", "60")],
        body: Array(#"{"error":"slow down"}"#.utf8))
    }
  }

  private let recorder: Recorder
  private var shell: Shell

  init() async throws {
    recorder = try Recorder()
    let client = Client(
      transport: BusyWithAccounts(sandbox: try Sandbox(options: SandboxOptions())))
    var session = Session()
    session.isAtPrompt = true
    shell = recorder.shell(session, client: client)
    #expect(await shell.run(SourceText("use \(SandboxOptions.documentAccount)")) == .done)
  }

  /// What was said, however it was divided into lines, without what a slow machine sees of the
  /// run's progress.
  private var errors: String {
    get throws {
      try recorder.errors
        .replacing(/[0-9]+ pages · [0-9]+ rows · [0-9.]+ m?s/, with: "")
        .replacing(/\r?\u{1B}\[K/, with: "").replacing(/\n */, with: " ")
    }
  }

  @Test func theAccountIsChosenAllTheSame() throws {
    #expect(shell.session.account == SandboxOptions.documentAccount)
    let errors = try errors
    #expect(
      errors
        == "\(SandboxOptions.documentAccount): slow down (status 429); times are in UTC until the API "
        + "tells the account's zone ")
  }

  @Test mutating func theZoneIsNotKnownYet() async throws {
    #expect(await shell.run(SourceText(".zone")) == .done)
    #expect(try recorder.output == ".zone is UTC (the account's zone is not known yet)\n")
  }

  @Test mutating func explainAndTheFooterSayWhichMidnight() async throws {
    #expect(await shell.run(SourceText("explain numbers where created_at in 2026-08")) == .done)
    #expect(
      try recorder.output.replacing("\n          ", with: " ").contains(
        "\ntimes     days and months begin at midnight UTC (the account's zone is not known yet)\n")
    )
    let line = "numbers where created_at in 2026-08 | limit 2 | select status"
    #expect(await shell.run(SourceText(line)) == .done)
    let errors = try errors
    #expect(
      errors.hasSuffix(
        "limited · days begin at midnight UTC (the account's zone is not known yet) "), "\(errors)")
    // A moment is the same everywhere.
    #expect(await shell.run(SourceText("numbers where created_at >= -90d | limit 2")) == .done)
    #expect(try self.errors.hasSuffix(" s · limited "))
  }

  @Test func aScriptHasNoAnswerWithoutTheZoneThatItCountsBy() async throws {
    let busy = BusyWithAccounts(sandbox: try Sandbox(options: SandboxOptions()))
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    setting.retries = RetryPolicy(maximumRetries: 0)
    func run(_ line: String) async throws -> Outcome {
      try await ShellTestSupport.run(line, in: setting) { options in
        Client(transport: busy, hiding: setting.key, options: options, timing: .system)
      }
    }
    let asked = try await run(".zone account; numbers where created_at in 2026-08 | count")
    #expect(asked.status == .failed)
    #expect(asked.output == "")
    #expect(asked.requests == ["/v1/accounts/\(SandboxOptions.documentAccount)"])
    #expect(
      asked.errors.hasPrefix(
        "dialsh: the time zone of \(SandboxOptions.documentAccount): slow down"),
      "\(asked.errors)")
    // UTC is what it counts by otherwise.
    #expect(try await run("numbers where created_at in 2026-08 | count").status == .done)
  }

  @Test func aScriptThatSaysSoCountsInTheZoneOfItsAccount() async throws {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    let line = "calls where started_at in 2026-07 | count"
    let outcome = try await run(".zone account; \(line); \(line)", in: setting)
    let list =
      "/v1/calls?limit=100&from_date=2026-07-01T04%3A00%3A00Z&to_date=2026-08-01T04%3A00%3A00Z"
    #expect(
      outcome.requests == ["/v1/accounts/\(SandboxOptions.documentAccount)", list, list])
    #expect(outcome.status == .done)
    let explained = try await run(".zone account; explain \(line)", in: setting)
    #expect(explained.requests == [])
    #expect(
      explained.output.contains("midnight UTC (the account's zone is not known yet)"),
      "\(explained.output)")
  }
}
