import DialTestSupport
import Testing

extension PromptTests {
  /// Colours and suggestions while a line is typed.
  @Suite struct SeeingTests {
    private let program: Program
    private let prompt = "⟨32:[test]⟩ acct_01h2…hp41> "

    init() throws {
      program = try .atThePrompt()
    }

    private func conversation(_ variables: [String: String] = [:]) async throws -> Conversation {
      var program = program
      program.variables.merge(variables) { $1 }
      return try await .withAnAccount(program, columns: 100, rows: 40)
    }

    @Test func wordsHaveTheColoursOfWhatTheyAre() async throws {
      let conversation = try await conversation()
      try await conversation.looks(
        "use acct_1 # why",
        as: prompt + "⟨35:use⟩ ⟨32:acct_1⟩ ⟨2:# why⟩")
      try await conversation.looks(
        "param a=active; numbers where status=$a | count by status",
        as: prompt + "⟨35:param⟩ a=⟨32:active⟩; ⟨1:numbers⟩ ⟨34:where⟩ status=⟨36:$a⟩ | ⟨34:count⟩ "
          + "⟨34:by⟩ status")
      try await conversation.looks(
        "numbers where caller_id_name=\"日本 🎉\" and status=active",
        as: prompt + "⟨1:numbers⟩ ⟨34:where⟩ caller_id_name=⟨32:\"日本 🎉\"⟩ ⟨34:and⟩ "
          + "status=⟨32:active⟩")
      try await conversation.leaves()
    }

    @Test(arguments: [
      ("numbers where staus=active |", "⟨1:numbers⟩ ⟨34:where⟩ ⟨4;31:staus⟩=⟨32:active⟩ |"),
      ("numbers where status=actve |", "⟨1:numbers⟩ ⟨34:where⟩ status=⟨4;31:actve⟩ |"),
      ("numbers | selct id", "⟨1:numbers⟩ | ⟨4;31:selct⟩ id"),
      ("nubmers |", "⟨4;31:nubmers⟩ |"),
      (
        "numbers | count by status | sort id",
        "⟨1:numbers⟩ | ⟨34:count⟩ ⟨34:by⟩ status | ⟨34:sort⟩ ⟨4;31:id⟩"
      ),
      (".rows many", "⟨35:.rows⟩ ⟨4;31:many⟩"),
    ])
    func aWrongWordIsUnderlinedBeforeEnter(_ typed: String, _ row: String) async throws {
      let conversation = try await conversation()
      try await conversation.looks(typed + " ", as: prompt + row)
      try await conversation.leaves()
    }

    @Test func aWordThatMayYetBecomeRightIsNot() async throws {
      let conversation = try await conversation()
      try await conversation.looks("numb", as: prompt + "⟨1:numb⟩⟨2:ers⟩")
      try await conversation.looks(
        "numbers where sta", as: prompt + "⟨1:numbers⟩ ⟨34:where⟩ sta⟨2:tus⟩")
      try await conversation.looks(
        "numbers where status=act", as: prompt + "⟨1:numbers⟩ ⟨34:where⟩ status=⟨32:act⟩⟨2:ive⟩")
      // Nothing begins like that.
      try await conversation.looks(
        "numbers where stx", as: prompt + "⟨1:numbers⟩ ⟨34:where⟩ ⟨4;31:stx⟩")
      try await conversation.leaves()
    }

    @Test func theArrowTakesTheSuggestion() async throws {
      let conversation = try await conversation()
      try await conversation.says("numbers | count by status | limit 1", at: Known.chosen)
      try await conversation.sees("1 row")
      try await conversation.looks(
        "numbers | c", then: Key.right,
        as: prompt + "⟨1:numbers⟩ | ⟨34:count⟩ ⟨34:by⟩ status | ⟨34:limit⟩ ⟨32:1⟩",
        passing: prompt + "⟨1:numbers⟩ | ⟨34:c⟩⟨2:ount by status | limit 1⟩")
      try await conversation.leaves()
    }

    @Test func aLineThatWasRefusedIsNeverSuggested() async throws {
      for _ in 0..<2 {
        let conversation = try await conversation()
        try await conversation.says("accounts | limit 1 | selct id", at: Known.chosen)
        // The mended line stands dim at the prompt, and another line takes its place.
        try await conversation.sees(styled: prompt + "⟨2:accounts | limit 1 | select id⟩")
        conversation.presses(" " + Key.backspace)
        try await conversation.looks(
          "accounts | limit 1 | s", as: prompt + "⟨1:accounts⟩ | ⟨34:limit⟩ ⟨32:1⟩ | ⟨34:s⟩")
        try await conversation.leaves()
      }
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["rc": ".highlight off"]])
    func nothingOfItWhereItIsNotWanted(_ variables: [String: String]) async throws {
      if let line = variables["rc"] { try program.home.write(line + "\n", to: "config/dialsh/rc") }
      let conversation = try await conversation(variables)
      try await conversation.sees(prompt: Known.chosen)
      let start = conversation.person.output.count
      conversation.presses("numbers where staus=active | lim")
      try await conversation.sees(prompt: "\(Known.chosen) numbers where staus=active | lim")
      conversation.presses(Key.right + "x")
      try await conversation.sees(prompt: "\(Known.chosen) numbers where staus=active | limx")
      // Not even colours that were painted over.
      let sent = String(decoding: conversation.person.output[start...], as: UTF8.self)
      #expect(!sent.contains("[34m") && !sent.contains("[2m") && !sent.contains("[4"))
      try await conversation.drops(at: Known.chosen)
      try await conversation.leaves()
    }

    @Test func whatIsSentIsWhatWasTyped() async throws {
      let conversation = try await conversation()
      try await conversation.says("param city = \"東京 🗼 é\"; help nothing", at: Known.chosen)
      try await conversation.sees("no help")
      try await conversation.says(".history city", at: Known.chosen)
      try await conversation.sees("1  param city = \"東京 🗼 é\"; help nothing")
      try await conversation.says(
        "accounts where name!=\"東京 🗼\" and id=acct_01h2xcejqtf2nbrexx3vqjhp41 | select name",
        at: Known.chosen)
      try await conversation.sees(
        ending: "name", "──────────", "Harbor Vet", "1 row · 1 request · 0.00 s · complete",
        Known.chosen)
      // A mistake is shown as it was sent, with marks below the right columns.
      try await conversation.says("accounts where name=\"東京 🗼\" and nam=1", at: Known.chosen)
      try await conversation.sees(
        ending: "dialsh: 1:32: unknown field `nam` in accounts; did you mean `name`?",
        "  accounts where name=\"東京 🗼\" and nam=1",
        "                                    ^~~",
        "\(Known.chosen) accounts where name=\"東京 🗼\" and name=1")
      try await conversation.leaves()
    }
  }
}

extension Conversation {
  /// Types and expects the row with its styles marked; then the line is dropped.
  fileprivate func looks(
    _ typed: String, then keys: String = "", as row: String, passing: String? = nil
  ) async throws {
    try await sees(prompt: Known.chosen)
    presses(typed)
    if let passing { try await sees(styled: passing) }
    presses(keys)
    try await sees(styled: row)
    try await drops(at: Known.chosen)
  }
}
