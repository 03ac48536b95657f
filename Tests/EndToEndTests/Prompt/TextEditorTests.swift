import DialTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension PromptTests {
  /// `.edit`: the line in the user's own editor.
  @Suite struct TextEditorTests {
    private func conversation(
      _ editor: String, script: String = "", temporary: String? = nil
    ) throws -> (Conversation, Program) {
      var program = try Program.atThePrompt(["NO_COLOR": "1"])
      let path = try program.home.write(
        "#!/bin/sh\n" + script, to: "editor", permissions: .ownerReadWriteExecute)
      program.variables["TMPDIR"] = temporary.map { program.home.path($0) }
      program.variables["EDITOR"] = editor.replacing("EDITOR", with: path)
      return (try Conversation(program, "--sandbox", columns: 160, rows: 24), program)
    }

    @Test func whatIsSavedStandsAtThePromptAndEnterRunsIt() async throws {
      let (conversation, program) = try conversation(
        "EDITOR --wait", script: "cp \"$2\" ~/before; env > ~/env; echo 'accounts | count' > \"$2\""
      )
      try await conversation.says("accounts | limit 1 | select name")
      try await conversation.says(".edit")
      try await conversation.sees(ending: "[test] dialsh> .edit", "[test] dialsh> accounts | count")
      #expect(try program.home.read("before") == "accounts | limit 1 | select name\n")
      // The key is nothing that an editor needs.
      #expect(try !program.home.read("env").contains("sk_test"))
      conversation.presses(Key.enter)
      try await conversation.sees(
        ending: "count", "─────", "   12", "1 row · 1 request · 0.00 s · complete",
        "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func aSignalMeanwhileEndsTheProgramAndLeavesNoFile(_ signal: CInt) async throws {
      let (conversation, program) = try conversation(
        "EDITOR", script: "echo > ~/open; trap '' TERM HUP; read line", temporary: "")
      try await conversation.says(".edit accounts | limit 1")
      try await conversation.person.waitAside(for: "the editor") { _ in
        (try? program.home.read("open"))?.isEmpty == false
      }
      #expect(try program.home.names.contains { $0.hasSuffix(".dial") })
      conversation.signal(signal)
      #expect(try await conversation.end() == 128 + signal)
      #expect(try !program.home.names.contains { $0.hasSuffix(".dial") })
    }

    @Test func aTextMayBeGivenToBeginWith() async throws {
      let (conversation, program) = try conversation(
        "EDITOR", script: "cp \"$1\" ~/before; mv ~/before.new \"$1\" 2>/dev/null; true")
      try program.home.write("help more\n| count\n\n", to: "before.new")
      try await conversation.says(".edit accounts | limit 1 # why")
      try await conversation.sees("help more")
      // Rows stay rows, and the breaks at the end are gone.
      try await conversation.sees(prompt: "| count")
      let cursor = (conversation.person.screen.row, conversation.person.screen.column)
      #expect(cursor == (conversation.person.screen.lines.count - 1, 7))
      #expect(try program.home.read("before").hasPrefix("accounts | limit 1"))
      try await conversation.drops()
      try await conversation.leaves()
    }

    @Test(arguments: [
      ("EDITOR", "exit 3", "` ended with status 3"),
      ("/no/such/editor", "", "dialsh: there is no program `/no/such/editor`"),
      ("EDITOR", "printf 'a\\377b' > \"$1\"", ".dial:1: the text is not UTF-8"),
      ("EDITOR", "rm \"$1\"", "dialsh: can't read "),
    ])
    func anEditorThatFailsLeavesAnEmptyPrompt(
      _ editor: String, _ script: String, _ message: String
    ) async throws {
      let (conversation, _) = try conversation(editor, script: script)
      try await conversation.says(".edit accounts | count")
      try await conversation.sees(message)
      try await conversation.says("accounts | count")
      try await conversation.sees(
        ending: "count", "─────", "   12", "1 row · 1 request · 0.00 s · complete",
        "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func controlCBelongsToTheEditor() async throws {
      let (conversation, _) = try conversation(
        "EDITOR",
        script:
          "trap 'echo caught; echo accounts > \"$1\"; exit 0' INT; echo ready; while :; do sleep 0.05; done"
      )
      try await conversation.says(".edit help more")
      try await conversation.sees("ready")
      conversation.presses(Key.controlC)
      try await conversation.sees(prompt: "[test] dialsh> accounts")
      try await conversation.drops()
      try await conversation.leaves()
    }
  }
}
