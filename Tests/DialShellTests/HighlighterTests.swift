import DialExport
import DialPipeline
import DialShell
import LineEditing
import ShellTestSupport
import Testing

/// Colours, wrong words and suggestions while a line is typed.
struct HighlighterTests {
  @Test(arguments: [
    "‹nubmers› | limit 1", "numbers | ‹lmit› 1", "numbers where ‹staus›=active | count",
    "numbers where status=‹actve› | count", "numbers where status in (active, ‹actve›) | count",
    "numbers | count by status | sort ‹id› desc", "numbers | select ‹nam›, id",
    "numbers where caller_id_name=\"日本 🎉\" and ‹staus›=active | count",
    "numbers | limit ‹x› | count", "numbers | export ‹cvs› file", "‹.stauts› ", ".rows ‹many› ",
    ".timing ‹maybe› ", "‹$them› | count", "use acct_1; ‹nubmers› | count", "exit ‹now› ",
    "numbers where status=‹$city› | count", "qu_1 ‹membrs› | limit 3",
    "qu_1 members ‹now› | limit 3",
    "numbers ‹nope› | limit 3", "qu_1 ‹limit› ‹3› | count", "numbers did_1 ‹nope› | count",
  ])
  func aWrongWordIsUnderlined(_ expected: String) {
    let text = expected.filter { $0 != "‹" && $0 != "›" }
    #expect(Typing().marked(text) == expected)
  }

  @Test(arguments: [
    "numbers", "numb", "numbers |", "numbers | lim", "numbers where sta",
    "numbers where status=act",
    "numbers where created_at >= 2026-", "numbers where caller_id_name=\"日本", "use acct",
    "numbers | export cs", "numbers | export csv /no/such/place/", ".tim", ".timing o", "$i",
    "numbers | select id as x", "numbers | sort id d", "numbers where status=active and fax_en",
    "param a = active; numbers where status=$a | count", "help sor", "", " ", "# nothing at all",
    "numbers where created_at in 2026-09 | count", "explain numbers | count",
    "numbers where (status=active or", "numbers where status=\"brand_new\" | count",
    "qu_1", "qu_1 mem", "qu_1 whe", "qu_1 members", "qu_1 members | limit 3",
    "numbers did_1 | limit 3",
  ])
  func whatIsRightOrMayYetBecomeSoIsNot(_ text: String) {
    #expect(Typing().marked(text) == text)
  }

  @Test func onlyTheWordAtTheCursorIsStillBeingTyped() {
    #expect(Typing().marked("numbers where sta▮=1 | count") == "numbers where sta=1 | count")
    #expect(Typing().marked("numbers where ▮sta=1 | count") == "numbers where ‹sta›=1 | count")
  }

  @Test(arguments: [
    ("numb", "ers"), ("numbers where sta", "tus"), ("numbers where status=act", "ive"),
    ("numbers | s", ""), ("numbers where ", ""), ("numbers | export csv /et", ""), ("num▮bers", ""),
    ("qu_1 mem", "bers"), (".timin", "g"), ("numbers | export csv h", ""),
  ])
  func whatIsCertainIsSuggested(_ text: String, _ rest: String) {
    #expect(Typing().decoration(of: text).suggestion == rest)
  }

  @Test func whatAnIDNamesIsColoured() {
    let spans = Typing().decoration(of: "qu_1 members; numbers did_1").spans
    #expect(
      Set(spans) == [
        Decoration.Span(0..<4, style: Style(.source, in: .colors)),
        Decoration.Span(5..<12, style: Style(.source, in: .colors)),
        Decoration.Span(14..<21, style: Style(.source, in: .colors)),
        Decoration.Span(22..<27, style: Style(.value, in: .colors)),
      ])
  }

  @Test func placesAreCountedInScalars() {
    let spans = Typing().decoration(of: "accounts where name=\"é🎉\" # 日本").spans
    #expect(
      Set(spans) == [
        Decoration.Span(0..<8, style: Style(.source, in: .colors)),
        Decoration.Span(9..<14, style: Style(.keyword, in: .colors)),
        Decoration.Span(20..<24, style: Style(.value, in: .colors)),
        Decoration.Span(25..<29, style: Style(.comment, in: .colors)),
      ])
  }
}
