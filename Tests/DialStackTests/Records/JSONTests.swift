import DialStack
import Testing

/// JSON outside of pages, read and written.
@Suite struct JSONTests {
  /// The members of `json` as `key value`, and whether it is one whole object.
  private func members(_ json: String) -> ([String], isWhole: Bool) {
    // A slice that begins somewhere within its array.
    var members = JSONMembers((Array("[1,".utf8) + Array(json.utf8)).dropFirst(3))
    var texts: [String] = []
    while let (key, value) = members.next() {
      texts.append(String(decoding: key + [0x20] + value, as: UTF8.self))
    }
    #expect(members.next() == nil)
    return (texts, members.isWhole)
  }

  @Test func membersComeAsTheyAreSpelled() {
    let (members, isWhole) = members(
      #"{"id":"did_1","\u0061":"\"}" , "n":-1.5e3,"o":{"a":[1,"]"]},"l":[],"t":true,"":null}"#)
    #expect(
      members == [
        #""id" "did_1""#, #""\u0061" "\"}""#, #""n" -1.5e3"#, #""o" {"a":[1,"]"]}"#, #""l" []"#,
        #""t" true"#, #""" null"#,
      ])
    #expect(isWhole)
    #expect(self.members("{}") == ([], true))
  }

  @Test(arguments: [
    ("", 0), ("[]", 0), ("null", 0), ("{", 0), (#"{"a""#, 0), (#"{"a":1"#, 1), (#"{"a":1,}"#, 1),
    (#"{"a":1}}"#, 1), (#"{"a":1} "#, 1), (#"{"a":1,"b":01}"#, 1), (#"{"a":1 "b":2}"#, 1),
    (#"{"a":[1}"#, 0), (#"{a:1}"#, 0),
  ])
  func membersEndAtAFault(_ json: String, _ count: Int) {
    let (members, isWhole) = members(json)
    #expect(members.count == count)
    #expect(!isWhole)
  }

  @Test func aMemberIsFoundByItsName() {
    let json = Array(#"[{"a":1,"\u0062":"two","a":3,"c":{"d":4}]"#.utf8).dropFirst()
    let values = ["a", "b", "c", "d"].map { JSONMembers.value(of: Bytes($0), in: json) }
    #expect(
      values == [
        Array("1".utf8)[...], Array(#""two""#.utf8)[...], Array(#"{"d":4}"#.utf8)[...], nil,
      ])
  }

  @Test(arguments: [
    ("null", Value.null), ("true", .boolean(true)), ("-1.50", .number(Bytes("-1.50"))),
    (#""a\"\u00e9""#, .text("a\"é")), ("[1, 2]", .list(Bytes("[1, 2]"))),
    ("{}", .object(Bytes("{}"))), (" 1", .number(Bytes("1"))), ("{} \n", .object(Bytes("{}"))),
  ])
  func valueIsReadFromItsJSON(_ json: String, _ value: Value) {
    #expect(Value(json: Array(json.utf8)) == value)
  }

  @Test(arguments: ["", " ", "01", "nul", #""a"#, #""\ud800""#, "[1", "{} {}"])
  func allElseIsNoValue(_ json: String) {
    #expect(Value(json: Array(json.utf8)) == nil)
  }

  @Test(arguments: [
    ("plain é", #""plain é""#, #""plain é""#),
    ("a\"b\\c\n\u{1}", #""a\"b\\c\n\u0001""#, #""a\"b\\c\n\u0001""#),
    ("<a&b>", #""<a&b>""#, #""\u003ca\u0026b\u003e""#),
    (
      "\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\u{2028}\u{2029}\u{202A}\"",
      "\"\u{2027}\\u2028\\u2029\u{202A}\""
    ),
  ])
  func textsAreEscapedAsAskedFor(_ text: String, _ required: String, _ likeGo: String) {
    func written(_ escapes: JSONEscapes) -> [String] {
      var (bytes, copy): ([UInt8], [UInt8]) = ([], [])
      bytes.appendJSONString(text, escaping: escapes)
      copy.appendJSONString(Bytes(text), escaping: escapes)
      return [bytes, copy].map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(written(.required) == [required, required])
    #expect(written(.likeGo) == [likeGo, likeGo])
  }
}
