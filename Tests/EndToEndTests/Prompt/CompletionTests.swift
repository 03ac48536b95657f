import DialExport
import DialLanguage
import DialPipeline
import DialShell
import DialStack
import DialTestSupport
import Testing

extension PromptTests {
  /// What Tab offers, and that it asks nobody.
  @Suite struct CompletionTests {
    private let program: Program
    private let vocabulary = Vocabulary.shell()

    init() throws {
      // Without colours there is no suggestion behind what is typed.
      program = try .atThePrompt(["NO_COLOR": "1"])
    }

    private func conversation(columns: Int = 100, rows: Int = 40) throws -> Conversation {
      try Conversation(program, "--sandbox", columns: columns, rows: rows)
    }

    private func conversationWithAnAccount() async throws -> Conversation {
      try await .withAnAccount(program, columns: 100, rows: 40)
    }

    @Test func behindNothingAreResourcesAndCommands() async throws {
      let conversation = try conversation(columns: 130, rows: 80)
      try await conversation.offers(
        "",
        vocabulary.catalog.lists.map { ($0.name, $0.summary) }
          + vocabulary.commands.map { ($0.name, $0.summary) })
      try await conversation.completes("nu", to: "numbers ")
      try await conversation.leaves()
    }

    @Test func behindABarAreStages() async throws {
      let conversation = try await conversationWithAnAccount()
      try await conversation.offers(
        "numbers | ", at: Known.chosen, vocabulary.stageSignatures.map { ($0.name, $0.summary) })
      try await conversation.leaves()
    }

    @Test func behindAnIDIsWhatBelongsToIt() async throws {
      let conversation = try await conversationWithAnAccount()
      try await conversation.offers(
        "call_1 ", at: Known.chosen,
        "listeners   The streams that the audio of one call goes to.",
        "transcript  What was said in one call.",
        "recording   The sound of one call.",
        "where",
        "|           a further stage")
      try await conversation.completes("qu_1 m", to: "qu_1 members ", at: Known.chosen)
      try await conversation.leaves()
    }

    @Test(arguments: ["where", "| select", "| sort"])
    func behindAStageAreTheFieldsOfItsRows(_ stage: String) async throws {
      let conversation = try await conversationWithAnAccount()
      let typed = "numbers \(stage) "
      try await conversation.sees(prompt: Known.chosen)
      conversation.presses(typed + Key.tab)
      try await conversation.sees(
        ending: "directory_listing_location  id: the address in the directory",
        "expires_at                  time: when a temporary number ends",
        "disconnected_at             time: when it was given up",
        "config                      object: the settings",
        "created_at                  time: when it was added",
        "updated_at                  time: when it last changed",
        "config.fax_notifications    object: what happens to faxes",
        "\(Known.chosen) \(typed.dropLast())")
      try await conversation.drops(at: Known.chosen)
      try await conversation.leaves()
    }

    @Test func onlyTheColumnsThatAreLeftAreOffered() async throws {
      let conversation = try await conversationWithAnAccount()
      for stage in ["sort", "select"] {
        try await conversation.offers(
          "numbers | count by status | \(stage) ", at: Known.chosen,
          "status  choice",
          "count   integer")
      }
      try await conversation.offers(
        "numbers | select id | where ", at: Known.chosen,
        "not",
        "id   id")
      try await conversation.leaves()
    }

    @Test func behindAnOperatorAreTheValuesWithHowOftenEachWasSeen() async throws {
      let conversation = try await conversationWithAnAccount()
      try await conversation.offers(
        "numbers where status=", at: Known.chosen,
        "active", "inactive", "pending", "released", "null      no value")
      try await conversation.says("numbers | count", at: Known.chosen)
      try await conversation.sees("  250")
      try await conversation.offers(
        "numbers where status=", at: Known.chosen,
        "active       (156)",
        "inactive     (36)",
        "pending      (26)",
        "released     (30)",
        "quarantined  (2)",
        "null         no value")
      try await conversation.leaves()
    }

    @Test func anAccountIsFoundByIdNameOrEmail() async throws {
      let conversation = try conversation()
      try await conversation.offers(
        "use ", "all   every account of the platform", "none  no account",
        "unknown until `accounts` was read")
      try await conversation.says("accounts | select name")
      try await conversation.sees("12 rows")
      for typed in ["acct_01h2", "harbor v", "OWNER@harborvet"] {
        try await conversation.completes("use \(typed)", to: "use \(Known.account) ")
      }
      try await conversation.offers(
        "use realty",
        "acct_01z1vqsb0cb6jzxttcchb984gf  Beacon Realty <owner2@example.com>",
        "acct_01gepvzcx4b2b9qw0vkt41xczh  Beacon Realty <owner5@example.com>")
      try await conversation.leaves()
    }

