import DialStack
import DialTestSupport
import Testing

@Suite struct ServerTextTests {
  private let text = ServerText(hiding: testKey)

  @Test(arguments: [
    ("plain ASCII stays", "plain ASCII stays"), ("a\r\nb\tc", "a  b c"), ("é 漢 👍🏽", "é 漢 👍🏽"),
    ("\u{1b}[2J", "␛[2J"), ("\u{9b}31m", "<U+009B>31m"),
    ("a\u{202e}b\u{2066}", "a<U+202E>b<U+2066>"),
    ("\u{200b}\u{feff}", "<U+200B><U+FEFF>"), ("\u{2028}", "<U+2028>"),
    ("\u{e000}", "<U+E000>"), ("pay\u{200d}pal", "pay<U+200D>pal"), ("👩‍🚀", "👩‍🚀"),
    ("", ""),
  ])
  func whatNobodySeesIsMarked(_ given: String, _ shown: String) {
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

  @Test func noTargetShowsAKeyWhateverStandsAroundIt() {
    var random = SeededGenerator()
    let letters = Array("ABCXYZabcxyz0189-_/?&=.")
    func some() -> String {
      String(
        (0..<Int.random(in: 0..<9, using: &random)).map { _ in
          letters.randomElement(using: &random)!
        })
    }
    for round in 0..<2000 {
      let before = some()
      let inside = Array((some() + testKey.text + some()).utf8)
      let spelled =
        round.isMultiple(of: 2) ? String(decoding: inside, as: UTF8.self) : base64(inside)
      let target = "/v1/phone-numbers?page=\(before)\(spelled)\(some())"
      #expect(
        text.redacted(target).contains("sk_test_…9d3f"), "\(target), DIALSH_SEED=\(random.seed)")
    }
  }

  private func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start...].prefix(3)
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for digit in 0...group.count { text.append(digits[bits >> (18 - 6 * digit) & 63]) }
    }
    return text
  }

  private static let secret = "0123456789abcdef9d3f"

  /// Ways to spell the key that a reader could undo, and what is shown of them.
  static let spellings: [(String, String)] = [
    ("sk_test_0123456789\nabcdef9d3f!", "sk_test_…9d3f!"),
    ("s k _ t e s t _ 0 1 2 3 4 5 6 7 8 9 a b c d e f 9 d 3 f.", "sk_test_…9d3f."),
    ("sk_test_0123456789ab\u{200b}cdef9d3f", "sk_test_…9d3f"),
    ("sk_test_0123\u{1b}[0;31m456789abcdef9d3f!", "sk_test_…9d3f!"),
    ("sk_test_0123456789abcdef9d3", "sk_test_…9d3f"),
    ("sk_test_0123456789abdef9d3f!", "sk_test_…9d3f!"),
    ("sk_test_012346789abcdef9d3f!", "sk_test_…9d3f!"),
    ("sk_test_123456789abcdef9d3f", "sk_test_…9d3f"),
    ("k_test_\(secret)", "sk_test_…9d3f"), ("(\(secret))", "(sk_test_…9d3f)"),
    ("x123456789abcx", "xsk_test_…9d3fx"),
    ("%73k_test_%30%31%32%33456789abcdef9d3%66&", "sk_test_…9d3f&"),
    ("sk_test_0123%0A456789abcdef9d3f", "sk_test_…9d3f"),
    (#"sk_test_\u0030\u00311234\n56789abcdef9d3f"#, #"sk_test_\u0030\u0031sk_test_…9d3f"#),
    (#"sk_test_01234\n56789abcdef9d3f"#, "sk_test_…9d3f"),
    // The key in base64 behind nothing, `a:`, `ab:`, as its groups of four may begin.
    ("c2tfdGVzdF8wMTIzNDU2Nzg5YWJjZGVmOWQzZg==", "sk_test_…9d3f=="),
    ("/v1/c2tfdGVzdF8wMTIzNDU2Nzg5YWJjZGVmOWQzZg", "/v1/sk_test_…9d3f"),
    ("YTpza190ZXN0XzAxMjM0NTY3ODlhYmNkZWY5ZDNm", "YTsk_test_…9d3f"),
    ("YWI6c2tfdGVzdF8wMTIzNDU2Nzg5YWJjZGVmOWQzZg==", "YWI6sk_test_…9d3f=="),
    ("c2tfdGVzdF8w MTIzNDU2Nzg5YWJj\r\nZGVmOWQzZg==", "sk_test_…9d3f=="),
    ("YTpza190ZXN0XzAxMjM0NTY3ODlhYmNkZWY5ZDNm%3D", "YTsk_test_…9d3f%3D"),
  ]

  @Test(arguments: spellings) func theKeyIsHiddenHoweverItIsSpelled(
    _ given: String, _ shown: String
  ) {
    #expect(text.line(given) == shown)
    #expect(
      text.redacted(given).unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }
        == shown.unicodeScalars.map(\.self))
  }

  @Test func theURLAlphabetOfBase64IsRead() throws {
    let text = ServerText(hiding: APIKey("sk_live_~~?>~~?>~~?>~~?>"))
    #expect(text.line("key fn4_Pn5-Pz5-fj8-fn4_Pg") == "key sk_live_…~~?>")
    #expect(text.line("key fn4/Pn5+Pz5+fj8+fn4/Pg") == "key sk_live_…~~?>")
  }

  @Test(arguments: [
    "0123456789a", "req_0123456789zbcdef9d3f", "MDEyMzQ1Njc4OWE=", "sk_test_", "%30123456789",
  ])
  func lessThanTwelveCharactersOfASecretAreNoKey(_ given: String) {
    #expect(text.line(given) == given)
  }

  @Test func aShortSecretIsHiddenWithItsKindOnly() {
    let text = ServerText(hiding: APIKey("sk_test_1"))
    #expect(text.line("1 of 11: sk_test_1, SK") == "1 of 11: sk_test_…, SK")
  }

  @Test func anErrorShowsNoPartOfTheKey() async throws {
    let spelled = "k_test_0123456789\\nabcdef9d3f"
    let body = #"""
      {"error":"\#(spelled)","code":"\#(spelled)","details":{"\#(spelled)":"x\#(spelled)"}}
      """#
    let headers = [HeaderField("X-Request-Id", "MDEyMzQ1Njc4OWFiY2RlZg==")]
    let answer = Response(status: 400, headers: headers, body: Array(body.utf8))
    let transport = ScriptedTransport([answer])
    let client = Client(
      transport: transport, hiding: testKey, options: ClientOptions(), timing: .system)
    let error = try await apiError {
      try await client.phoneNumbers.list(account: testAccount).firstPage()
    }
    #expect(
      error?.description
        == "sk_test_…9d3f (page 1, status 400, code sk_test_…9d3f, "
        + "sk_test_…9d3f: xsk_test_…9d3f, request sk_test_…9d3f==)")
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
