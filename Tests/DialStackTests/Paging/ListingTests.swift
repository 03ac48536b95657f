import DialStack
import Testing

@Suite struct ListingTests {
  private static let page = JSON.page(of: ["did_2", "did_1"], next: "/p?page=2")

  @Test func nothingIsSentBeforeTheFirstItemIsAskedFor() async throws {
    let transport = ScriptedTransport([])
    let listing = Client(transport: transport).phoneNumbers.list(account: testAccount)
    _ = listing.makeAsyncIterator()
    _ = listing.pages.makeAsyncIterator()
    #expect(transport.requests == [])
  }

  @Test(arguments: [0, -1]) func nothingIsAskedForNothing(_ limit: Int) async throws {
    let transport = ScriptedTransport([])
    let listing = Client(transport: transport).phoneNumbers.list(account: testAccount)
    #expect(try await listing.collect(limit: limit) == [])
    #expect(transport.requests == [])
  }

  @Test(arguments: [(1, 1), (7, 7), (100, 100), (101, 100), (5000, 100)])
  func collectingAsksForNoLargerPagesThanItNeeds(_ limit: Int, _ size: Int) async throws {
    let transport = ScriptedTransport(pages: [JSON.page(of: [])])
    _ = try await Client(transport: transport).phoneNumbers.list(account: testAccount)
      .collect(limit: limit)
    #expect(transport.requests.map(\.target) == ["/v1/phone-numbers?limit=\(size)"])
  }

  @Test func collectingKeepsTheCallersPageSize() async throws {
    let transport = ScriptedTransport(pages: [JSON.page(of: [])])
    _ = try await Client(transport: transport).phoneNumbers.list(limit: 25, account: testAccount)
      .collect(limit: 3)
    #expect(transport.requests.map(\.target) == ["/v1/phone-numbers?limit=25"])
  }

  @Test func collectingStopsInTheMiddleOfAPage() async throws {
    let transport = ScriptedTransport(pages: [Self.page, JSON.page(of: ["did_0"])])
    let numbers = try await Client(transport: transport).phoneNumbers.list(account: testAccount)
      .collect(limit: 1)
    #expect(numbers.map(\.id) == ["did_2"])
    #expect(transport.requests.count == 1)
  }

  @Test(arguments: [0, -1, 101, Int.max])
  func aPageSizeTheAPIWouldRefuseIsNotSent(_ limit: Int) async throws {
    let transport = ScriptedTransport([])
    let listing = Client(transport: transport).phoneNumbers.list(limit: limit, account: testAccount)
    let expected = APIError(.invalidRequest, "a page has 1 to 100 items, not \(limit)")
    #expect(try await apiError { try await listing.firstPage() } == expected)
    #expect(try await apiError { try await listing.collect() } == expected)
    var items = listing.makeAsyncIterator()
    #expect(try await apiError { try await items.next() } == expected)
    #expect(try await items.next() == nil)
    #expect(transport.requests == [])
  }

  @Test func pagesTellTheirNumberAndWhetherMoreFollow() async throws {
    let transport = ScriptedTransport(pages: [Self.page, JSON.page(of: ["did_0"])])
    var pages: [String] = []
    for try await page in Client(transport: transport).phoneNumbers.list(account: testAccount).pages
    {
      pages.append("\(page.number) \(page.items.map(\.id)) \(page.hasMore)")
    }
    #expect(pages == ["1 [did_2, did_1] true", "2 [did_0] false"])
  }

  @Test func eachIterationAsksAnew() async throws {
    let page = JSON.page(of: ["did_1"])
    let transport = ScriptedTransport(pages: [page, page])
    let listing = Client(transport: transport).phoneNumbers.list(account: testAccount)
    #expect(try await listing.collect() == listing.collect())
    #expect(transport.requests.count == 2)
  }

  @Test func recordsGiveTheFieldsOfThePage() async throws {
    let transport = ScriptedTransport(pages: [Self.page, JSON.page(of: [])])
    let endpoint = Endpoint(
      resource: .numbers, parameters: [QueryItem(name: "limit", value: "2")], account: testAccount)
    var pages = Client(transport: transport).records(of: endpoint).makeAsyncIterator()
    let first = try #require(try await pages.next())
    #expect(first.number == 1)
    #expect(first.hasMore)
    #expect(first.body[1].value(at: FieldPath("id")) == .text("did_1"))
    #expect(try await pages.next()?.number == 2)
    #expect(try await pages.next() == nil)
    #expect(transport.requests.map(\.target) == ["/v1/phone-numbers?limit=2", "/p?page=2"])
    #expect(transport.requests.map(\.account) == [testAccount, testAccount])
  }

  @Test func primaryIsNeverAnInactiveNumber() async throws {
    let transport = ScriptedTransport(
      pages: [JSON.page(items: [JSON.number("did_1", status: "inactive")]), JSON.page(of: [])])
    let client = Client(transport: transport)
    #expect(try await client.phoneNumbers.primary(account: testAccount) == nil)
    #expect(try await client.phoneNumbers.primary(account: testAccount) == nil)
  }
}
