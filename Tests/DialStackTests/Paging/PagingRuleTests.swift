import DialStack
import DialTestSupport
import Testing

/// The client's rules for lists, against a server that breaks them.
@Suite struct PagingRuleTests {
  /// The ids that a listing gives, and how it fails.
  private func walk(
    _ script: @escaping @Sendable (HostileServer.Received) -> [HostileServer.Move]
  ) async throws -> (ids: [String], error: APIError?, targets: [String]) {
    try await HostileServer.run(script) { server in
      var ids: [String] = []
      let error = try await apiError {
        for try await number in server.client().phoneNumbers.list(account: testAccount) {
          ids.append(number.id.rawValue)
        }
      }
      return (ids, error, server.log.targets)
    }
  }

  private func error(
    _ kind: APIError.Kind, _ message: String, status: Int = 200, code: String? = nil,
    request: Int, page: Int, item: Int? = nil
  ) -> APIError {
    var error = APIError(
      kind, message, status: status, code: code, requestID: "req_\(request)", attempts: 1)
    error.page = page
    error.position = item
    return error
  }

  private static let first = "/v1/phone-numbers?limit=100"

  @Test func pagesAreFollowedToTheEnd() async throws {
    let (ids, error, targets) = try await walk { request in
      switch request.index {
      case 0: HTTP.page(of: ["did_3", "did_2"], next: "/v1/phone-numbers?page=a%2Bb")
      default: HTTP.page(of: ["did_1"])
      }
    }
    #expect(ids == ["did_3", "did_2", "did_1"])
    #expect(error == nil)
    #expect(targets == [Self.first, "/v1/phone-numbers?page=a%2Bb"])
  }

