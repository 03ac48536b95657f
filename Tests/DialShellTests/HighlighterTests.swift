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
    "numbers where status=‹$city› | count",
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
    (".timin", "g"), ("numbers | export csv h", ""),
  ])
  func whatIsCertainIsSuggested(_ text: String, _ rest: String) {
    #expect(Typing().decoration(of: text).suggestion == rest)
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
