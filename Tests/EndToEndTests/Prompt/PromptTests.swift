import DialExport
import DialPipeline
import DialTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The prompt, on a terminal; each subject has a suite of its own within this one.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct PromptTests {
  private let account = Known.account
  private let chosen = Known.chosen
  private let program: Program

  init() throws {
    program = try .atThePrompt()
  }

  @Test func aPipelineShowsATableAndAFooter() async throws {
    let conversation = try Conversation(program, "--sandbox")
    try await conversation.says("use \(account)")
    try await conversation.says("numbers where status=active | format | limit 2", at: chosen)
    try await conversation.sees(
      ending:
        "id                              display            raw",
      "──────────────────────────────  ─────────────────  ─────────────",
      "did_01y3zx5cvad0x3sszv8gjnm6k9  +1 (818) 602-3095  +18186023095",
      "did_01rs2t0mgx1a2ab9fembtcpmmb  +493013884651      +493013884651",
      "2 rows · 1 request · 0.00 s · limited",
      chosen)
    conversation.person.type(Key.controlD)
    #expect(try await conversation.end() == 0)
    #expect(conversation.person.isCooked)
  }

  @Test func aWrongLineIsExplainedAndThePromptComesBack() async throws {
    let conversation = try Conversation(program, "--sandbox")
    try await conversation.says("accounts | limit 1 | selct id")
    try await conversation.sees(
      ending: "dialsh: 1:22: unknown stage `selct`; did you mean `select`?",
      "  accounts | limit 1 | selct id",
      "                       ^~~~~",
      "[test] dialsh> accounts | limit 1 | select id")
    conversation.presses("exit\r")
    #expect(try await conversation.end() == 0)
  }

  @Test func controlCDropsTheLine() async throws {
    let conversation = try Conversation(program, "--sandbox")
    try await conversation.sees(prompt: "[test] dialsh>")
    conversation.person.type("nonsense that is dropped")
    try await conversation.sees(prompt: "[test] dialsh> nonsense that is dropped")
    conversation.person.type(Key.controlC)
    try await conversation.says("accounts | count")
    try await conversation.sees(
      ending: "count", "─────", "   12", "1 row · 1 request · 0.00 s · complete", "[test] dialsh>")
    conversation.person.type(Key.controlD)
    #expect(try await conversation.end() == 0)
    let shown = conversation.person.screen.lines.joined(separator: "\n")
    #expect(!shown.contains("unknown resource"))
  }

  @Test func aLineThatIsUnfinishedGoesOn() async throws {
    let conversation = try Conversation(program, "--sandbox")
    try await conversation.says("accounts |")
    try await conversation.person.waitAside(for: "a new row") { $0.screen.row == 2 }
    conversation.person.type("count\r")
    try await conversation.sees(
      ending: "count", "─────", "   12", "1 row · 1 request · 0.00 s · complete", "[test] dialsh>")
    conversation.person.type(Key.controlD)
    #expect(try await conversation.end() == 0)
  }

  @Test func controlCEndsThePipelineAndKeepsWhatWasPrinted() async throws {
    try await withSandboxProcess("--latency", "50ms", "--numbers", "8000") { url in
      let conversation = try Conversation(program, "--base-url", url, "--account", account)
      try await conversation.says("numbers | select status | export csv", at: chosen)
      try await conversation.person.waitAside(for: "rows") { $0.screen.lines.last == "active" }
      conversation.person.type(Key.controlC)
      try await conversation.person.waitAside(for: "the prompt and the reason") { person in
        let lines = person.screen.lines
        return lines.last == chosen
          && lines.contains { $0.contains(" · partial: stopped after page ") }
      }
      #expect(conversation.person.screen.lines.contains("active"))
      try await conversation.says("numbers | limit 1 | select status", at: chosen)
      try await conversation.sees(
        ending: "status", "──────", "active", "1 row · 1 request · 0.00 s · limited", chosen)
      conversation.person.type(Key.controlD)
      #expect(try await conversation.end() == 0)
    }
  }

  @Test func historyLastsAndKeysAreNotInIt() async throws {
    var conversation = try Conversation(program, "--sandbox")
    try await conversation.says("accounts | count")
    try await conversation.says("help sk_test_1234")
    try await conversation.sees(ending: "       ^~~~~~~~~~~~", "[test] dialsh>")
    conversation.person.type(Key.controlD)
    #expect(try await conversation.end() == 0)

    let history = program.home.path("state/dialsh/history")
    #expect(try FilePath(history).stat().permissions == [.ownerReadWrite])
    #expect(try !program.home.read("state/dialsh/history").contains("sk_test"))

    conversation = try Conversation(program, "--sandbox")
    try await conversation.sees(prompt: "[test] dialsh>")
    conversation.person.type(Key.up)
    try await conversation.sees(prompt: "[test] dialsh> accounts | count")
    conversation.person.type("\r")
    try await conversation.sees(
      ending: "count", "─────", "   12", "1 row · 1 request · 0.00 s · complete", "[test] dialsh>")
    conversation.person.type(Key.controlD)
    #expect(try await conversation.end() == 0)
  }

  @Test func theTableFitsTheWindow() async throws {
    let conversation = try Conversation(program, "--sandbox", columns: 40)
    try await conversation.sees(prompt: "[test] dialsh>")
    conversation.person.resize(columns: 50, rows: 24)
    conversation.signal(SIGWINCH)
    try await conversation.says("use \(account); numbers | limit 1 | select id, created_at, status")
    try await conversation.sees(
      ending: "id                    created_at            status",
      "────────────────────  ────────────────────  ──────",
      "did_01y3zx5cvad0x3s…  2026-08-16 22:28:48…  active",
      "1 row · 1 request · 0.00 s · limited",
      chosen)
    conversation.person.type(Key.controlD)
    #expect(try await conversation.end() == 0)
  }

  @Test func aKilledTerminalEndsTheProgram() async throws {
    let conversation = try Conversation(program, "--sandbox")
    try await conversation.sees(prompt: "[test] dialsh>")
    conversation.signal(SIGTERM)
    #expect(try await conversation.end() == 143)
    #expect(conversation.person.isCooked)
  }

  @Test func controlZStopsTheProgramAndFgBringsItBack() async throws {
    var program = program
    program.variables["PS1"] = "shell% "
    program.executable = "/bin/sh"
    let conversation = try Conversation(program, "-i")
    try await conversation.says("\(Program.path) --sandbox", at: "shell%")
    try await conversation.sees(prompt: "[test] dialsh>")
    conversation.person.type("accounts")
    try await conversation.sees(prompt: "[test] dialsh> accounts")
    conversation.person.type(Key.controlZ)
    try await conversation.sees(prompt: "shell%")
    #expect(conversation.person.isCooked)
    conversation.person.type("fg\r")
    try await conversation.sees(prompt: "[test] dialsh> accounts")
    conversation.person.type(" | count\r")
    try await conversation.sees(
      ending: "count", "─────", "   12", "1 row · 1 request · 0.00 s · complete", "[test] dialsh>")
    conversation.person.type(Key.controlD)
    try await conversation.says("exit", at: "shell%")
    #expect(try await conversation.end() == 0)
  }
}
