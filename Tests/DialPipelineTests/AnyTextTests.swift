import DialLanguage
import DialPipeline
import DialTestSupport
import Testing

/// Whatever is typed is read to its end, and what is wrong with it has its place in the text.
struct AnyTextTests {
  private static let pieces = [
    "accounts", "numbers", "$it", "use", "param", "explain", "help", "exit", ".rows", "\\x", "?",
    "where", "select", "sort", "count", "by", "limit", "export", "csv", "format", "status", "id",
    ".id", "active", "and", "or", "not", "in", "as", "desc", "null", "20", "-7d", "2026-09", "\"",
    "\"a b\"", "'a'", "\\", "$", "$x", "~", "!", "!=", "!~", "=", "==", "<", ">=", "(", ")", ",",
    "|",
    "||", "&", "&&", "*", "{", "@", "`", "#", ";", ";", ";", "\n", "\n", "\u{0}", "\u{1B}[2J", "日本",
    "🎉", "e\u{301}", "\u{202E}", "header=no", "acct_1", "/v1/phone-numbers", "GET", "SELECT",
    "FROM",
  ]

  @Test func nothingOfItStopsTheReading() throws {
    var random = SeededGenerator()
    let seed = random.seed
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        if Bool.random(using: &random) { text += " " }
        text += Self.pieces.randomElement(using: &random) ?? ""
      }
      let size = text.utf8.count
      for diagnostic in Planning.diagnostics(text) {
        let range = diagnostic.range
        try #require(
          0 <= range.lower && range.lower <= range.upper && range.upper <= size,
          "\(text.debugDescription), DIALSH_SEED=\(seed)")
      }
      let outline = Outline(of: text, with: .standard(), in: Planning.scope())
      for problem in outline.problems {
        try #require(
          0 <= problem.lower && problem.lower < problem.upper && problem.upper <= size,
          "\(text.debugDescription), DIALSH_SEED=\(seed)")
      }
    }
  }

  @Test(arguments: [
    (";1️⃣!2️⃣x", "`!` is no operator here; write `not`"),
    (";1️⃣*2️⃣", "`*` cannot stand here; put text that holds it in quotes"),
    ("accounts;1️⃣!2️⃣x", "`!` is no operator here; write `not`"),
    ("accounts;1️⃣*2️⃣ | count", "`*` cannot stand here; put text that holds it in quotes"),
    ("accounts\n1️⃣*2️⃣", "`*` cannot stand here; put text that holds it in quotes"),
  ])
  func aStrayCharacterMayBeginAStatement(_ marked: String, _ message: String) {
    expectRefusal(marked, message)
  }
}
