import DialSandbox
import DialStack
import Testing

@Suite struct ListingTests {
  @Test func everyPageTogetherGivesEachItemOnceInOrder() async throws {
    let sandbox = try Sandbox()
    let pages = try await walk(sandbox, from: "/v1/phone-numbers?limit=7", by: \.next_page_url)
    let items = pages.flatMap(\.data)
    #expect(pages.count == 36)
    #expect(pages.dropLast().allSatisfy { $0.data.count == 7 })
    #expect(items.count == 250)
    #expect(Set(items.map(\.id)).count == 250)
    let sorted = items.sorted {
      (sortable($1.created_at), $0.id) < (sortable($0.created_at), $1.id)
    }
    #expect(items == sorted)
    #expect(pages.first?.previous_page_url == nil)
  }

  @Test func walkingBackGivesTheSamePagesInTheOtherOrder() async throws {
    let sandbox = try Sandbox()
    let forward = try await walk(
      sandbox, from: "/v1/phone-numbers?limit=50&status=active", by: \.next_page_url)
    let last = try #require(forward.last?.previous_page_url)
    let back = try await walk(sandbox, from: last, by: \.previous_page_url)
    #expect(back.reversed().map(\.data) == forward.dropLast().map(\.data))
    #expect(back.first?.next_page_url != nil)
  }

  @Test func aFilterLeavesExactlyTheRowsOfItsValue() async throws {
    let sandbox = try Sandbox()
    let all = try await walk(sandbox, from: "/v1/phone-numbers?limit=100", by: \.next_page_url)
    let numbers = all.flatMap(\.data)
    for status in ["active", "inactive", "pending", "released"] {
      let some = try await walk(
        sandbox, from: "/v1/phone-numbers?status=\(status)&limit=9", by: \.next_page_url)
      let filtered = some.flatMap(\.data)
      #expect(filtered == numbers.filter { $0.status == status })
      #expect(!filtered.isEmpty)
    }
    let unknown = numbers.filter { $0.status == "quarantined" }
    #expect(unknown.count == 2)
  }

  @Test func pageTokensKeepAFilterWhoseValueHoldsAQuote() async throws {
    var filtered = Resource.numbers
    filtered.filters = [Filter("name", on: "caller_id_name", by: .equal)]
    let sandbox = try Sandbox(
      options: .init(accounts: 1, numbers: 2000),
      catalog: Catalog(resources: [.accounts, filtered]))
    let query = "name=The%20%22Quoted%22%20Caf%C3%A9"
    let whole = try await sandbox.numbers("?limit=100&\(query)").page().data
    #expect(whole.count > 3)
    let pages = try await walk(
      sandbox, from: "/v1/phone-numbers?limit=1&\(query)", by: \.next_page_url)
    #expect(pages.flatMap(\.data) == whole)
  }

  @Test func theDefaultPageHasTenItems() async throws {
    let sandbox = try Sandbox()
    #expect(try await sandbox.numbers().page().data.count == 10)
  }

  @Test func anAccountWithoutNumbersGivesAnEmptyPage() async throws {
    let sandbox = try Sandbox(options: .init(numbers: 0))
    let response = try await sandbox.numbers()
    #expect(
      response.text == """
        {"object":"list","url":"/v1/phone-numbers","next_page_url":null,\
        "previous_page_url":null,"data":[]}
        """)
  }

  @Test(arguments: ["1", "100"]) func aLimitInsideTheBoundsIsObeyed(_ limit: String) async throws {
    let page = try await Sandbox().numbers("?limit=\(limit)").page()
    #expect(String(page.data.count) == limit)
  }

  @Test(arguments: [
    ("0", "out of range"), ("-1", "out of range"), ("101", "out of range"),
    ("abc", "not a number"), ("", "not a number"), ("1.5", "not a number"),
    ("99999999999999999999", "not a number"),
  ]) func aLimitOutsideTheBoundsIsRefused(_ limit: String, _ reason: String) async throws {
    let response = try await Sandbox().numbers("?limit=\(limit)")
    #expect(response.status == 400)
    #expect(
      response.text == """
        {"error":"limit must be between 1 and 100","code":"validation_error",\
        "details":{"limit":"\(reason)"}}
        """)
  }

  @Test func anUnknownValueOfAFilterIsRefused() async throws {
    let response = try await Sandbox().numbers("?status=activ")
    #expect(response.status == 400)
    #expect(
      response.text == """
        {"error":"status must be one of active, inactive, pending, released",\
        "code":"validation_error","details":{"status":"unknown value"}}
        """)
  }

  @Test func unknownParametersAreIgnored() async throws {
    let sandbox = try Sandbox()
    let plain = try await sandbox.numbers("?limit=3")
    let more = try await sandbox.numbers("?stauts=active&limit=3&starting_after=x&%zz=1&=&")
    #expect(more.body == plain.body)
  }

  @Test func smallListsHaveExactlyTheseBodies() async throws {
    let sandbox = try Sandbox(options: .init(accounts: 1, numbers: 2))
    let accounts = try await sandbox.send(Request(target: "/v1/accounts"))
    #expect(accounts.text == Golden.accounts)
    #expect(
      accounts.headers == [
        HeaderField("Content-Type", "application/json"),
        HeaderField("X-Request-Id", "req_0000000001"),
      ])
    #expect(try await sandbox.numbers("?limit=1").text == Golden.firstNumber)
    #expect(try await sandbox.numbers("?page=\(Golden.token)").text == Golden.secondNumber)
  }

  /// Fractions sort as numbers do only where every text has one.
  private func sortable(_ time: String) -> String {
    let bare = time.dropLast()
    return bare.contains(".") ? String(bare) : "\(bare).000000"
  }
}