    @Test func behindExportAreFormatsAndThenPaths() async throws {
      try program.home.write("", to: "reports/2026-08.csv")
      try program.home.write("", to: "reports/2026-09.csv")
      try program.home.write("", to: "reports/last year.csv")
      let conversation = try conversation()
      try await conversation.offers(
        "accounts | export ",
        vocabulary.exporters.map { ($0.signature.name, $0.signature.summary) })
      try await conversation.completes(
        "accounts | export csv ~/rep", to: "accounts | export csv ~/reports/")
      try await conversation.offers(
        "accounts | export csv ~/reports/2026-0", "~/reports/2026-08.csv  ~/reports/2026-09.csv")
      try await conversation.completes(
        "accounts | export csv ~/reports/l",
        to: "accounts | export csv \"~/reports/last year.csv\" ")
      try await conversation.completes(
        "accounts | export csv he", to: "accounts | export csv header=")
      try await conversation.leaves()
    }

    @Test func withoutABeginningThePathsOfTheFolderAreOfferedToo() async throws {
      try program.home.write("", to: "reports/2026-08.csv")
      var program = program
      program.executable = "/bin/sh"
      let conversation = try Conversation(
        program, "-c", "cd ~/reports && exec \(Program.path) --sandbox", columns: 100, rows: 40)
      try await conversation.offers(
        "accounts | export csv ",
        (CSVFormat.options + Export.options).map { ($0.parameter.name, $0.parameter.summary) }
          + [("2026-08.csv", "")])
      try await conversation.leaves()
    }

    @Test func behindADotADollarOrHelpAreSettingsVariablesAndTopics() async throws {
      let conversation = try conversation()
      try await conversation.completes(".timin", to: ".timing ")
      try await conversation.offers(".timing o", "on   off")
      try await conversation.says("param city = Lübeck")
      try await conversation.completes(
        "accounts where name=$", to: "accounts where name=$city ")
      try await conversation.offers(
        "help se",
        vocabulary.signatures.filter { $0.name.hasPrefix("se") }.map { ($0.name, $0.summary) })
      try await conversation.leaves()
    }

    @Test func tabSendsNothing() async throws {
      let conversation = try await conversationWithAnAccount()
      try await conversation.sees(prompt: Known.chosen)
      let before = try await conversation.requests(at: Known.chosen)
      let account = "acct_01h2xcejqtf2nbrexx3vqjhp41"
      for (text, first) in [
        ("", "accounts"), ("use ", account), ("numbers where status=", "active"),
        ("numbers | ", "where"), ("accounts where id=", "null"),
      ] {
        conversation.presses(text + Key.tab + Key.tab)
        // A Ctrl-C while a list is drawn would be none of the line.
        try await conversation.sees(prompt: "\(Known.chosen) \(text)\(first)")
        try await conversation.drops(at: Known.chosen)
      }
      #expect(try await conversation.requests(at: Known.chosen) == before)
      // Who the account is was asked for.
      #expect(before == 1)
      try await conversation.leaves()
    }

    @Test func tabAgainPutsInOneAfterTheOther() async throws {
      let conversation = try conversation()
      try await conversation.sees(prompt: "[test] dialsh>")
      conversation.presses("accounts | s" + Key.tab)
      try await conversation.sees(ending: "[test] dialsh> accounts | s")
      let stages = vocabulary.stageSignatures.map(\.name).filter { $0.hasPrefix("s") }
      for stage in stages + ["s", stages[0]] {
        conversation.presses(Key.tab)
        try await conversation.sees(prompt: "[test] dialsh> accounts | \(stage)")
      }
      try await conversation.drops()
      try await conversation.leaves()
    }
  }
}

extension Conversation {
  /// Types, presses Tab and expects this list below the line; then the line is dropped.
  fileprivate func offers(
    _ typed: String, at prompt: String = "[test] dialsh>", _ rows: String...
  ) async throws {
    try await offers(typed, at: prompt, rows)
  }

  /// The same with these words, each with its summary.
  fileprivate func offers(
    _ typed: String, at prompt: String = "[test] dialsh>", _ words: [(String, String)]
  ) async throws {
    try await offers(typed, at: prompt, Self.rows(words))
  }

  private func offers(_ typed: String, at prompt: String, _ rows: [String]) async throws {
    try await sees(prompt: prompt)
    presses(typed + Key.tab)
    let line = Self.shown("\(prompt) \(typed)")
    try await sees(ending: [line] + rows + [line])
    try await drops(at: prompt)
  }

  /// Types, presses Tab and expects this line, in which the cursor is at the end.
  fileprivate func completes(
    _ typed: String, to line: String, at prompt: String = "[test] dialsh>"
  ) async throws {
    try await sees(prompt: prompt)
    presses(typed + Key.tab)
    try await sees(prompt: Self.shown("\(prompt) \(line)"))
    #expect(person.screen.column == "\(prompt) \(line)".count)
    try await drops(at: prompt)
  }

  /// The row without the blanks at its end, which a screen doesn't tell.
  private static func shown(_ row: String) -> String {
    String(row.reversed().drop { $0 == " " }.reversed())
  }
}
