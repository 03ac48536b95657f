import DialTestSupport
import Testing

extension PromptTests {
  /// `.pager on`: tables through the user's own pager.
  @Suite struct PagerTests {
    private func conversation(_ pager: String) throws -> Conversation {
      let program = try Program.atThePrompt(["NO_COLOR": "1", "PAGER": pager])
      return try Conversation(program, "--sandbox", columns: 80, rows: 24)
    }

    @Test func thePagerGetsATableOnlyWhenItIsAskedFor() async throws {
      let conversation = try conversation("sed 's/^/paged: /'")
      try await conversation.says("accounts | limit 1 | select name")
      try await conversation.sees(
        ending: "name", "─────────", "Acme Corp", "1 row · 1 request · 0.00 s · limited",
        "[test] dialsh>")
      try await conversation.says(".pager on")
      try await conversation.says("accounts | limit 1 | select name")
      try await conversation.sees(
        ending: "paged: name", "paged: ─────────", "paged: Acme Corp",
        "1 row · 1 request · 0.00 s · limited", "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func whatAPagerCannotShowIsSaid() async throws {
      let conversation = try conversation("no-such-pager")
      try await conversation.says(".pager on; accounts | count")
      try await conversation.sees(
        "dialsh: there is no program `no-such-pager`; `.pager off` does without")
      try await conversation.sees(
        ending: "1 row · 1 request · 0.00 s · complete", "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func controlCIsThePagers() async throws {
      let conversation = try conversation(
        "trap 'echo caught' INT; cat; echo waiting; sleep 20; true")
      try await conversation.says(".pager on; accounts | count")
      try await conversation.sees("waiting")
      conversation.presses(Key.controlC)
      try await conversation.sees("caught")
      try await conversation.sees(
        ending: "1 row · 1 request · 0.00 s · complete", "[test] dialsh>")
      try await conversation.leaves()
    }
  }
}
