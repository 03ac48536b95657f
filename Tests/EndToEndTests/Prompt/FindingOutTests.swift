import DialStack
import DialTestSupport
import Testing

extension PromptTests {
  /// What the session is, what there is, and the words of other prompts.
  @Suite struct FindingOutTests {
    private let program: Program

    init() throws {
      program = try .atThePrompt(["NO_COLOR": "1"])
    }

    private func conversation(rows: Int = 60) throws -> Conversation {
      try Conversation(program, "--sandbox", columns: 100, rows: rows)
    }

    @Test func statusTellsAllButTheKey() async throws {
      let key = "sk_live_4242424242429d3f"
      var program = program
      program.variables["DIALSTACK_API_KEY"] = key
      try await withSandboxProcess { url in
        let conversation = try Conversation(program, "--base-url", url, columns: 100, rows: 30)
        try await conversation.says("use \(Known.account)", at: "[live] dialsh>")
        try await conversation.says(".budget 200", at: "[live] acct_01h2…hp41>")
        try await conversation.says("numbers | limit 1 | count", at: "[live] acct_01h2…hp41>")
        try await conversation.says(".status", at: "[live] acct_01h2…hp41>")
        try await conversation.sees(
          ending: "profile   none",
          "key       sk_live_…9d3f, from DIALSTACK_API_KEY",
          "mode      live: what is seen is real",
          "address   \(url)",
          "account   \(Known.account), Harbor Vet, owner@harborvet.example",
          "requests  2 sent of 200 (`.budget`)",
          "rate      as fast as the API answers",
          "waited    never",
          "[live] acct_01h2…hp41>")
        #expect(!String(decoding: conversation.person.output, as: UTF8.self).contains(key))
        try await conversation.leaves()
      }
    }

    @Test(arguments: [".tables", ".databases", "\\dt", "\\l"])
    func theResourcesAreListed(_ word: String) async throws {
      let conversation = try conversation()
      try await conversation.says(word)
      let rows = Conversation.rows(Catalog.standard.lists.map { ($0.name, $0.summary) })
      try await conversation.sees(
        ending: ["[test] dialsh> \(word)"] + rows.map { "  \($0)" } + ["[test] dialsh>"])
      try await conversation.leaves()
    }

    @Test func whatToMindIsToldOnce() async throws {
      let conversation = try await Conversation.withAnAccount(program, columns: 120, rows: 40)
      let line = "numbers | uniq phone_number | count"
      let result = ["count", "─────", "  240", "1 row · 3 requests · 0.00 s · complete"]
      let mind =
        "mind: a phone_number may stand in several rows: a released one stays beside the live one"
      let first = ["\(Known.chosen) \(line)", mind] + result + [Known.chosen]
      try await conversation.says(line, at: Known.chosen)
      try await conversation.sees(ending: first)
      try await conversation.says(line, at: Known.chosen)
      try await conversation.sees(ending: ["\(Known.chosen) \(line)"] + result + [Known.chosen])
      try await conversation.leaves()
    }

    @Test(arguments: ["describe numbers", ".schema numbers", "\\d numbers", "? numbers"])
    func aResourceIsDescribed(_ line: String) async throws {
      let conversation = try conversation()
      try await conversation.says(line)
      try await conversation.sees("  GET /v1/phone-numbers, newest first by created_at")
      try await conversation.sees(
        ending: "filters of the API",
        "  status =  as the parameter `status`",
        "",
        "relations",
        "  account                     the one of `use`; `accounts` lists them",
        "  routing_target              → users, ring_groups, queues, dial_plans, voice_apps,",
        "                              shared_voicemail_boxes",
        "  location                    → locations",
        "  directory_listing_location  → locations",
        "",
        "by id",
        "  did_…               one number, by its id",
        "  did_… sms_port_out  Until when the text messages of one number may go to another carrier.",
        "",
        "example",
        "  numbers where status=active | limit 5 | export csv",
        "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func aDescriptionTellsWhatWasSeen() async throws {
      let conversation = try Conversation(program, "--sandbox", columns: 180, rows: 60)
      try await conversation.says("use \(Known.account); numbers | count")
      try await conversation.sees("  250")
      try await conversation.says("describe numbers", at: Known.chosen)
      try await conversation.sees(
        "(active: 156, inactive: 36, pending: 26, released: 30, quarantined: 2)")
      try await conversation.sees("keys that the catalog doesn't know")
      try await conversation.sees("  .carrier_hint  object, as first seen in this session")
      try await conversation.sees(prompt: Known.chosen)
      try await conversation.leaves()
    }

    @Test(arguments: ["\\q", ".quit", ".exit", "quit", "exit"])
    func otherPromptsWordsForLeavingLeave(_ word: String) async throws {
      let conversation = try conversation()
      try await conversation.says(word)
      #expect(try await conversation.end() == 0)
      #expect(conversation.person.isCooked)
    }

    @Test func aQuestionMarkIsHelp() async throws {
      let conversation = try conversation(rows: 80)
      try await conversation.says("?")
      try await conversation.sees(
        ending: "", "`help WORD` tells more: help where, help export csv, describe numbers.",
        "[test] dialsh>")
      try await conversation.says("help where")
      try await conversation.sees("where CONDITION")
      try await conversation.says("help export csv")
      try await conversation.sees(
        "  Comma-separated values: UTF-8, one header row, quotes as RFC 4180 has them.")
      try await conversation.says("help errors")
      try await conversation.sees("  What goes wrong, and what becomes of it.")
      try await conversation.leaves()
    }

    @Test(arguments: [
      ("filter status=active", "where", "where CONDITION"), ("head 3", "limit", "limit N"),
      ("tail 3", "last", "last N"), ("group status", "count", "count [by FIELD [as NAME], …]"),
      ("distinct status", "uniq", "uniq [FIELD, …]"), ("top 3", "limit", "limit N"),
    ])
    func wordsOfOtherToolsSayWhatTheyAreHere(
      _ call: String, _ stage: String, _ usage: String
    ) async throws {
      let word = call.split(separator: " ")[0]
      let marks = "^" + String(repeating: "~", count: word.count - 1)
      let conversation = try Conversation(program, "--sandbox", columns: 120, rows: 20)
      try await conversation.says("numbers | \(call)")
      try await conversation.sees(
        ending: "dialsh: 1:11: unknown stage `\(word)`; it is called `\(stage)` here: \(usage)",
        "  numbers | \(call)", "            \(marks)", "[test] dialsh>")
      try await conversation.says(call)
      try await conversation.sees(
        ending: "dialsh: 1:1: `\(word)` is no resource or command; a stage follows a source: "
          + "`numbers | \(usage)`",
        "  \(call)", "  \(marks)", "[test] dialsh>")
      try await conversation.leaves()
    }

    @Test func unknownSettingsGetASuggestion() async throws {
      let conversation = try conversation()
      for (typed, meant) in [(".row 3", ".rows"), (".stauts", ".status"), (".expnd on", ".expand")]
      {
        let word = typed.split(separator: " ")[0]
        try await conversation.says(typed)
        try await conversation.sees(
          ending: "dialsh: 1:1: unknown setting `\(word)`; did you mean `\(meant)`?",
          "  \(typed)", "  ^" + String(repeating: "~", count: word.count - 1), "[test] dialsh>")
      }
      try await conversation.leaves()
    }
  }
}
