import DialTestSupport
import Testing

extension PromptTests {
  /// What Tab offers, and that it asks nobody.
  @Suite struct CompletionTests {
    private let program: Program

    init() throws {
      // Without colours there is no suggestion behind what is typed.
      program = try .atThePrompt(["NO_COLOR": "1"])
    }

    private func conversation() throws -> Conversation {
      try Conversation(program, "--sandbox", columns: 100, rows: 40)
    }

    private func conversationWithAnAccount() async throws -> Conversation {
      try await .withAnAccount(program, columns: 100, rows: 40)
    }

    @Test func behindNothingAreResourcesAndCommands() async throws {
      let conversation = try conversation()
      try await conversation.offers(
        "",
        "accounts  The accounts of the platform.",
        "numbers   The phone numbers (DIDs) of an account.",
        "use       Choose the account for the statements after it.",
        "param     Declare a variable, given as --NAME=VALUE on the command line.",
        "explain   Say what a pipeline would do, and send nothing.",
        "help      Tell about a resource, a stage, a format or a command.",
        "more      Show the next rows of the last result, without asking again for what was seen.",
        "exit      End the session or the script. `quit` is the same word.")
      try await conversation.completes("nu", to: "numbers ")
      try await conversation.leaves()
    }

    @Test func behindABarAreStages() async throws {
      let conversation = try await conversationWithAnAccount()
      try await conversation.offers(
        "numbers | ", at: Known.chosen,
        "where   Keep the rows for which a condition holds.",
        "select  Choose the columns, in order; `as` gives one another name.",
        "sort    Order the rows; equal rows keep their order, null comes last.",
        "uniq    Keep the first of rows that are alike, in these fields or in all columns.",
        "limit   Take the first N rows, and ask for no page more than they need.",
        "skip    Leave out the first N rows.",
        "last    Take the last N rows, in their order.",
        "count   Count the rows, or the rows of each group, the largest group first.",
        "format  Show phone numbers as +1 (415) 555-1234.",
        "export  Write the rows to standard output, or to a file, whole or not at all.")
      try await conversation.leaves()
    }

    @Test(arguments: ["where", "| select", "| sort", "| count by"])
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
        "use ", "none  no account", "unknown until `accounts` was read")
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
        "table   A table for reading; cells are cut to fit the terminal, never elsewhere.",
        "csv     Comma-separated values: UTF-8, one header row, quotes as RFC 4180 has them.",
        "tsv     Tab-separated values, one line a row.",
        "json    One JSON array; an object a row, with the columns as keys in their order.",
        "ndjson  One JSON object a line, for jq and for databases.")
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
        "header       the names of the columns stand first; yes by default",
        "crlf         lines end as on Windows; no by default",
        "bom          begins with a byte order mark; no by default",
        "delimiter    the separator, as in delimiter=\";\"; a comma by default",
        "formulas     puts ' before a text that a spreadsheet would run as a formula",
        "2026-08.csv")
      try await conversation.leaves()
    }

    @Test func behindADotADollarOrHelpAreSettingsVariablesAndTopics() async throws {
      let conversation = try conversation()
      try await conversation.completes(".ti", to: ".timing ")
      try await conversation.offers(".timing o", "on   off")
      try await conversation.says("param city = Lübeck")
      try await conversation.completes(
        "accounts where name=$", to: "accounts where name=$city ")
      try await conversation.offers(
        "help s",
        "select    Choose the columns, in order; `as` gives one another name.",
        "sort      Order the rows; equal rows keep their order, null comes last.",
        "skip      Leave out the first N rows.",
        "settings  Words with a dot change how the session shows and asks; see each: help .rows")
      try await conversation.leaves()
    }

    @Test func tabSendsNothing() async throws {
      let conversation = try await conversationWithAnAccount()
      try await conversation.sees(prompt: Known.chosen)
      let before = try await conversation.requests(at: Known.chosen)
      for text in ["", "use ", "numbers where status=", "numbers | ", "accounts where id="] {
        conversation.presses(text + Key.tab + Key.tab)
        try await conversation.person.waitAside(for: "the keys to be read") { $0.isHeard }
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
      for stage in ["select", "sort", "skip", "s", "select"] {
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
