import DialStack
import Testing

@Suite struct ServerTextTests {
  private let text = ServerText(hiding: testKey)

  @Test(arguments: [
    ("plain ASCII stays", "plain ASCII stays"), ("a\r\nb\tc", "a  b c"), ("é 漢 👍🏽", "é 漢 👍🏽"),
    ("\u{1b}[2J", #"\u{1b}[2J"#), ("\u{9b}31m", #"\u{9b}31m"#),
    ("a\u{202e}b\u{2066}", #"a\u{202e}b\u{2066}"#),
    ("\u{200b}\u{feff}", #"\u{200b}\u{feff}"#), ("\u{2028}", #"\u{2028}"#),
    ("\u{e000}", #"\u{e000}"#),
    ("", ""),
  ])
  func whatNobodySeesIsSpelledOut(_ given: String, _ shown: String) {
    #expect(text.line(given) == shown)
  }

  @Test func bytesThatAreNoTextBecomeReplacements() {
    #expect(text.line([0x61, 0xff, 0xc3, 0x62]) == "a\u{fffd}\u{fffd}b")
  }

  @Test func twoHundredCharactersAreKept() {
    let whole = String(repeating: "x", count: 200)
    #expect(text.line(whole) == whole)
    #expect(text.line(whole + "x") == whole + "…")
    #expect(text.line("abc", limit: 2) == "ab…")
  }

  @Test(arguments: 0..<30) func noLengthShowsPartOfAKey(_ start: Int) {
    let shift = String(repeating: "x", count: start)
    let echo = shift + String(repeating: testKey.text, count: 400)
    let line = text.line(echo)
    #expect(line.hasPrefix(shift + "sk_test_…9d3fsk_test_…9d3f"))
    #expect(line.unicodeScalars.count == 201)
    #expect(!line.contains("0123"))
    #expect(!text.redacted(echo).contains("0123"))
  }

  @Test func theKeyAloneIsHidden() {
    #expect(text.line(testKey.text) == "sk_test_…9d3f")
    #expect(text.line("a" + testKey.text) == "ask_test_…9d3f")
    #expect(text.redacted("/p?k=\(testKey.text)&x") == "/p?k=sk_test_…9d3f&x")
  }

  @Test func withoutAKeyNothingIsHidden() {
    #expect(ServerText(hiding: nil).line(testKey.text) == testKey.text)
    #expect(ServerText(hiding: nil).redacted(testKey.text) == testKey.text)
  }
}
