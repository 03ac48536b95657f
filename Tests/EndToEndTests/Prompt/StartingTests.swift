import DialTestSupport
import Testing

extension PromptTests {
  /// The first minute, and the start-up file.
  @Suite struct StartingTests {
    private let greeting =
      "dialsh 0.1.0: `help` tells the words, Tab completes them, Ctrl-D leaves."

    @Test func oneLineTellsHowToGetHelp() async throws {
      let conversation = try Conversation(.atThePrompt(), "--sandbox", columns: 80)
      try await conversation.sees(prompt: "[test] dialsh>")
      #expect(conversation.person.screen.lines == [greeting, "[test] dialsh>"])
      #expect(conversation.person.screen.styledLines.last == "⟨38;5;29:[test]⟩ dialsh>")
      try await conversation.leaves()
    }

    @Test func withoutAKeyThePromptSaysWhatIsMissing() async throws {
      let program = try Program()
      let conversation = try Conversation(program, columns: 90)
      try await conversation.sees(prompt: "[no key] dialsh>")
      #expect(
        conversation.person.screen.lines == [
          "There is no API key, so nothing can be asked yet.",
          "Set DIALSTACK_API_KEY, or give --api-key-file FILE or --profile NAME.",
          "To try it without a key: dialsh --sandbox",
          greeting,
          "[no key] dialsh>",
        ])
      #expect(conversation.person.screen.styledLines.last == "⟨38;5;163:[no key]⟩ dialsh>")
      try await conversation.says("help more", at: "[no key] dialsh>")
      try await conversation.sees("Show the next rows of the last result")
      try await conversation.says("use acct_1; numbers", at: "[no key] dialsh>")
      try await conversation.sees(
        ending:
          "dialsh: no API key: set DIALSTACK_API_KEY, or give --api-key-file FILE or --profile NAME;",
        "`dialsh --sandbox` needs no key: it answers from a sandbox on this machine",
        "[no key] acct_1>")
      try await conversation.leaves()
    }

    @Test func aLiveKeyIsRed() async throws {
      try await withSandboxProcess { url in
        let program = try Program.atThePrompt(["DIALSTACK_API_KEY": "sk_live_1"])
        let conversation = try Conversation(program, "--base-url", url)
        try await conversation.sees(styled: "⟨1;38;5;131:[live]⟩ dialsh>")
        try await conversation.says("accounts | count", at: "[live] dialsh>")
        try await conversation.sees(
          ending: "count", "─────", "   12", "1 row · 1 request · 0.00 s · complete",
          "[live] dialsh>")
        try await conversation.leaves()
      }
    }

    @Test func theLinesOfTheStartUpFileAreRunFirst() async throws {
      let program = try Program.atThePrompt(["NO_COLOR": "1"])
      try program.home.write(
        "# mine\n.rows 5\nuse \(Known.account)\nparam state = active\n", to: "config/dialsh/rc")
      let conversation = try Conversation(program, "--sandbox", columns: 90)
      try await conversation.sees(
        ending: greeting, ".rows is 5", Known.introduction, Known.chosen)
      try await conversation.says("numbers where status=$state | select status", at: Known.chosen)
      try await conversation.sees("5 rows shown, more exist · limited · more (1 request, 0.00 s)")
      // What the file says is no line of the person's.
      #expect(
        try program.home.read("state/dialsh/history")
          == "numbers where status=$state | select status\n")
      try await conversation.leaves()
    }

    @Test func itIsLeftOutWhenThatIsAskedFor() async throws {
      let program = try Program.atThePrompt()
      try program.home.write("use \(Known.account)\n", to: "config/dialsh/rc")
      let conversation = try Conversation(program, "--sandbox", "--no-rc", columns: 80)
      try await conversation.sees(prompt: "[test] dialsh>")
      #expect(conversation.person.screen.lines == [greeting, "[test] dialsh>"])
      try await conversation.leaves()
    }

    @Test func aMistakeInItsThirdLineIsShownAndThePromptComes() async throws {
      let program = try Program.atThePrompt()
      let path = try program.home.write(
        ".rows 5\n\nuse acct_1; .expnd on\n", to: "config/dialsh/rc")
      let conversation = try Conversation(program, "--sandbox", columns: 200)
      try await conversation.sees(
        ending: greeting,
        "dialsh: \(path):3:13: unknown setting `.expnd`; did you mean `.expand`?",
        "  use acct_1; .expnd on",
        "              ^~~~~~",
        "nothing of \(path) was done",
        "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func oneThatIsNoTextOrNoFileIsToldAndThePromptComes() async throws {
      let program = try Program.atThePrompt(["NO_COLOR": "1"])
      let path = try program.home.write(
        bytes: Array(".rows 5\n".utf8) + [0xFF, 0x0A], to: "config/dialsh/rc")
      var conversation = try Conversation(program, "--sandbox", columns: 200)
      try await conversation.sees(
        ending: "dialsh: \(path):2: the text is not UTF-8", greeting, "[test] dialsh>")
      try await conversation.leaves()

      let other = try Program.atThePrompt(["NO_COLOR": "1"])
      try other.home.write("", to: "config/dialsh/rc/folder")
      conversation = try Conversation(other, "--sandbox", columns: 200)
      try await conversation.sees("dialsh: can't read \(other.home.path)/config/dialsh/rc: ")
      try await conversation.sees(prompt: "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func aNoticeThatComesWhileALineIsTypedStandsAboveThePrompt() async throws {
      try await withSandboxProcess("--latency", "700ms") { url in
        let conversation = try Conversation(
          .atThePrompt(["NO_COLOR": "1"]), "--base-url", url, "--account", Known.account,
          columns: 100, rows: 24)
        try await conversation.sees(prompt: Known.chosen)
        conversation.presses("accounts | co")
        try await conversation.sees(prompt: "\(Known.chosen) accounts | co")
        try await conversation.sees(
          ending: Known.introduction, "\(Known.chosen) accounts | co")
        conversation.presses("unt")
        try await conversation.sees(prompt: "\(Known.chosen) accounts | count")
        conversation.presses(Key.enter)
        try await conversation.sees(
          ending: "1 row · 1 request · 0.00 s · complete", Known.chosen)
        try await conversation.leaves()
      }
    }
  }
}