  @Test func thePrefixOfTheBaseGoesBeforeEveryPage() async throws {
    try await HostileServer.run({ request in
      HTTP.page(of: [], next: request.index == 0 ? "/v1/phone-numbers?page=2" : nil)
    }) { server in
      let client = Client(key: testKey, baseURL: try BaseURL("\(server.baseURL)/api/"))
      _ = try await client.phoneNumbers.list(account: testAccount).collect()
      #expect(
        server.log.targets == [
          "/api/v1/phone-numbers?limit=100", "/api/v1/phone-numbers?page=2",
        ])
    }
  }

  @Test(arguments: [
    (".evil.example/x", ".evil.example/x"), ("@evil.example/x", "@evil.example/x"),
    ("https://evil.example/x?token=abc", "https://evil.example/x"),
    ("http://evil.example/x", "http://evil.example/x"), (":8443/x", ":8443/x"),
    ("//evil.example/x", "//evil.example/x"), ("v1/phone-numbers", "v1/phone-numbers"),
  ])
  func aPageElsewhereIsRefused(_ url: String, _ shown: String) async throws {
    try await refuse(
      url, "the next page is said to be at `\(shown)`, where the key must not go")
  }

  @Test(arguments: [
    (#"/\\evil.example/x"#, #"/\evil.example/x"#), ("/v1/\\u0000x", "/v1/␀x"),
    ("/v1/a\\r\\nX: y", "/v1/a  X: y"), ("/v1/x y", "/v1/x y"), ("/v1/ü", "/v1/ü"),
    ("/v1/x#y", "/v1/x"),
  ])
  func whatNoURLHoldsIsRefused(_ url: String, _ shown: String) async throws {
    try await refuse(
      url, "`next_page_url` holds what no URL may hold; it begins `\(shown)`")
  }

  @Test(arguments: ["", "?page=2", "#x"]) func aPageNowhereIsRefused(_ url: String) async throws {
    try await refuse(url, "`next_page_url` names no path")
  }

  private func refuse(_ url: String, _ message: String) async throws {
    let (ids, error, targets) = try await walk { _ in HTTP.page(of: ["did_1"], next: url) }
    #expect(ids == ["did_1"])
    #expect(error == self.error(.refusedURL, message, request: 0, page: 1))
    #expect(targets == [Self.first])
  }

  @Test func aPageThatComesAgainEndsTheList() async throws {
    let (ids, error, targets) = try await walk { request in
      HTTP.page(
        of: ["did_\(request.index)"], next: request.index == 1 ? Self.first : "/p?page=2",
        index: request.index)
    }
    #expect(ids == ["did_0", "did_1"])
    #expect(
      error
        == self.error(
          .looping, "the list repeats: the next page is said to be one that was read before",
          request: 1, page: 2))
    #expect(targets == [Self.first, "/p?page=2"])
  }

  @Test func rowsThatThePageBeforeHadAreDroppedAndCounted() async throws {
    let transport = ScriptedTransport(pages: [
      JSON.page(of: ["did_5", "did_4", "did_3"], next: "/p?page=2"),
      JSON.page(of: ["did_4", "did_3", "did_2"], next: "/p?page=3"),
      JSON.page(of: ["did_3", "did_2"], next: "/p?page=4"),
      JSON.page(of: [], next: "/p?page=5"),
      JSON.page(of: ["did_2", "did_1", "did_5"]),
    ])
    let endpoint = Endpoint(resource: .numbers, parameters: [], account: testAccount)
    var pages: [[String]] = []
    var repeated: [Int] = []
    for try await page in Client(transport: transport).records(of: endpoint) {
      pages.append((0..<page.body.count).map { page.body[$0].value(at: FieldPath("id")).string })
      repeated.append(page.repeated)
      for index in 0..<page.body.count { #expect(page.body[index].account == testAccount) }
    }
    // No more than a page is remembered: `did_5` was four pages before.
    #expect(pages == [["did_5", "did_4", "did_3"], ["did_2"], [], [], ["did_1", "did_5"]])
    #expect(repeated == [0, 2, 2, 0, 1])
  }

  @Test func rowsAreToldApartByTheKeyOfTheResource() async throws {
    let transport = ScriptedTransport(pages: [
      #"{"data":[{"number":17,"id":"a"},{"number":16,"id":"a"}],"next_page_url":"/p?page=2"}"#,
      #"{"data":[{"number":16,"id":"b"},{"number":15,"id":"a"}]}"#,
    ])
    let endpoint = Endpoint(resource: MadeUp.extensions, parameters: [], account: testAccount)
    var pages: [[Value]] = []
    for try await page in Client(transport: transport).records(of: endpoint) {
      pages.append((0..<page.body.count).map { page.body[$0].value(at: FieldPath("number")) })
    }
    #expect(pages == [[.integer(17), .integer(16)], [.integer(15)]])
  }

  @Test func rowsWithoutAnIdAreNeverTakenForRepeated() async throws {
    let transport = ScriptedTransport(pages: [
      #"{"data":[{"a":1},{"a":1}],"next_page_url":"/p?page=2"}"#,
      #"{"data":[{"a":1},{"id":null}]}"#,
    ])
    let endpoint = Endpoint(resource: .numbers, parameters: [], account: testAccount)
    var counts: [Int] = []
    for try await page in Client(transport: transport).records(of: endpoint) {
      counts.append(page.body.count)
    }
    #expect(counts == [2, 2])
  }

  @Test func threeEmptyPagesInARowEndTheList() async throws {
    let (ids, error, targets) = try await walk { request in
      HTTP.page(
        of: request.index == 2 ? ["did_1"] : [], next: "/p?page=\(request.index)",
        index: request.index)
    }
    #expect(ids == ["did_1"])
    #expect(
      error
        == self.error(
          .looping, "3 pages in a row without a new row, each with a next one", request: 5, page: 6)
    )
    #expect(targets.count == 6)
  }

  @Test func aPageThatComesAgainUnderNewTokensEndsTheList() async throws {
    let (ids, error, targets) = try await walk { request in
      HTTP.page(
        of: ["did_2", "did_1"], next: request.index < 9 ? "/p?page=\(request.index)" : nil,
        index: request.index)
    }
    #expect(ids == ["did_2", "did_1"])
    #expect(
      error
        == self.error(
          .looping, "3 pages in a row without a new row, each with a next one", request: 3, page: 4)
    )
    #expect(targets.count == 4)
  }

  @Test func twoEmptyPagesAndTheEmptyLastAreFine() async throws {
    let (ids, error, _) = try await walk { request in
      HTTP.page(of: [], next: request.index < 2 ? "/p?page=\(request.index)" : nil)
    }
    #expect(ids == [])
    #expect(error == nil)
  }

  @Test func absentPageKeysMeanTheLastPage() async throws {
    let (ids, error, _) = try await walk { _ in
      HTTP.answer(200, [], #"{"data":[\#(JSON.number("did_1"))]}"#)
    }
    #expect(ids == ["did_1"])
    #expect(error == nil)
  }

  @Test(arguments: [
    (204, "", "the JSON ends too early (byte 0); it is empty"),
    (200, "", "the JSON ends too early (byte 0); it is empty"),
    (200, "<html>\nhi", "`<` is not JSON here (byte 0); it begins `<html> hi`"),
    (200, "null", "not a JSON object (byte 0); it begins `null`"),
    (
      200, #"{"data":[{"id":"#,
      #"the JSON ends too early (item 1, byte 15); it begins `{"data":[{"id":`"#
    ),
    (200, "{}", "the page has no `data` (byte 0); it begins `{}`"),
  ])
  func whatIsNoPageIsAnError(_ status: Int, _ body: String, _ reason: String) async throws {
    let (_, error, _) = try await walk { _ in
      HTTP.answer(status, [("X-Request-Id", "req_0")], body)
    }
    #expect(
      error
        == self.error(
          .decoding, "the answer is not a page of a list: \(reason)", status: status, request: 0,
          page: 1, item: reason.contains("item 1") ? 1 : nil))
  }

  @Test(arguments: [
    (#"{"id":"did_2","phone_number":"+1","status":"active"}"#, "`created_at` is missing"),
    (#"{"id":"did_2","phone_number":7,"status":"active"}"#, "`phone_number` is of another type"),
    (#"{"id":"","phone_number":"+1"}"#, "`id` has a wrong form"),
    (
      #"{"id":"did_2","phone_number":"+1","status":"active","created_at":"yesterday"}"#,
      "`created_at` has a wrong form"
    ),
    (
      #"{"id":"did_2","phone_number":"+1","status":null,"created_at":"2026-01-15T10:00:00Z"}"#,
      "`status` is null"
    ),
  ])
  func aMalformedItemNamesItsPageAndPosition(_ item: String, _ reason: String) async throws {
    let (ids, error, _) = try await walk { request in
      request.index == 0
        ? HTTP.page(of: ["did_0"], next: "/p?page=2")
        : HTTP.answer(
          200, [("X-Request-Id", "req_1")], JSON.page(items: [JSON.number("did_1"), item]))
    }
    #expect(ids == ["did_0"])
    let expected = self.error(
      .decoding, "malformed item: \(reason)", request: 1, page: 2, item: 2)
    #expect(error == expected)
    #expect(
      expected.description
        == "malformed item: \(reason) (page 2, item 2, status 200, request req_1)")
  }

  @Test func nothingComesAfterAnError() async throws {
    try await HostileServer.run({ _ in HTTP.answer(404) }) { server in
      var numbers = server.client().phoneNumbers.list(account: testAccount).makeAsyncIterator()
      await #expect(throws: APIError.self) { try await numbers.next() }
      let second = try await numbers.next()
      #expect(second == nil)
      #expect(server.log.requests.count == 1)
    }
  }

  @Test func nothingComesAfterTheEnd() async throws {
    let transport = ScriptedTransport(pages: [JSON.page(of: ["did_1"])])
    var numbers = Client(transport: transport).phoneNumbers.list(account: testAccount)
      .makeAsyncIterator()
    #expect(try await numbers.next()?.id == "did_1")
    #expect(try await numbers.next() == nil)
    #expect(try await numbers.next() == nil)
    #expect(transport.requests.count == 1)
  }
}
