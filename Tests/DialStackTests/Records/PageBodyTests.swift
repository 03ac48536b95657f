import DialStack
import Testing

@Suite struct PageBodyTests {
  @Test func anEnvelopeGivesItsItemsAndItsNextURLInAnyOrderOfKeys() throws {
    let page = try scan(
      #"{"data":[{"id":"did_1"},{"id":"did_2"}],"object":"list","next_page_url":"/v1/x?page=a"}"#)
    #expect(page.count == 2)
    #expect(page.nextPageURL == "/v1/x?page=a")
    #expect(page[1].value(at: FieldPath("id")) == .text("did_2"))
  }

  @Test(arguments: [#"{"data":[]}"#, #"{"data":[],"next_page_url":null}"#])
  func anAbsentNextURLIsLikeNull(_ body: String) throws {
    let page = try scan(body)
    #expect(page.nextPageURL == nil)
    #expect(page.count == 0)
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    #expect(try PageBody(scanning: [0xef, 0xbb, 0xbf] + Array(#"{"data":[{}]}"#.utf8)).count == 1)
  }

  @Test func theLastOfRepeatedKeysCounts() throws {
    let page = try scan(
      #"{"data":[1],"data":[{"a":1,"b":2,"\u0061":3}],"next_page_url":1,"next_page_url":"/"}"#)
    #expect(page[0].value(at: FieldPath("a")) == .number(Bytes("3")))
    #expect(page[0].fieldNames == ["a", "b"])
    #expect(page.nextPageURL == "/")
  }

  @Test(arguments: [
    ("", PageFault(.unexpectedEnd, at: 0)),
    ("  ", PageFault(.unexpectedEnd, at: 2)),
    ("<html>", PageFault(.unexpectedByte(UInt8(ascii: "<")), at: 0)),
    ("null", PageFault(.notAnObject, at: 0)),
    (" [1]", PageFault(.notAnObject, at: 1)),
    ("[1", PageFault(.unexpectedEnd, at: 2)),
    ("{}", PageFault(.noData, at: 0)),
    (#"{"data":null}"#, PageFault(.dataNotAList, at: 8)),
    (#"{"data":{}}"#, PageFault(.dataNotAList, at: 8)),
    (#"{"data":[{},7]}"#, PageFault(.itemNotAnObject, at: 12, item: 2)),
    (#"{"data":[7,{},8]}"#, PageFault(.itemNotAnObject, at: 9, item: 1)),
    (#"{"data":[],"next_page_url":7}"#, PageFault(.badNextPageURL, at: 27)),
    (#"{"data":[]} x"#, PageFault(.trailingBytes, at: 12)),
    (#"{"data":[{"a":01}]}"#, PageFault(.badNumber, at: 14, item: 1)),
    (#"{"data":[{},{"a":-}]}"#, PageFault(.badNumber, at: 17, item: 2)),
    (#"{"data":[{"a":1.}]}"#, PageFault(.badNumber, at: 14, item: 1)),
    (#"{"data":[{"a":1e}]}"#, PageFault(.badNumber, at: 14, item: 1)),
    (#"{"data":[{"a":nulk}]}"#, PageFault(.unexpectedByte(UInt8(ascii: "k")), at: 17, item: 1)),
    (#"{"data":[{"a":falsy}]}"#, PageFault(.unexpectedByte(UInt8(ascii: "y")), at: 18, item: 1)),
    (#"{"data":[{"a":"\x"}]}"#, PageFault(.badEscape, at: 15, item: 1)),
    (#"{"data":[{"a":"\u12g4"}]}"#, PageFault(.badEscape, at: 15, item: 1)),
    (#"{"data":[{"a":"\ud800"},7]}"#, PageFault(.itemNotAnObject, at: 24, item: 2)),
    (#"{"data":[{"a":"\ud8"}]}"#, PageFault(.badEscape, at: 15, item: 1)),
    ("{\"data\":[{\"a\":\"\u{1}\"}]}", PageFault(.controlCharacter(1), at: 15, item: 1)),
    (#"{"data":[{"a":1,}]}"#, PageFault(.unexpectedByte(UInt8(ascii: "}")), at: 16, item: 1)),
    (#"{"data":[{"a" 1}]}"#, PageFault(.unexpectedByte(UInt8(ascii: "1")), at: 14, item: 1)),
    (#"{"data":[{}{}]}"#, PageFault(.unexpectedByte(UInt8(ascii: "{")), at: 11)),
  ])
  func aFaultNamesItsReasonItsByteAndItsItem(_ body: String, _ fault: PageFault) {
    #expect(throws: fault) { try scan(body) }
  }

  @Test(
    arguments: [[0x80], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc3]]
      as [[UInt8]])
  func bytesThatAreNotUTF8BecomeReplacementsInTextsOnly(_ bytes: [UInt8]) throws {
    let page = try PageBody(
      scanning: Array(#"{"data":[{"a":"é"#.utf8) + bytes + Array(#""}]}"#.utf8))
    #expect(page.repairedTexts == 1)
    let text = page[0].value(at: FieldPath("a")).string
    #expect(text == "é" + String(decoding: bytes, as: UTF8.self))
    #expect(throws: PageFault.self) { try PageBody(scanning: Array(#"{"data":["#.utf8) + bytes) }
  }

  @Test(arguments: [
    (#""\ud800""#, "\u{FFFD}", 1), (#""\udc00x""#, "\u{FFFD}x", 1),
    (#""\ud800\u0041""#, "\u{FFFD}A", 1), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀", 1),
    (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}", 1), (#""\\ud800\ud800""#, #"\ud800"# + "\u{FFFD}", 1),
    (#""\uD83D\uDE00""#, "😀", 0),
  ])
  func halvesOfSurrogatePairsBecomeReplacements(
    _ json: String, _ text: String, _ count: Int
  ) throws {
    let page = try scan(#"{"data":[{"a":\#(json),"b":"\ud83d\ude00"}]}"#)
    #expect(page[0].value(at: FieldPath("a")) == .text(text))
    #expect(page[0].value(at: FieldPath("b")) == .text("😀"))
    #expect(page.repairedTexts == count)
  }

  @Test func everyTextThatIsNotUnicodeIsCountedOnce() throws {
    let page = try scan(
      #"{"data":[{"a":"\ud800 \ud800","b":["\udc00"],"\udc01":1},{"a":"\\\"\ud800"}]}"#)
    #expect(page.repairedTexts == 4)
    #expect(page[0].fieldNames == ["a", "b", "\u{FFFD}"])
    #expect(page[0].value(at: FieldPath("b")).string == #"["\ufffd"]"#)
  }

  @Test func everyBeginningOfAPageIsRefused() {
    let body = Array(
      ##"{"object":"list","data":[{"id":"d\u00e9","n":-1.5e+3,"o":{"a":[true,false,null]}},{"id":"é"}],"next_page_url":"/v1"}"##
        .utf8)
    for length in 0..<body.count {
      #expect(throws: PageFault.self, "\(length) bytes") {
        try PageBody(scanning: Array(body.prefix(length)))
      }
    }
  }

  @Test func faultsAreToldInASentence() {
    #expect(
      PageFault(.badNumber, at: 14, item: 3).description
        == "a number is spelled wrongly (item 3, byte 14)")
    #expect(PageFault(.unexpectedByte(0x3c), at: 0).description == "`<` is not JSON here (byte 0)")
    #expect(
      PageFault(.unexpectedByte(0x0a), at: 0).description == "byte 0x0a is not JSON here (byte 0)")
  }
}

/// Scans the UTF-8 of `body`.
func scan(_ body: String) throws(PageFault) -> PageBody {
  try PageBody(scanning: Array(body.utf8))
}
