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
}
