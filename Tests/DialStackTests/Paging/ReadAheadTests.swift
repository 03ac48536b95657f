import DialStack
import Testing

/// Pages that are asked for while the one before is worked on.
@Suite(.timeLimit(.minutes(1))) struct ReadAheadTests {
  private static let start = "/v1/phone-numbers?limit=2"

  private func pages(
    of transport: any Transport, readingAhead: Bool = true, tellingOf log: EventLog = EventLog()
  ) -> RecordPages.AsyncIterator {
    let options = ClientOptions(
      retries: RetryPolicy(maximumRetries: 0), onEvent: { log.add($0) })
    let endpoint = Endpoint(
      resource: .numbers, parameters: [QueryItem(name: "limit", value: "2")], account: testAccount)
    return Client(transport: transport, hiding: nil, options: options, timing: .system)
      .records(of: endpoint, readingAhead: readingAhead).makeAsyncIterator()
  }

  private func ids(of page: RecordPage?) -> [Value] {
    guard let page else { return [] }
    return (0..<page.body.count).map { page.body[$0].value(at: FieldPath("id")) }
  }

  private func kind(of body: () async throws -> some Sendable) async throws -> APIError.Kind? {
    try await apiError(of: body)?.kind
  }

  @Test(arguments: [false, true])
  func thePageBehindIsOnItsWayWhenAPageIsGiven(_ readsAhead: Bool) async throws {
    let transport = ScriptedTransport(pages: [
      JSON.page(of: ["did_3"], next: "/p?page=2"), JSON.page(of: ["did_2"], next: "/p?page=3"),
      JSON.page(of: ["did_1"]),
    ])
    var pages = pages(of: transport, readingAhead: readsAhead)
    #expect(transport.requests == [])
    #expect(ids(of: try await pages.next()) == [.text("did_3")])
    #expect(
      transport.requests.map(\.target) == [Self.start] + (readsAhead ? ["/p?page=2"] : []))
    #expect(ids(of: try await pages.next()) == [.text("did_2")])
    #expect(ids(of: try await pages.next()) == [.text("did_1")])
    #expect(try await pages.next() == nil)
    #expect(transport.requests.map(\.target) == [Self.start, "/p?page=2", "/p?page=3"])
    #expect(Set(transport.requests.map(\.account)) == [testAccount])
  }

  @Test(arguments: [
    ("//evil.example/x", APIError.Kind.refusedURL), ("https://evil.example/x", .refusedURL),
    ("/v1/x y", .refusedURL), (start, .looping),
  ])
  func nothingIsAskedForWhereTheListMayNotGo(_ url: String, _ kind: APIError.Kind) async throws {
    let transport = ScriptedTransport(pages: [JSON.page(of: ["did_3"], next: url)])
    var pages = pages(of: transport)
    #expect(ids(of: try await pages.next()) == [.text("did_3")])
    #expect(try await self.kind { try await pages.next() == nil } == kind)
    #expect(transport.requests.map(\.target) == [Self.start])
  }

  @Test func aPlaceThatIsSaidBehindTheItemsIsAskedForWhenItIsWanted() async throws {
    let item = JSON.number("did_3")
    let transport = ScriptedTransport(pages: [
      "{\"data\":[\(item)],\"next_page_url\":\"/p?page=2\"}", JSON.page(of: ["did_2"]),
    ])
    var pages = pages(of: transport)
    #expect(ids(of: try await pages.next()) == [.text("did_3")])
    #expect(transport.requests.count == 1)
    #expect(ids(of: try await pages.next()) == [.text("did_2")])
    #expect(try await pages.next() == nil)
  }

  @Test func ofTwoPlacesTheLastCounts() async throws {
    let item = JSON.number("did_3")
    let transport = ScriptedTransport(pages: [
      "{\"next_page_url\":\"/p?page=2\",\"data\":[\(item)],\"next_page_url\":\"/p?page=3\"}",
      JSON.page(of: ["did_2"]), JSON.page(of: ["did_1"]),
    ])
    var pages = pages(of: transport)
    #expect(ids(of: try await pages.next()) == [.text("did_3")])
    #expect(ids(of: try await pages.next()) == [.text("did_1")])
    #expect(transport.requests.map(\.target) == [Self.start, "/p?page=2", "/p?page=3"])
  }

  @Test func aFailureIsToldBehindTheRowsThatCameBeforeAndCanBeAskedForAgain() async throws {
    let transport = ScriptedTransport(
      [
        (200, JSON.page(of: ["did_3"], next: "/p?page=2")), (500, "{}"),
        (200, JSON.page(of: ["did_2"], next: "/p?page=3")), (403, "{}"),
      ].map { Response(status: $0, headers: [], body: Array($1.utf8)) })
    var pages = pages(of: transport)
    #expect(ids(of: try await pages.next()) == [.text("did_3")])
    #expect(try await kind { try await pages.next() == nil } == .server)
    #expect(ids(of: try await pages.next()) == [.text("did_2")])
    #expect(try await kind { try await pages.next() == nil } == .permission)
    #expect(
      transport.requests.map(\.target) == [Self.start, "/p?page=2", "/p?page=2", "/p?page=3"])
  }

  @Test func aBrokenPageEndsTheListThoughTheOneBehindCame() async throws {
    let transport = ScriptedTransport(pages: [
      "{\"next_page_url\":\"/p?page=2\",\"data\":[{]}", JSON.page(of: ["did_2"]),
    ])
    var pages = pages(of: transport)
    #expect(try await kind { try await pages.next() == nil } == .decoding)
    #expect(try await pages.next() == nil)
  }

  @Test func whoStopsNoLongerWantsWhatWasAskedFor() async throws {
    let (ends, ended) = AsyncStream.makeStream(of: Bool.self)
    let log = EventLog()
    let transport = EndlessTransport(
      first: JSON.page(of: ["did_3"], next: "/p?page=2"), onEnd: { ended.yield($0) })
    var pages: RecordPages.AsyncIterator? = pages(of: transport, tellingOf: log)
    #expect(ids(of: try await pages?.next()) == [.text("did_3")])
    #expect(log.events.count == 3)
    pages = nil
    // It is told at once, and not again when the task has ended.
    guard case .failed(let attempt, _, "cancelled") = log.events.last else {
      Issue.record("\(log.events) do not end with a request that was cancelled")
      return
    }
    #expect(attempt.target == "/p?page=2")
    #expect(await ends.first { _ in true } == true)
    #expect(log.events.count == 4)
  }
}

/// Gives one answer, and no second one until the task is cancelled.
private struct EndlessTransport: Transport {
  let first: String
  /// Hears whether the wait for the second answer ended by being cancelled.
  let onEnd: @Sendable (Bool) -> Void

  func send(_ request: Request) async throws -> Response {
    guard request.target.hasPrefix("/p") else {
      return Response(status: 200, headers: [], body: Array(first.utf8))
    }
    do {
      try await Task.sleep(for: .seconds(3600))
      onEnd(false)
    } catch {
      onEnd(true)
    }
    throw CancellationError()
  }
}
