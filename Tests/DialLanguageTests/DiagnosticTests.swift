import DialLanguage
import DialTestSupport
import TerminalText
import Testing

struct DiagnosticTests {
  @Test func theLineIsShownWithMarksBelow() {
    let source = SourceText("use x\nnumbers where staus=active", name: "report.dial")
    let diagnostic = Diagnostic(at: source.range(20, 25), "unknown field `staus`")
    #expect(
      diagnostic.rendered(width: nil) == """
        report.dial:2:15: unknown field `staus`
          numbers where staus=active
                        ^~~~~
        """)
  }

  @Test func marksStandBelowWideCharacters() {
    let marked = MarkedText("x where a=\"日本👩‍👩‍👧é\" and 1️⃣b́c2️⃣=1")
    #expect(
      Diagnostic(at: marked.range, "no").rendered(width: nil) == """
        1:22: no
          x where a="日本👩‍👩‍👧é" and b́c=1
                                  ^~
        """)
  }

  @Test func escapesOfATerminalAreShownNotSent() {
    let source = SourceText("numb\u{1B}[31mers \u{202E}x")
    let text = Diagnostic(at: source.range(0, 4), "bad `\u{7}`").rendered(width: nil)
    #expect(
      text == """
        1:1: bad `␇`
          numb␛[31mers <U+202E>x
          ^~~~
        """)
  }

  @Test func aLongLineIsCutAroundThePlace() {
    let source = SourceText(
      String(repeating: "a", count: 5000) + " b " + String(repeating: "c", count: 5000))
    let text = Diagnostic(at: source.range(5001, 5002), "here").rendered(width: nil)
    #expect(
      text == """
        1:5002: here
          …\(String(repeating: "a", count: 77)) b \(String(repeating: "c", count: 78))…
        \(String(repeating: " ", count: 81))^
        """)
  }

  @Test(arguments: [
    (
      40, "…tus=active and staus=pending | selec…",
      "                ^~~~~"
    ),
    (
      24, "…ve and staus=pending…",
      "        ^~~~~"
    ),
    (8, "staus…", "^~~~~"), (4, "s…", "^~"), (1, "…", "^"),
    (
      200, "numbers where status=active and staus=pending | select id, status",
      "                                ^~~~~"
    ),
  ])
  func aNarrowTerminalCutsTheLineAroundThePlace(_ width: Int, _ line: String, _ marks: String) {
    let marked = MarkedText(
      "numbers where status=active and 1️⃣staus2️⃣=pending | select id, status")
    #expect(
      Diagnostic(at: marked.range, "no").rendered(width: width)
        == "1:33: no\n  \(line)\n  \(marks)")
  }

  @Test func aLongMessageIsCut() {
    let text = Diagnostic(at: SourceText("a").range(0, 1), String(repeating: "x", count: 1_000_000))
      .rendered(width: nil)
    #expect(text == "1:1: " + String(repeating: "x", count: 600) + "…\n  a\n  ^")
  }

  @Test func diagnosticsStandInTheOrderOfTheTextOnce() {
    let source = SourceText("numbers")
    let late = Diagnostic(at: source.range(5, 6), "late")
    let early = Diagnostic(at: source.range(1, 2), "early")
    #expect(Rejection(late, [early, late]).diagnostics == [early, late])
  }

  @Test(arguments: [
    ("staus", "status"), ("cvs", "csv"), ("nubmers", "numbers"), ("zzz", nil),
    ("", nil), ("status_", "status"),
  ])
  func theNearestWordIsFound(_ word: String, _ expected: String?) {
    #expect(Spelling.nearest(to: word, in: ["status", "csv", "numbers", "tsv"]) == expected)
  }

  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("ｱ", 1),
    ("\u{200D}", 0), ("❤️", 2), ("❤", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("\t", 0),
  ])
  func widthsAreThoseOfATerminal(_ text: String, _ width: Int) {
    #expect(text.displayWidth == width)
  }
}
