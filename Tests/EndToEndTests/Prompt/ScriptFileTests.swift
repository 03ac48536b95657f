import DialTestSupport
import Testing

extension PromptTests {
  /// Lines become scripts, and scripts run at the prompt.
  @Suite struct ScriptFileTests {
    private let program: Program

    init() throws {
      program = try .atThePrompt(["NO_COLOR": "1"])
    }

    @Test func theLastLineIsSavedAndRunAgain() async throws {
      let conversation = try await Conversation.withAnAccount(program, columns: 200, rows: 60)
      let account = "acct_01h2xcejqtf2nbrexx3vqjhp41"
      try await conversation.says("numbers where status=active | count", at: Known.chosen)
      try await conversation.says(".rows 20", at: Known.chosen)
      try await conversation.says(".save ~/active.dial", at: Known.chosen)
      try await conversation.sees(
        ending: "1 line saved in \(program.home.path)/active.dial", Known.chosen)
      #expect(
        try program.home.read("active.dial") == """
          param account = \(account)
          use $account
          numbers where status=active | count

          """)
      try await conversation.says(".save ~/active.dial", at: Known.chosen)
      try await conversation.sees(
        ending:
          "dialsh: \(program.home.path)/active.dial is there; "
          + "`.save \(program.home.path)/active.dial replace=yes` writes it anew", Known.chosen)
      try await conversation.says(
        "use \(account); numbers | limit 3 | count", at: Known.chosen)
      try await conversation.says(".save ~/active.dial 2 replace=yes", at: Known.chosen)
      try await conversation.sees(
        ending: "2 lines saved in \(program.home.path)/active.dial", Known.chosen)
      #expect(
        try program.home.read("active.dial") == """
          param account = \(account)
          numbers where status=active | count
          use $account; numbers | limit 3 | count

          """)
      try await conversation.says(".save ~/none/x.dial 99", at: Known.chosen)
      try await conversation.sees("dialsh: the history has only ")
      try await conversation.says(".run ~/active.dial", at: Known.chosen)
      try await conversation.sees(
        ending: "1 row · 2 requests · 0.00 s · complete", "count", "─────", "    3",
        "1 row · 1 request · 0.00 s · limited", Known.chosen)
      try await conversation.leaves()
    }

    @Test func aSavedLineBringsWhatItHasFromTheSession() async throws {
      let conversation = try await Conversation.withAnAccount(program, columns: 200, rows: 60)
      let account = "acct_01h2xcejqtf2nbrexx3vqjhp41"
      for line in [
        "let state = active", "let some = (numbers where status = $state)",
        "def few(n) = limit $n", "def firsts = $some | few(3)", "firsts | select status",
        "| count", ".save ~/firsts.dial",
      ] { try await conversation.says(line, at: Known.chosen) }
      try await conversation.sees(
        ending: "1 line saved in \(program.home.path)/firsts.dial", Known.chosen)
      #expect(
        try program.home.read("firsts.dial") == """
          param account = \(account)
          use $account
          let state = active
          let some = (numbers where status = $state)
          def few(n) = limit $n
          def firsts = $some | few(3)
          firsts | select status
          | count

          """)
      try await conversation.says(".run ~/firsts.dial", at: Known.chosen)
      try await conversation.sees(
        ending: "count", "─────", "    3", "1 row · 2 requests · 0.00 s · limited", Known.chosen)
      try await conversation.says("$it | count", at: Known.chosen)
      try await conversation.says(".save ~/again.dial", at: Known.chosen)
      try await conversation.sees(
        ending: "1 line saved in \(program.home.path)/again.dial", Known.chosen)
      #expect(
        try program.home.read("again.dial").split(separator: "\n").last
          == "firsts | select status | count")
      try await conversation.says("nubmers | count", at: Known.chosen)
      try await conversation.says(".save ~/no.dial", at: Known.chosen)
      try await conversation.sees(
        ending:
          "dialsh: \(program.home.path)/no.dial:3:1: unknown resource or command `nubmers`; did you mean "
          + "`numbers`?", "  nubmers | count", "  ^~~~~~~",
        "nothing is saved: that is no script", Known.chosen)
      try await conversation.leaves()
    }

    @Test func aScriptLeavesTheSessionAsItWas() async throws {
      let conversation = try await Conversation.withAnAccount(program, columns: 200, rows: 60)
      try program.home.write(
        "param n\n.rows 1\nlet a = active\nuse none\naccounts | limit $n | count\nexit",
        to: "set.dial")
      try await conversation.says("numbers | limit 5 | select id", at: Known.chosen)
      try await conversation.says(".run ~/set.dial --n=2", at: Known.chosen)
      try await conversation.sees(
        ending: "count", "─────", "    2", "1 row · 1 request · 0.00 s · limited", Known.chosen)
      try await conversation.says(".run ~/set.dial --n=2 --nope=1", at: Known.chosen)
      try await conversation.sees(
        ending: "dialsh: 1:23: --nope is given, but the text has no `param nope`",
        "  .run ~/set.dial --n=2 --nope=1", "                        ^~~~~~", Known.chosen)
      try await conversation.says("| count", at: Known.chosen)
      try await conversation.sees(
        ending: "count", "─────", "    5", "1 row · 0 requests · 0.00 s · limited, as `$it` is",
        Known.chosen)
      try await conversation.says("numbers where status=$a", at: Known.chosen)
      try await conversation.sees(
        ending: "dialsh: 1:22: unknown variable `$a`; a script declares it with `param a`",
        "  numbers where status=$a", "                       ^~", Known.chosen)
      try await conversation.leaves()
    }
  }
}
