import DialTestSupport
import Testing

extension PromptTests {
  /// Terminals that are narrow, or can do little.
  @Suite struct TerminalTests {
    private func conversation(_ type: String, columns: Int) throws -> Conversation {
      let program = try Program.atThePrompt(["TERM": type])
      return try Conversation(program, "--sandbox", columns: columns, rows: 24)
    }

    @Test func onANarrowTerminalAMistakeStandsAboveItsMarks() async throws {
      let conversation = try conversation("xterm", columns: 40)
      try await conversation.sees(
        ending: "dialsh 0.1.0: `help` tells the words,", "Tab completes them, Ctrl-D leaves.",
        "[test] dialsh>")
      try await conversation.says("accounts where tos_status=signed and nam=x | count")
      try await conversation.sees(
        ending: "dialsh: 1:38: unknown field `nam` in", "accounts; did you mean `name`?",
        "  …e tos_status=signed and nam=x | count",
        "                           ^~~", "[test] dialsh> accounts where tos_stat…")
      try await conversation.leaves()
    }

    @Test func helpOnASymbolIsAWholeLine() async throws {
      let conversation = try conversation("xterm", columns: 80)
      try await conversation.says("help ~")
      try await conversation.sees(
        ending: "dialsh: 1:6: no help on `~`; `help` lists the topics", "  help ~", "       ^",
        "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func aTerminalWithoutColoursGetsNone() async throws {
      let conversation = try conversation("vt100", columns: 80)
      try await conversation.says("accounts | limit 1 | select name")
      try await conversation.sees(
        ending: "name", "─────────", "Acme Corp", "1 row · 1 request · 0.00 s · limited",
        "[test] dialsh>")
      try await conversation.leaves()
      let sent = String(decoding: conversation.person.output, as: UTF8.self)
      #expect(!sent.contains(/\u{1B}\[[0-9;]*m/))
    }

    @Test func aTerminalWithoutACursorGetsEachPromptOnce() async throws {
      let program = try Program.atThePrompt(["TERM": "dumb"])
      let conversation = try Conversation(
        program, "--sandbox", "--account", Known.account, columns: 80, rows: 24)
      let lines = [
        "numbers | limit 12\u{7F} | selt\u{7F}ect status", "numbers |\rlimit 1 | select id",
        "wrong\u{15}",
      ]
      for line in lines {
        try await conversation.sees(prompt: Known.chosen)
        conversation.presses(line + "\u{1B}[D\u{1B}[24~\r")
      }
      try await conversation.sees(prompt: Known.chosen)
      conversation.presses("dropped" + Key.controlC)
      try await conversation.sees(
        ending: "\(Known.chosen) dropped^C", Known.chosen)
      try await conversation.leaves()
      #expect(
        conversation.timelessLines == [
          "dialsh 0.1.0: `help` tells the words, Tab completes them, Ctrl-D leaves.",
          Known.introduction,
          "\(Known.chosen) numbers | limit 1 | select status",
          "status", "──────", "active", "1 row · 1 request · 0.00 s · limited",
          "\(Known.chosen) numbers |", "limit 1 | select id",
          "id", "──────────────────────────────", "did_01y3zx5cvad0x3sszv8gjnm6k9",
          "1 row · 1 request · 0.00 s · limited",
          Known.chosen, "\(Known.chosen) dropped^C", Known.chosen,
        ])
      let sent = String(decoding: conversation.person.output, as: UTF8.self)
      #expect(!sent.contains("\u{1B}"))
      #expect(sent.split(separator: Known.chosen).count == 6)
    }
  }
}
