import DialTestSupport
import Testing

extension PromptTests {
  /// Lines of earlier.
  @Suite struct HistoryTests {
    private let program: Program
    private let file = "state/dialsh/history"

    init() throws {
      program = try .atThePrompt(["NO_COLOR": "1"])
    }

    private func conversation() throws -> Conversation {
      try Conversation(program, "--sandbox", columns: 80, rows: 40)
    }

    @Test func severalTerminalsAtOnceLoseNothing() async throws {
      let conversations = try (0..<3).map { _ in try conversation() }
      for round in 0..<4 {
        // All at the same moment: nobody waits for the others.
        for (index, conversation) in conversations.enumerated() {
          try await conversation.says("param p\(index) = \(round)")
        }
      }
      for (index, conversation) in conversations.enumerated() {
        try await conversation.sees(
          ending: "[test] dialsh> param p\(index) = 3", "[test] dialsh>")
        try await conversation.leaves()
      }
      let lines = try program.home.read(file).split(separator: "\n").map(String.init)
      let expected = (0..<3).flatMap { index in (0..<4).map { "param p\(index) = \($0)" } }
      #expect(lines.sorted() == expected)
      let later = try conversation()
      try await later.says(".history p1")
      try await later.sees("param p1 = 3")
      let listed = later.person.screen.lines.filter { $0.contains("  param p1 = ") }
      #expect(listed.count == 4)
      try await later.sees(prompt: "[test] dialsh>")
      try await later.leaves()
    }

    @Test func linesAreListedAndRunAgain() async throws {
      let conversation = try conversation()
      for line in ["accounts | count", "help more", "accounts | limit 1 | select name"] {
        try await conversation.says(line)
      }
      try await conversation.says(".history accounts")
      try await conversation.sees(
        ending: "[test] dialsh> .history accounts", "1  accounts | count",
        "3  accounts | limit 1 | select name", "[test] dialsh>")
      try await conversation.says(".again 1")
      try await conversation.sees(
        ending: "[test] dialsh> .again 1", "accounts | count", "count", "─────", "   12",
        "1 row · 1 request · 0.00 s · complete", "[test] dialsh>")
      try await conversation.says(".again")
      try await conversation.sees(
        ending: "[test] dialsh> .again", "accounts | count", "count", "─────", "   12",
        "1 row · 1 request · 0.00 s · complete", "[test] dialsh>")
      try await conversation.says(".history nowhere")
      try await conversation.sees(
        ending: "no line of the history holds `nowhere`", "[test] dialsh>")
      try await conversation.says(".again 99")
      try await conversation.sees("dialsh: the history has the lines 1 to ")
      try await conversation.says(".again 0")
      try await conversation.sees(ending: "         ^", "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func againIsTheLastLineWithoutADot() async throws {
      let conversation = try conversation()
      try await conversation.says(".history")
      try await conversation.says(".again")
      try await conversation.sees(
        ending: "[test] dialsh> .history", "the history is empty", "[test] dialsh> .again",
        "dialsh: every line of the history begins with a dot; `.again N` runs line N",
        "[test] dialsh>")
      for line in ["accounts | count", ".history acc", ".status"] {
        try await conversation.says(line)
      }
      try await conversation.sees("waited    ")
      try await conversation.says(".again")
      try await conversation.sees(
        ending: "[test] dialsh> .again", "accounts | count", "count", "─────", "   12",
        "1 row · 1 request · 0.00 s · complete", "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func aLineDoesNotRepeatItself() async throws {
      let conversation = try conversation()
      try await conversation.says(".again 1")
      try await conversation.sees(ending: "dialsh: the history is empty", "[test] dialsh>")
      try await conversation.says("help more")
      try await conversation.says(".again 1")
      try await conversation.sees(
        ending: "dialsh: line 1 is `.again 1` itself; name another one", "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func theArrowLooksForLinesThatBeginAlike() async throws {
      let conversation = try conversation()
      for line in ["accounts | count", "help more", "accounts | limit 1", "help exit"] {
        try await conversation.says(line)
      }
      try await conversation.sees("End the session")
      try await conversation.sees(prompt: "[test] dialsh>")
      conversation.presses("acc" + Key.up)
      try await conversation.sees(prompt: "[test] dialsh> accounts | limit 1")
      conversation.presses(Key.up)
      try await conversation.sees(prompt: "[test] dialsh> accounts | count")
      try await conversation.drops()
      conversation.presses(Key.up)
      try await conversation.sees(prompt: "[test] dialsh> help exit")
      try await conversation.drops()
      try await conversation.leaves()
    }

    @Test func controlRFindsALineByAPart() async throws {
      let conversation = try conversation()
      for line in ["accounts | count", "help more"] { try await conversation.says(line) }
      try await conversation.sees("Show the next rows")
      try await conversation.sees(prompt: "[test] dialsh>")
      conversation.presses(Key.controlR + "coun")
      try await conversation.sees("accounts | count")
      conversation.presses(Key.enter)
      try await conversation.sees(
        ending: "count", "─────", "   12", "1 row · 1 request · 0.00 s · complete",
        "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func secretsAndLinesBehindASpaceAreNotKept() async throws {
      let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
      let conversation = try conversation()
      try await conversation.says(" accounts | count")
      try await conversation.sees("   12")
      for secret in ["sk_test_abc", "sk_live_abc", token, "Bearer:\(token)"] {
        try await conversation.says("param key = \"\(secret)\"")
        try await conversation.sees(prompt: "[test] dialsh>")
        conversation.presses(Key.controlL)
      }
      try await conversation.says("help more # \(token)")
      try await conversation.says("help exit")
      try await conversation.sees("End the session")
      conversation.presses(Key.controlL)
      try await conversation.says(".history")
      try await conversation.sees(
        ending: "[test] dialsh> .history", "1  help exit", "[test] dialsh>")
      #expect(try program.home.read(file) == "help exit\n.history\n")
      try await conversation.leaves()
    }
  }
}
