import DialTestSupport
import Testing

extension PromptTests {
  /// A screenful at a time, and what becomes of what was shown.
  @Suite struct RowsTests {
    private let program: Program

    init() throws {
      program = try .atThePrompt(["NO_COLOR": "1"])
    }

    private func conversation(columns: Int = 90, rows: Int = 60) async throws -> Conversation {
      try await .withAnAccount(program, columns: columns, rows: rows)
    }

    @Test func moreGoesOnWithoutAskingAgain() async throws {
      let conversation = try await conversation()
      try await conversation.says(".rows 20", at: Known.chosen)
      try await conversation.says("accounts | select name", at: Known.chosen)
      try await conversation.sees("12 rows · 1 request · 0.00 s · complete")
      try await conversation.says(
        "numbers where status in (pending, released) | select status", at: Known.chosen)
      try await conversation.sees("20 rows shown, more exist · limited · more (1 request, 0.00 s)")
      let before = try await conversation.requests(at: Known.chosen)
      try await conversation.says("more", at: Known.chosen)
      try await conversation.sees("rows 21 to 40 shown, more exist · limited · more (")
      try await conversation.says("more", at: Known.chosen)
      try await conversation.sees("rows 41 to 56 · ")
      try await conversation.says("more", at: Known.chosen)
      try await conversation.sees(
        ending: "that was all: no row is left of the last result", Known.chosen)
      // 250 numbers are three pages, and the first was there already.
      #expect(try await conversation.requests(at: Known.chosen) == (before ?? 0) + 2)
      try await conversation.leaves()
    }

    @Test func theLastResultIsUsedWithoutFetchingItAgain() async throws {
      let conversation = try await conversation()
      try await conversation.says("$it | count", at: Known.chosen)
      try await conversation.sees(
        ending: "dialsh: 1:1: nothing has been shown yet; run a pipeline first",
        "  $it | count", "  ^~~", Known.chosen)
      try await conversation.says(
        "numbers | limit 5 | select id, status; $it | count", at: Known.chosen)
      try await conversation.sees(
        ending: "5 rows · 1 request · 0.00 s · limited",
        "count", "─────", "    5",
        "1 row · 0 requests · 0.00 s · limited, as `$it` is", Known.chosen)
      try await conversation.says("numbers | limit 5", at: Known.chosen)
      try await conversation.sees("5 rows · 1 request · 0.00 s · limited")
      try await conversation.says("$it | count by status", at: Known.chosen)
      try await conversation.sees(
        ending: "status    count", "────────  ─────", "active        2", "pending       2",
        "released      1",
        "3 rows · 0 requests · 0.00 s · limited, as `$it` is", Known.chosen)
      try await conversation.leaves()
    }

    @Test func theLastResultIsExportedWhole() async throws {
      let conversation = try await conversation()
      try await conversation.says(".rows 2", at: Known.chosen)
      try await conversation.says("numbers | select phone_number", at: Known.chosen)
      try await conversation.sees("2 rows shown, more exist · limited · more (1 request, 0.00 s)")
      try await conversation.says("$it | export csv ~/shown.csv", at: Known.chosen)
      try await conversation.sees("250 rows written to \(program.home.path)/shown.csv")
      try await conversation.sees(prompt: Known.chosen)
      #expect(try program.home.read("shown.csv").split(separator: "\n").count == 251)
      // An export leaves the result as it was, and nothing is asked for twice.
      try await conversation.says("more", at: Known.chosen)
      try await conversation.sees(
        "rows 3 to 4 shown, more exist · limited · more (0 requests, 0.00 s)")
      try await conversation.says("| count", at: Known.chosen)
      try await conversation.sees(
        ending: "count", "─────", "  250",
        "1 row · 0 requests · 0.00 s · complete", Known.chosen)
      try await conversation.leaves()
    }

    @Test func rowsOfTheLastResultThatWereNotReadAreReadWhenTheyAreNeeded() async throws {
      let conversation = try await conversation()
      try await conversation.says(".rows 2; numbers | select status", at: Known.chosen)
      try await conversation.says("| limit 3 | count", at: Known.chosen)
      try await conversation.sees(
        ending: "count", "─────", "    3", "1 row · 0 requests · 0.00 s · limited", Known.chosen)
      try await conversation.says("| count", at: Known.chosen)
      try await conversation.sees(
        ending: "count", "─────", "  250",
        "1 row · 2 requests · 0.00 s · complete · `$it` has 250 rows, 150 of them fetched now",
        Known.chosen)
      try await conversation.leaves()
    }

