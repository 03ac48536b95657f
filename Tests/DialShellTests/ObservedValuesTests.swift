import DialPipeline
import DialShell
import DialStack
import DialTestSupport
import Testing

/// What is remembered of pages.
struct ObservedValuesTests {
  private func records(_ items: String) throws -> [Record] {
    let body = try PageBody(scanning: Array("{\"data\":[\(items)]}".utf8))
    return (0..<body.count).map { body[$0] }
  }

  @Test func valuesAreCountedTheMostFrequentFirst() throws {
    let log = ObservationLog()
    let page = try records(
      #"{"id":"a","status":"odd","fax_enabled":true},{"id":"b","status":"active"},"#
        + #"{"id":"c","status":"odd"},{"id":"d","status":null}"#)
    log.note(page, of: .numbers)
    log.note(page, of: .numbers)
    let values = log.now.values(of: "status", in: "numbers").map { "\($0.value) \($0.count)" }
    #expect(values == ["odd 2", "active 1"], "a row that is read twice counts once")
    #expect(log.now.values(of: "fax_enabled", in: "numbers").map(\.value) == ["true"])
    #expect(log.now.values(of: "id", in: "numbers").isEmpty)
    #expect(log.now.values(of: "status", in: "accounts").isEmpty)
  }

  @Test func unknownKeysHaveTheKindThatTheyHadFirst() throws {
    var observed = ObservedValues()
    observed.note(try records(#"{"id":"a","zeta":1,"alpha":{"x":[]}}"#), of: .numbers)
    observed.note(try records(#"{"id":"b","zeta":"text","beta":null}"#), of: .numbers)
    #expect(
      observed.unknownKeys(of: "numbers").map { "\($0.name) \($0.kind)" }
        == ["alpha object", "beta null", "zeta number"])
  }

  @Test func anAccountIsKnownByIdAndFoundByAPart() throws {
    var observed = ObservedValues()
    observed.note(
      try records(
        #"{"id":"acct_1","name":"Ärzte Haus","email":"Owner@x.example","config":{"timezone":"Asia/Tokyo"}},"#
          + #"{"id":"acct_2","name":null},{"id":"has space"},{"name":"no id"}"#), of: .accounts)
    #expect(observed.accounts.map(\.id) == ["acct_1", "acct_2"])
    let account = try #require(observed.account("acct_1"))
    #expect(account.timeZone == "Asia/Tokyo")
    for part in ["", "ärzte", "e h", "owner@x", "cct_1"] {
      #expect(account.holds(Array(part.utf8)), "\(part)")
    }
    for part in ["zürich", "owner@x.example.com", "acct_11"] {
      #expect(!account.holds(Array(part.utf8)), "\(part)")
    }
    observed.note(ObservedAccount(id: "acct_1", name: "Now other", email: "", timeZone: ""))
    #expect(observed.accounts.map(\.name) == ["Now other", ""])
  }

  @Test func itGrowsWithWhatIsDifferentUpToALimit() throws {
    var observed = ObservedValues()
    let items = (0..<1_000).map { #"{"id":"a\#($0)","status":"s\#($0)","key\#($0)":1}"# }
    observed.note(try records(items.joined(separator: ",")), of: .numbers)
    let long = String(repeating: "x", count: 300)
    observed.note(try records(#"{"id":"b","status":"\#(long)"}"#), of: .numbers)
    #expect(observed.values(of: "status", in: "numbers").count == 200)
    #expect(observed.unknownKeys(of: "numbers").count == 200)
  }

  @Test func aRowIsCountedOnceByItsKey() throws {
    var observed = ObservedValues()
    var resource = MadeUp.extensions
    resource.fields.append(
      Field("kind", .choice, .optional, "what", example: "a", choices: ["a"]))
    let twice = try records(#"{"number":1,"kind":"a"},{"number":1,"kind":"a"}"#)
    observed.note(twice, of: resource)
    #expect(observed.values(of: "kind", in: "extensions").map(\.count) == [1])
  }
}
