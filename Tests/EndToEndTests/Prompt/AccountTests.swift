import DialTestSupport
import Testing

extension PromptTests {
  /// Choosing an account, and who it is.
  @Suite struct AccountTests {
    private let program: Program

    init() throws {
      program = try .atThePrompt(["NO_COLOR": "1"])
    }

    @Test func anAccountThatIsNotThereIsNotChosen() async throws {
      let conversation = try Conversation(program, "--sandbox", columns: 180, rows: 24)
      try await conversation.says("use acct_nobody; numbers")
      try await conversation.sees(
        ending: "dialsh: acct_nobody: no such account (status 404, code not_found, "
          + "request req_0000000001); no account is chosen", "[test] dialsh>")
      try await conversation.says("use \(Known.account)")
      try await conversation.sees(ending: Known.introduction, Known.chosen)
      try await conversation.says("use acct_nobody", at: Known.chosen)
      try await conversation.sees("; the account is still \(Known.account)")
      try await conversation.says("numbers | count", at: Known.chosen)
      try await conversation.sees(
        ending: "count", "─────", "  250", "1 row · 3 requests · 0.00 s · complete", Known.chosen)
      try await conversation.leaves()
    }

    @Test func anAccountOfTheCommandLineThatIsNotThereIsDropped() async throws {
      let conversation = try Conversation(
        program, "--sandbox", "--account", "acct_nobody", columns: 180, rows: 24)
      try await conversation.sees("acct_nobody: no such account (status 404, ")
      try await conversation.says("numbers", at: "[test] acct_nobody>")
      try await conversation.sees(prompt: "[test] dialsh>")
      try await conversation.sees("no account chosen: `numbers` belongs to an account")
      try await conversation.leaves()
    }

    @Test func anAccountThatIsKnownIsOffered() async throws {
      let conversation = try Conversation(program, "--sandbox", columns: 150, rows: 24)
      try await conversation.says(
        "accounts where id=\(Known.account) | limit 1 | select name")
      try await conversation.sees("Harbor Vet")
      try await conversation.says("numbers")
      // Every account of the page is known, not only the one that was shown.
      try await conversation.person.waitAside(for: "an account") { person in
        person.screen.lines.contains {
          $0.wholeMatch(
            of: /dialsh: 1:1: no account chosen: `numbers` belongs .+; try `use acct_\w+`.*/
          ) != nil
        }
      }
      try await conversation.leaves()
    }

    @Test func aBusyAPIIsAskedAgainInTheBackground() async throws {
      try await withSandboxProcess("--fault", "429-none:1x") { url in
        let conversation = try Conversation(
          program, "--base-url", url, columns: 180, rows: 24)
        try await conversation.says("use \(Known.account)")
        try await conversation.sees("times are in UTC until the API tells the account's zone")
        try await conversation.sees(Known.introduction)
        try await conversation.says(".zone", at: Known.chosen)
        try await conversation.sees(
          ending: ".zone is America/New_York (the account's)", Known.chosen)
        try await conversation.leaves()
      }
    }
  }
}
