import DialStack
import Testing

/// The seed's `formatE164`: `/^\+1(\d{3})(\d{3})(\d{4})$/`.
@Suite struct E164Tests {
  @Test(arguments: ["+14155551234", "+10000000000", "+19999999999"])
  func northAmericanNumbersAreSpelledOut(_ number: String) {
    let digits = Array(number)
    let spelled =
      "+1 (\(String(digits[2..<5]))) \(String(digits[5..<8]))-\(String(digits[8..<12]))"
    #expect(E164.display(number) == spelled)
    #expect(E164.display(Bytes(number)) == Bytes(spelled))
  }

  @Test func theSeedsExample() {
    #expect(E164.display("+14155551234") == "+1 (415) 555-1234")
  }

  @Test(arguments: [
    "", "+1", "14155551234", "+1415555123", "+141555512345", "+24155551234", "+441632960961",
    "+1415555123a", "+14155551234\n", " +14155551234", "+1415555123٤", "+1415555１２", "＋14155551234",
    "+1415555123\u{301}", "+1 415555123", "sip:4155551234", "1001",
  ])
  func everythingElseStaysAsItIs(_ text: String) {
    #expect(Array(E164.display(text).utf8) == Array(text.utf8))
    #expect(E164.display(Bytes(text)) == Bytes(text))
  }
}
