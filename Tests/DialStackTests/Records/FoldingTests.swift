import DialStack
import Testing

/// Objects that came in the place of ids, by `expand[]`.
struct FoldingTests {
  private let paths = [FieldPath("call"), FieldPath("did")]

  private func items(_ page: PageBody) -> [String] {
    (0..<page.count).map { page[$0].json?.string ?? "" }
  }

  @Test func anObjectIsFoldedToItsIDAndNoOtherByteChanges() throws {
    let body = """
      {"next_page_url":"/v1/x?page=2", "data":[ {"id":"a","did":{"phone_number":"+1","id":"did_1"} , \
      "call":{"x":[1,{"id":"no"}],"id":"call_\\u00e9"}, "z":"\\ud800"},
      {"call":"call_2","id":"b"}, {"id":"c","call":null}, {"id":"d"}, {"id":"e","call":{"x":1}}]}
      """
    let page = try PageBody(scanning: Array(body.utf8), of: ListOwner("acct_1"))
    let (folded, objects) = try page.folded(at: paths)
    #expect(
      items(folded) == [
        #"{"id":"a","did":"did_1" , "call":"call_é", "z":"\ufffd"}"#,
        #"{"call":"call_2","id":"b"}"#,
        #"{"id":"c","call":null}"#, #"{"id":"d"}"#, #"{"id":"e","call":{"x":1}}"#,
      ])
    #expect(folded.nextPageURL == "/v1/x?page=2" && folded.repairedTexts == 1)
    #expect(folded[0].account == "acct_1")
    #expect(
      objects.mapValues { $0.map { $0.json?.string } } == [
        paths[0]: [#"{"x":[1,{"id":"no"}],"id":"call_\u00e9"}"#],
        paths[1]: [#"{"phone_number":"+1","id":"did_1"}"#],
      ])
    #expect(objects[paths[0]]?.first?.account == "acct_1")
  }

  @Test func pathsThatMeetInOneObjectFoldItOnce() throws {
    let body = #"{"data":[{"call":{"did":{"id":"did_1"},"id":"call_1"},"z":1}]}"#
    let page = try PageBody(scanning: Array(body.utf8))
    for paths in [["call", "call"], ["call", "call.did"], ["call.did", "call", "call.did"]] {
      let (folded, objects) = try page.folded(at: paths.map { FieldPath($0) })
      #expect(items(folded) == [#"{"call":"call_1","z":1}"#])
      #expect(
        objects.mapValues(\.count)
          == [FieldPath("call"): 1].merging(
            paths.contains("call.did") ? [FieldPath("call.did"): 1] : [:]
          ) { $1 })
    }
  }

  @Test func aPageOfOneObjectIsFolded() throws {
    let page = try PageBody(scanningObject: Array(#"{"id":"a","call":{"id":"call_1"}}"#.utf8))
    let (folded, objects) = try page.folded(at: paths)
    #expect(items(folded) == [#"{"id":"a","call":"call_1"}"#])
    #expect(objects[paths[0]]?.count == 1)
  }

  @Test func aPageWithoutObjectsStaysAsItIs() throws {
    let page = try PageBody(scanning: Array(#"{"data":[{"id":"a","call":"call_1"}]}"#.utf8))
    let (folded, objects) = try page.folded(at: paths)
    #expect(items(folded) == [#"{"id":"a","call":"call_1"}"#] && objects.isEmpty)
  }
}