    @Test func aLimitHoldsForEveryResult() async throws {
      // A path of any length has room.
      let conversation = try await conversation(columns: 200)
      try await conversation.says(".limit 3", at: Known.chosen)
      try await conversation.says("numbers | select status", at: Known.chosen)
      try await conversation.sees(
        ending: "3 rows · 1 request · 0.00 s · limited by `.limit 3`", Known.chosen)
      try await conversation.says("accounts | export csv ~/three.csv", at: Known.chosen)
      try await conversation.sees(
        "3 rows written to \(program.home.path)/three.csv · limited by `.limit 3`")
      try await conversation.sees(prompt: Known.chosen)
      try await conversation.leaves()
    }

    @Test func theRequestBehindTheBudgetIsRefusedAndTheRowsAreKept() async throws {
      let conversation = try await conversation(rows: 10)
      try await conversation.says(".budget 2; .rows all; numbers | select status", at: Known.chosen)
      try await conversation.sees(
        ending:
          "dialsh: numbers: all 2 requests of `.budget` were sent; a larger number lets more go (page",
        "2)",
        "100 rows · 1 request · 0.00 s · partial: stopped after page 1", Known.chosen)
      try await conversation.says("$it | count", at: Known.chosen)
      try await conversation.sees("  100")
      #expect(try await conversation.requests(at: Known.chosen) == 2)
      try await conversation.sees("requests  2 sent of 2 (`.budget`)")
      try await conversation.leaves()
    }

    @Test func oneFieldALine() async throws {
      let conversation = try await conversation()
      try await conversation.says(".expand on", at: Known.chosen)
      try await conversation.says(
        "numbers | limit 1 | select id, status, phone_number", at: Known.chosen)
      let expanded = [
        "── 1 ───────────────────────────────────────────────────────────────────────────",
        "id            did_01y3zx5cvad0x3sszv8gjnm6k9",
        "status        active",
        "phone_number  +18186023095",
      ]
      try await conversation.sees(
        ending: expanded + ["1 row · 1 request · 0.00 s · limited", Known.chosen])
      try await conversation.says("\\x", at: Known.chosen)
      try await conversation.sees(ending: ".expand is off", Known.chosen)
      try await conversation.leaves()
    }

    @Test func wideShowsWhatTheTableLeavesOut() async throws {
      let conversation = try await conversation()
      try await conversation.says("accounts | limit 1", at: Known.chosen)
      try await conversation.sees("not shown: ")
      try await conversation.says(".wide on", at: Known.chosen)
      try await conversation.sees(ending: ".wide is on", Known.chosen)
      try await conversation.says("accounts | limit 1", at: Known.chosen)
      try await conversation.sees(
        ending:
          "id                               name       email               phone  primary_contact_na…",
        "───────────────────────────────  ─────────  ──────────────────  ─────  ───────────────────",
        "acct_011qmwk4et6grfv2e1yjzzcxhc  Acme Corp  owner1@example.com  ∅      Mia Chen",
        "1 row · 1 request · 0.00 s · limited",
        "cut by the window: primary_contact_name, tos_status, tos_accepted_at, tos_resign_by,",
        "tos_variant, onboarding_complete, main_location, hold_music_clip, default_button_template,",
        "config, created_at, updated_at (.pager on scrolls to them, .expand on shows them)",
        Known.chosen)
      try await conversation.leaves()
    }

    @Test func timingTellsWhereTheTimeWent() async throws {
      let conversation = try await conversation()
      try await conversation.says("\\timing", at: Known.chosen)
      try await conversation.says("accounts | count", at: Known.chosen)
      try await conversation.sees(
        ending: "count", "─────", "   12", "1 row · 1 request · 0.00 s · complete",
        "time: 0 ms, of it 0 ms for answers (13128 bytes), 0 ms here", Known.chosen)
      try await conversation.leaves()
    }

    @Test func timesAreShownInTheZoneThatWasChosen() async throws {
      let conversation = try await conversation()
      let line = "numbers | limit 1 | select created_at"
      for (zone, shown, time) in [
        ("account", "America/New_York (the account's)", "2026-08-16 22:28:48-04"),
        ("utc", "UTC", "2026-08-17 02:28:48Z"),
        ("Asia/Kathmandu", "Asia/Kathmandu", "2026-08-17 08:13:48+05:45"),
      ] {
        try await conversation.says(".zone \(zone)", at: Known.chosen)
        try await conversation.sees(ending: ".zone is \(shown)", Known.chosen)
        try await conversation.says(line, at: Known.chosen)
        try await conversation.sees(
          ending: time, "1 row · 1 request · 0.00 s · limited", Known.chosen)
      }
      try await conversation.leaves()
    }
  }
}
