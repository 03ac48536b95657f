import DialTestSupport
import Testing

extension PromptTests {
  /// Colours and suggestions while a line is typed.
  @Suite struct SeeingTests {
    private let program: Program
    private let prompt = "⟨38;5;29:[test]⟩ acct_01h2…hp41> "

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
        as: prompt + "⟨38;5;163:use⟩ ⟨38;5;29:acct_1⟩ ⟨38;5;243:# why⟩")
      try await conversation.looks(
        "param a=active; numbers where status=$a | count by status",
        as: prompt
          + "⟨38;5;163:param⟩ a=⟨38;5;29:active⟩; ⟨1:numbers⟩ ⟨38;5;63:where⟩ status=⟨38;5;98:$a⟩ | ⟨38;5;63:count⟩ "
          + "⟨38;5;63:by⟩ status")
      try await conversation.looks(
        "numbers where caller_id_name=\"日本 🎉\" and status=active",
        as: prompt + "⟨1:numbers⟩ ⟨38;5;63:where⟩ caller_id_name=⟨38;5;29:\"日本 🎉\"⟩ ⟨38;5;63:and⟩ "
          + "status=⟨38;5;29:active⟩")
      try await conversation.leaves()
    }

    @Test(arguments: [
      (
        "numbers where staus=active |",
        "⟨1:numbers⟩ ⟨38;5;63:where⟩ ⟨4;38;5;131:staus⟩=⟨38;5;29:active⟩ |"
      ),
      ("numbers where status=actve |", "⟨1:numbers⟩ ⟨38;5;63:where⟩ status=⟨4;38;5;131:actve⟩ |"),
      ("numbers | selct id", "⟨1:numbers⟩ | ⟨4;38;5;131:selct⟩ id"),
      ("nubmers |", "⟨4;38;5;131:nubmers⟩ |"),
      (
        "numbers | count by status | sort id",
        "⟨1:numbers⟩ | ⟨38;5;63:count⟩ ⟨38;5;63:by⟩ status | ⟨38;5;63:sort⟩ ⟨4;38;5;131:id⟩"
      ),
      (".rows many", "⟨38;5;163:.rows⟩ ⟨4;38;5;131:many⟩"),
    ])
    func aWrongWordIsUnderlinedBeforeEnter(_ typed: String, _ row: String) async throws {
      let conversation = try await conversation()
      try await conversation.looks(typed + " ", as: prompt + row)
      try await conversation.leaves()
    }

    @Test func aWordThatMayYetBecomeRightIsNot() async throws {
      let conversation = try await conversation()
      try await conversation.looks("numb", as: prompt + "⟨1:numb⟩⟨38;5;243:ers⟩")
      try await conversation.looks(
        "numbers where sta", as: prompt + "⟨1:numbers⟩ ⟨38;5;63:where⟩ sta⟨38;5;243:tus⟩")
      try await conversation.looks(
        "numbers where status=act",
        as: prompt + "⟨1:numbers⟩ ⟨38;5;63:where⟩ status=⟨38;5;29:act⟩⟨38;5;243:ive⟩")
      // Nothing begins like that.
      try await conversation.looks(
        "numbers where stx", as: prompt + "⟨1:numbers⟩ ⟨38;5;63:where⟩ ⟨4;38;5;131:stx⟩")
      try await conversation.leaves()
    }

    @Test func theArrowTakesTheSuggestion() async throws {
      let conversation = try await conversation()
      try await conversation.says("numbers | count by status | limit 1", at: Known.chosen)
      try await conversation.sees("1 row")
      try await conversation.looks(
        "numbers | c", then: Key.right,
        as: prompt
          + "⟨1:numbers⟩ | ⟨38;5;63:count⟩ ⟨38;5;63:by⟩ status | ⟨38;5;63:limit⟩ ⟨38;5;29:1⟩",
        passing: prompt + "⟨1:numbers⟩ | ⟨38;5;63:c⟩⟨38;5;243:ount by status | limit 1⟩")
      try await conversation.leaves()
    }

    @Test func aMendedLineStandsDimBehindItsRefusal() async throws {
      let conversation = try await conversation()
      try await conversation.says("numbers status=released | count", at: Known.chosen)
      try await conversation.sees(
        styled: prompt + "⟨38;5;243:numbers where status=released | count⟩")
      conversation.presses(Key.right + Key.enter)
      try await conversation.sees(
        ending: "count", "─────", "   30", "1 row · 1 request · 0.00 s · complete", Known.chosen)
      try await conversation.leaves()
    }

    @Test func aLineThatWasRefusedIsNeverSuggested() async throws {
      for _ in 0..<2 {
        let conversation = try await conversation()
        try await conversation.says("accounts | limit 1 | szzz id", at: Known.chosen)
        try await conversation.sees("dialsh: 1:22: unknown stage `szzz`")
        try await conversation.looks(
          "accounts | limit 1 | s",
          as: prompt + "⟨1:accounts⟩ | ⟨38;5;63:limit⟩ ⟨38;5;29:1⟩ | ⟨38;5;63:s⟩")
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
      #expect(!sent.contains(/\u{1B}\[[0-9;]*m/))
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
