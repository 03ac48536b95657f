import DialTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension PromptTests {
  /// What no person types on purpose: nothing of it crashes, hangs or leaves a wild terminal.
  @Suite struct BadInputTests {
    private let program: Program
    private let history = "state/dialsh/history"
    private let prompt = "[test] dialsh>"

    init() throws {
      program = try .atThePrompt(["NO_COLOR": "1"])
    }

    private func conversation(columns: Int = 80, rows: Int = 24) throws -> Conversation {
      try Conversation(program, "--sandbox", columns: columns, rows: rows)
    }

    /// Expects that the next line works, and leaves.
    private func isWell(_ conversation: Conversation) async throws {
      try await conversation.says("accounts | count")
      try await conversation.sees(
        ending: "count", "─────", "   12", "1 row · 1 request · 0.00 s · complete", prompt)
      try await conversation.leaves()
    }

    @Test func bytesThatAreNoText() async throws {
      let conversation = try conversation()
      try await conversation.sees(prompt: prompt)
      conversation.person.type([0x61, 0xFF, 0xC3, 0x2E, 0xED, 0xA0, 0x80, 0x62, 0x0D])
      try await conversation.sees(
        ending: "dialsh: 1:1: unknown resource or command `a��.���b`; `help` lists them",
        "  a��.���b", "  ^~~~~~~~", prompt)
      conversation.person.type([0x00, 0x61, 0x00, 0x62, 0x0D])
      try await conversation.sees("unknown resource")
      try await isWell(conversation)
      #expect(String(validating: Array(try program.home.read(history).utf8), as: UTF8.self) != nil)
    }

    @Test func aLineOfAHundredKilobytes() async throws {
      let conversation = try conversation()
      try await conversation.sees(prompt: prompt)
      let name = String(repeating: "x", count: 100_000)
      conversation.person.paste("accounts where name=\(name) | count")
      conversation.presses(Key.enter)
      try await conversation.sees(
        ending: "count", "─────", "    0", "1 row · 1 request · 0.00 s · complete", prompt)
      try await isWell(conversation)
    }

    @Test func aPasteOfManyLinesIsText() async throws {
      let conversation = try conversation()
      try await conversation.sees(prompt: prompt)
      let lines = (0..<5_000).map { "# a comment, line \($0) of it" }
      let text = (lines + ["accounts", "| count"]).joined(separator: "\n")
      #expect(text.utf8.count > 140_000)
      conversation.person.paste(text)
      try await conversation.sees(prompt: "| count")
      #expect(!program.home.holds(history))
      conversation.presses(Key.enter)
      try await conversation.sees(
        ending: "count", "─────", "   12", "1 row · 1 request · 0.00 s · complete", prompt)
      try await isWell(conversation)
    }

    @Test func aTerminalOfTwentyColumns() async throws {
      let conversation = try conversation(columns: 20, rows: 40)
      try await conversation.sees(prompt: prompt)
      conversation.presses("acc" + Key.tab + "| limit 2" + Key.enter)
      try await conversation.sees("2 rows · 1 request ·")
      try await conversation.sees(prompt: prompt)
      #expect(conversation.person.screen.lines.contains("Beacon Realty"))
      conversation.presses("numbers | " + Key.tab)
      try await conversation.sees("export  Write the …")
      try await conversation.drops()
      try await conversation.leaves()
    }

    @Test func aWindowThatChangesDuringATable() async throws {
      try await withSandboxProcess("--latency", "20ms", "--accounts", "3000") { url in
        let conversation = try Conversation(program, "--base-url", url, columns: 100, rows: 24)
        try await conversation.says(".rows all; accounts | select id, name")
        try await conversation.sees("acct_01")
        for columns in [30, 120, 9, 60] {
          conversation.person.resize(columns: columns, rows: 24)
          conversation.signal(SIGWINCH)
        }
        try await conversation.sees("3000 rows · ")
        try await conversation.sees(prompt: prompt)
        try await conversation.says("numbers | nothing", at: prompt)
        try await conversation.sees(ending: "            ^~~~~~~", prompt)
        try await conversation.leaves()
      }
    }

    @Test func noTerminalTypeAtAll() async throws {
      var program = program
      program.executable = "/usr/bin/env"
      let conversation = try Conversation(program, "-u", "TERM", Program.path, "--sandbox")
      try await isWell(conversation)
    }

    @Test(arguments: [SIGHUP, SIGTERM, SIGQUIT, SIGUSR1])
    func aSignalWhileALineIsEdited(_ signal: CInt) async throws {
      let conversation = try conversation()
      try await conversation.says("accounts | count")
      try await conversation.sees(prompt: prompt)
      conversation.presses("accounts where")
      try await conversation.sees(prompt: "\(prompt) accounts where")
      conversation.signal(signal)
      #expect(try await conversation.end() == 128 + signal)
      #expect(conversation.person.isCooked)
      #expect(try program.home.read(history) == "accounts | count\n")
    }

    @Test func aHistoryThatIsAFolder() async throws {
      try program.home.write("", to: "\(history)/entry")
      let conversation = try conversation(columns: 120)
      try await conversation.sees(
        ending: "dialsh: cannot read history `\(program.home.path)/\(history)`: Is a directory",
        "dialsh 0.1.0: `help` tells the words, Tab completes them, Ctrl-D leaves.", prompt)
      try await isWell(conversation)
    }

    @Test func aHistoryThatCanNotBeWritten() async throws {
      var program = program
      // A file in the place of the folder stops root, too.
      program.variables["XDG_STATE_HOME"] = try program.home.write("", to: "state")
      let conversation = try Conversation(program, "--sandbox", columns: 120)
      try await conversation.sees(
        ending:
          "dialsh: cannot read history `\(program.home.path)/state/dialsh/history`: Not a directory",
        "dialsh 0.1.0: `help` tells the words, Tab completes them, Ctrl-D leaves.", prompt)
      try await conversation.says("accounts | count")
      // The warning is not said again.
      try await conversation.sees(
        ending: "\(prompt) accounts | count", "count", "─────", "   12",
        "1 row · 1 request · 0.00 s · complete", prompt)
      conversation.presses(Key.up)
      try await conversation.sees(prompt: "\(prompt) accounts | count")
      try await conversation.drops()
      try await isWell(conversation)
    }

    @Test func aHistoryThatIsCutInTheMiddle() async throws {
      let bytes = Array("help more\naccounts | li\u{E9}".utf8).dropLast()
      try program.home.write(bytes: Array(bytes), to: history)
      let conversation = try conversation(columns: 120)
      try await conversation.sees(
        ending:
          "dialsh: history `\(program.home.path)/\(history)` has 1 damaged line, which is left out",
        "dialsh 0.1.0: `help` tells the words, Tab completes them, Ctrl-D leaves.", prompt)
      try await isWell(conversation)
      let kept = try [UInt8](contentsOf: FilePath(program.home.path(history)))
      #expect(kept == bytes + Array("\naccounts | count\n".utf8))
    }
  }
}

extension ScratchDirectory {
  fileprivate func holds(_ name: String) -> Bool { (try? read(name)) != nil }
}
