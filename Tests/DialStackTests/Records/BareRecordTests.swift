import DialStack
import Testing

/// Records of objects without an envelope.
@Suite struct BareRecordTests {
  private func scan(_ json: String, of account: Account.ID? = nil) throws(PageFault) -> Record {
    try Record(scanning: Array(json.utf8), of: account.map { ListOwner($0) })
  }

  @Test func anObjectIsARecord() throws {
    let record = try scan(" {\"id\":\"did_1\", \"o\":{\"a\":[1]}}\n", of: "acct_1")
    #expect(record.value(at: FieldPath("id")) == .text("did_1"))
    #expect(record.value(at: FieldPath("o.a")) == .list(Bytes("[1]")))
    #expect(record.json == Bytes(#"{"id":"did_1", "o":{"a":[1]}}"#))
    #expect(record.fieldNames == ["id", "o"])
    #expect(record.account == "acct_1")
    #expect(try scan("{}").fieldNames == [])
  }

  @Test func byteOrderMarkIsSkipped() throws {
    #expect(try scan("\u{FEFF}{\"id\":1}").value(at: FieldPath("id")) == .integer(1))
  }

  @Test(arguments: [
    Array(#"{"a":"x\ud800"}"#.utf8), Array(#"{"a":"x"#.utf8) + [0xff] + Array(#""}"#.utf8),
  ])
  func textThatIsNotUnicodeIsRepaired(_ json: [UInt8]) throws {
    #expect(try Record(scanning: json).value(at: FieldPath("a")) == .text("x\u{FFFD}"))
  }

  @Test(arguments: [
    ("", PageFault(.unexpectedEnd, at: 0)), ("{", PageFault(.unexpectedEnd, at: 1)),
    (" []", PageFault(.notAnObject, at: 1)), ("null", PageFault(.notAnObject, at: 0)),
    ("{} {}", PageFault(.trailingBytes, at: 3)), (#"{"a":01}"#, PageFault(.badNumber, at: 5)),
    (#"{"a":1,}"#, PageFault(.unexpectedByte(0x7d), at: 7)),
  ])
  func anythingElseIsAFault(_ json: String, _ fault: PageFault) {
    #expect(throws: fault) { try scan(json) }
  }

  @Test func nestingIsAsDeepAsInAPage() throws {
    func nested(_ depth: Int) -> String {
      #"{"a":"# + String(repeating: "[", count: depth - 1)
        + String(repeating: "]", count: depth - 1) + "}"
    }
    let deepest = PageBody.deepestNesting
    #expect(try scan(nested(deepest)).fieldNames == ["a"])
    #expect(throws: PageFault(.tooDeep, at: deepest + 4)) { try scan(nested(deepest + 1)) }
  }
}
