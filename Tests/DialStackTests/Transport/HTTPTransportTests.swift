import DialStack
import DialTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Exchanges with a server that breaks each promise of HTTP or of the API.
@Suite(.timeLimit(.minutes(1))) struct HTTPTransportTests {
  /// The last limit is there for tests of the others: without these, it gives another error.
  private static let once = ClientOptions(
    timeouts: Timeouts(exchange: .seconds(20)), retries: RetryPolicy(maximumRetries: 0))

  /// What reading the first page fails with, the server doing `moves`.
  private func failure(
    options: ClientOptions = once, _ moves: [HostileServer.Move]
  ) async throws -> APIError? {
    try await HostileServer.run({ _ in moves }) { server in
      try await apiError {
        try await server.client(options: options).phoneNumbers.list(account: testAccount)
          .firstPage()
      }
    }
  }

  private func error(
    _ kind: APIError.Kind, _ message: String, status: Int? = nil, page: Int = 1
  ) -> APIError {
    var error = APIError(kind, message, status: status, attempts: 1)
    error.page = page
    return error
  }

  @Test func theRequestIsWhatTheAPIExpects() async throws {
    let requests = try await HostileServer.run({ _ in HTTP.page(of: []) }) { server in
      let options = ClientOptions(product: Product(name: "report", version: "2.0"))
      _ = try await server.client(options: options).phoneNumbers
        .list(limit: 10, status: .active, account: testAccount).firstPage()
      return (server.log.requests, server.baseURL)
    }
    let host = "\(requests.1)".dropFirst("http://".count)
    #expect(
      requests.0.map(\.lines) == [
        [
          "GET /v1/phone-numbers?limit=10&status=active HTTP/1.1", "Host: \(host)",
          "Authorization: Bearer sk_test_0123456789abcdef9d3f", "Accept: application/json",
          "User-Agent: dialsh/0.1.0 report/2.0",
          "DialStack-Account: acct_01h2xcejqtf2nbrexx3vqjhp41",
          "Accept-Encoding: deflate, gzip",
        ]
      ])
  }

  @Test func listsOfThePlatformNameNoAccount() async throws {
    try await HostileServer.run({ _ in HTTP.page(of: []) }) { server in
      let accounts = try await server.client().accounts.list().collect()
      #expect(accounts == [])
      #expect(server.log.requests.map { $0.headers("DialStack-Account") } == [[]])
    }
  }

  @Test func twentyPagesTakeOneConnection() async throws {
    try await HostileServer.run({ request in
      HTTP.page(
        of: ["did_\(request.index)"], next: request.index < 19 ? "/p?page=\(request.index)" : nil)
    }) { server in
      let numbers = try await server.client().phoneNumbers.list(account: testAccount).collect()
      #expect(numbers.map(\.id.rawValue) == (0..<20).map { "did_\($0)" })
      #expect(server.log.connections == 1)
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func redirectsAreNotFollowed(_ status: Int) async throws {
    try await HostileServer.run({ _ in HTTP.page(of: []) }) { elsewhere in
      let target = elsewhere.baseURL.url(of: "/steal?token=secret")
      let error = try await failure(HTTP.answer(status, [("Location", target)]))
      #expect(
        error
          == self.error(
            .redirect,
            "the API must not redirect, and the client did not follow to "
              + "`\(elsewhere.baseURL)/steal`",
            status: status))
      #expect(elsewhere.log.requests == [])
    }
  }

  @Test func aCutBodyIsAConnectionError() async throws {
    let page = HTTP.bytes(200, [], Array(JSON.page(of: ["did_1"]).utf8))
    #expect(
      try await failure([.send(Array(page.dropLast(20))), .close])
        == error(.connection, "the connection closed before the answer was whole"))
  }

  @Test func aCutChunkedBodyIsAConnectionError() async throws {
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"data\":["
    #expect(
      try await failure([.send(Array(head.utf8)), .close])
        == error(.connection, "the connection closed before the answer was whole"))
  }

  @Test func aConnectionClosedWithoutAnAnswerIsAConnectionError() async throws {
    #expect(
      try await failure([.close])
        == error(.connection, "the connection closed before the answer was whole"))
  }

  @Test func anAnswerThatDoesNotComeIsATimeout() async throws {
    var options = Self.once
    options.timeouts.firstByte = .milliseconds(30)
    #expect(
      try await failure(options: options, []) == error(.timeout, "no answer within 0.03 seconds"))
  }

  @Test func aHeaderThatStallsIsATimeout() async throws {
    var options = Self.once
    options.timeouts.firstByte = .milliseconds(30)
    #expect(
      try await failure(options: options, [.send(Array("HTTP/1.1 200 OK\r\nX: y\r\n".utf8))])
        == error(.timeout, "no answer within 0.03 seconds"))
  }

  @Test func aBodyThatStallsIsATimeout() async throws {
    var options = Self.once
    options.timeouts.betweenBytes = .milliseconds(30)
    let page = HTTP.bytes(200, [], Array(JSON.page(of: ["did_1"]).utf8))
    #expect(
      try await failure(options: options, [.send(Array(page.dropLast(20)))])
        == error(.timeout, "the answer stalled: nothing came for 0.03 seconds"))
  }

  @Test func anAnswerThatIsNeverWholeEndsAndIsNotAskedForAgain() async throws {
    let head = Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".utf8)
    // Blocks that are not compressed, and hold nothing.
    let blocks = Array(repeatElement([0, 0, 0, 0xff, 0xff] as [UInt8], count: 100).joined())
    for moves in [
      [.send(head + Gzip.header), .forever(blocks)], [.send(head)], [],
    ] as [[HostileServer.Move]] {
      try await HostileServer.run({ _ in moves }) { server in
        var options = ClientOptions()
        options.timeouts = Timeouts(
          firstByte: .seconds(600), betweenBytes: .seconds(600), exchange: .milliseconds(200))
        let error = try await apiError {
          try await server.client(options: options).phoneNumbers.list(account: testAccount)
            .firstPage()
        }
        #expect(error == self.error(.tooSlow, "the answer was not whole within 0.2 seconds"))
        // None where the time was over before it was sent.
        #expect(server.log.requests.count <= 1)
      }
    }
  }

  @Test(arguments: ["099", "000", "001"])
  func aStatusBelowAHundredIsAnError(_ status: String) async throws {
    try await HostileServer.run({ request in
      request.index == 0
        ? [.send(Array("HTTP/1.1 \(status) X\r\nContent-Length: 2\r\n\r\n{}".utf8))]
        : HTTP.page(of: [])
    }) { server in
      let numbers = server.client().phoneNumbers.list(account: testAccount)
      let first = try await apiError { try await numbers.firstPage() }
      #expect(first == error(.decoding, "the answer is not HTTP: its status is below 100"))
      let second = try await apiError { try await numbers.firstPage() }
      #expect(second == nil)
    }
  }

  @Test func anAddressOfIPv6IsReached() async throws {
    try await HostileServer.run(on: .ipv6, { _ in HTTP.page(of: []) }) { server in
      #expect("\(server.baseURL)".hasPrefix("http://[::1]:"))
      _ = try await server.client().phoneNumbers.list(account: testAccount).firstPage()
      #expect(
        server.log.requests.map { $0.headers("host") } == [
          [
            String("\(server.baseURL)".dropFirst("http://".count))
          ]
        ])
    }
  }

  @Test func aLengthBeyondTheLimitIsRefusedBeforeItIsRead() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 67108865\r\n\r\n"
    #expect(
      try await failure([.send(Array(head.utf8))])
        == error(.tooLarge, "the answer is larger than 64 MiB"))
  }

  @Test func aBodyBeyondTheLimitIsRefused() async throws {
    let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
    #expect(
      try await failure([.send(Array(head.utf8)), .flood(32, count: 64 << 20 + 1)])
        == error(.tooLarge, "the answer is larger than 64 MiB"))
  }

  @Test(arguments: ["garbage\r\n\r\n", "HTTP/1.1 abc Bad\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n"])
  func whatIsNotHTTPIsAnError(_ bytes: String) async throws {
    let error = try #require(try await failure([.send(Array(bytes.utf8)), .close]))
    #expect(error.kind == .decoding)
    #expect(error.message.hasPrefix("the answer is not HTTP: "))
  }

  @Test func aHugeHeaderIsAnError() async throws {
    let head = "HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: 200_000) + "\r\n\r\n"
    #expect(
      try await failure([.send(Array(head.utf8))])
        == error(.tooLarge, "the header of the answer is too large"))
  }

  @Test func nobodyListening() async throws {
    let baseURL = try await HostileServer.run({ _ in [] }) { $0.baseURL }
    let client = Client(key: testKey, baseURL: baseURL, options: Self.once)
    let error = try await apiError {
      try await client.phoneNumbers.list(account: testAccount).firstPage()
    }
    #expect(
      error == self.error(.connection, "the connection to the API failed: connection refused"))
  }

  #if os(Linux)
    @Test func aServerThatAcceptsNobodyIsATimeout() async throws {
      let listener = try SocketListener(backlog: 0)
      defer { listener.close() }
      listener.fillBacklog()
      var options = Self.once
      options.timeouts.connect = .milliseconds(50)
      let client = Client(
        key: testKey, baseURL: try BaseURL("http://127.0.0.1:\(listener.port)"), options: options)
      let error = try await apiError {
        try await client.phoneNumbers.list(account: testAccount).firstPage()
      }
      #expect(error == self.error(.timeout, "no connection to the API within 0.05 seconds"))
    }
  #endif

  @Test func aCancelledTaskStopsWaitingForTheAnswer() async throws {
    let (requests, arrived) = AsyncStream.makeStream(of: Void.self)
    try await HostileServer.run({ _ in
      arrived.yield()
      return []
    }) { server in
      let client = server.client()
      let task = Task { try await client.phoneNumbers.primary(account: testAccount) }
      for await _ in requests { break }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(server.log.requests.count == 1)
    }
  }

  #if os(Linux)
    @Test func aCancelledTaskStopsWaitingForAConnection() async throws {
      let listener = try SocketListener(backlog: 0)
      defer { listener.close() }
      listener.fillBacklog()
      let (starts, started) = AsyncStream.makeStream(of: Void.self)
      let options = ClientOptions(
        timeouts: Timeouts(connect: .seconds(600)), onEvent: { _ in started.yield() })
      let client = Client(
        key: testKey, baseURL: try BaseURL("http://127.0.0.1:\(listener.port)"), options: options)
      let task = Task { try await client.phoneNumbers.primary(account: testAccount) }
      for await _ in starts { break }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
    }
  #endif

  @Test func theConnectionOfACancelledRequestIsNotUsedAgain() async throws {
    let (requests, arrived) = AsyncStream.makeStream(of: Void.self)
    try await HostileServer.run({ request in
      arrived.yield()
      return request.index == 0 ? [] : HTTP.page(of: ["did_1"])
    }) { server in
      let numbers = server.client().phoneNumbers.list(account: testAccount)
      let task = Task { try await numbers.firstPage() }
      for await _ in requests { break }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      let found = try await numbers.collect()
      #expect(found.map(\.id) == ["did_1"])
      #expect(server.log.connections == 2)
    }
  }

  @Test func aCompressedAnswerIsReadAndItsSizeReported() async throws {
    let log = EventLog()
    let json = Array(JSON.page(of: ["did_1"]).utf8)
    let answer = HTTP.bytes(200, [("Content-Encoding", "gzip")], Gzip.stored(json))
    try await HostileServer.run({ _ in [.send(answer)] }) { server in
      let options = ClientOptions(onEvent: { log.add($0) })
      let numbers = try await server.client(options: options).phoneNumbers
        .list(account: testAccount).collect()
      #expect(numbers.map(\.id) == ["did_1"])
    }
    guard case .received(_, let status, let bytes, _, _) = log.events.last else {
      Issue.record("no answer was reported")
      return
    }
    #expect(status == 200)
    #expect(bytes == json.count)
  }

  @Test func aSmallFileThatUnpacksBeyondTheLimitIsRefused() async throws {
    let bomb = HTTP.bytes(200, [("Content-Encoding", "gzip")], Gzip.bomb(atLeast: 64 << 20 + 1))
    #expect(bomb.count < 1 << 20)
    #expect(
      try await failure([.send(bomb)]) == error(.tooLarge, "the answer is larger than 64 MiB"))
  }

  @Test func aBrokenFileIsAnError() async throws {
    let answer = HTTP.bytes(200, [("Content-Encoding", "gzip")], Array("no gzip at all".utf8))
    #expect(
      try await failure([.send(answer)])
        == error(.decoding, "the answer could not be uncompressed"))
  }

  @Test func anAnswerThatNobodyAskedForIsNotTakenForTheNext() async throws {
    let first = HTTP.bytes(200, [], Array(JSON.page(of: ["did_3"], next: "/p?page=2").utf8))
    let forged = HTTP.bytes(200, [], Array(JSON.page(of: ["forged"]).utf8))
    try await HostileServer.run({ request in
      request.index == 0 ? [.send(first + forged)] : HTTP.page(of: ["did_1"])
    }) { server in
      let numbers = try await server.client().phoneNumbers.list(account: testAccount).collect()
      #expect(numbers.map(\.id) == ["did_3", "did_1"])
    }
  }

  @Test func aConnectionThatClosesAfterEachAnswerIsMadeAnew() async throws {
    try await HostileServer.run({ request in
      let next = request.index < 19 ? "/p?page=\(request.index)" : nil
      return HTTP.page(of: ["did_\(request.index)"], next: next) + [.close]
    }) { server in
      let numbers = try await server.client().phoneNumbers.list(account: testAccount).collect()
      #expect(numbers.count == 20)
      #expect(server.log.connections == 20)
    }
  }

  @Test func anAnswerThatCameWhileRowsWereTakenSlowlyIsNotLate() async throws {
    try await HostileServer.run({ request in
      HTTP.page(of: ["did_\(request.index)"], next: request.index == 0 ? "/p?page=1" : nil)
    }) { server in
      let client = server.client(
        options: ClientOptions(
          timeouts: Timeouts(firstByte: .seconds(2), exchange: .seconds(2)),
          retries: RetryPolicy(maximumRetries: 0)))
      let endpoint = Endpoint(resource: .numbers, parameters: [], account: testAccount)
      let rows = try await withTaskExecutorPreference(client.executor) {
        var rows: [Int] = []
        for try await page in client.records(of: endpoint, readingAhead: true) {
          rows.append(page.body.count)
          if rows.count == 1 { usleep(2_300_000) }
        }
        return rows
      }
      #expect(rows == [1, 1])
      #expect(server.log.requests.count == 2)
    }
  }

  @Test func anInterimAnswerIsPassedOver() async throws {
    let interim = HostileServer.Move.send(Array("HTTP/1.1 103 Early Hints\r\n\r\n".utf8))
    #expect(try await failure([interim] + HTTP.page(of: [])) == nil)
  }

  @Test func twoLengthsAreAnError() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"
    #expect(try await failure([.send(Array(head.utf8))])?.kind == .decoding)
  }

  @Test(arguments: [
    "@evil.example/x", ".evil.example/x", ":8443/x", "https://evil.example/x", "",
    "//evil.example/x", "/a b",
  ])
  func aTargetThatIsNoPathIsNotSent(_ target: String) async throws {
    try await HostileServer.run({ _ in [] }) { server in
      let transport = HTTPTransport(
        key: testKey, baseURL: server.baseURL, options: ClientOptions())
      let error = try await apiError { try await transport.send(Request(target: target)) }
      let expected = APIError(
        .refusedURL, "`\(server.baseURL)\(target)` is not a URL of the API")
      #expect(error == expected)
      #expect(server.log.connections == 0)
    }
  }

  @Test(arguments: ["/x HTTP/1.1\r\nHost: evil.example\r\n\r\n", "/x\n", "/\u{0}"])
  func aTargetCanNotHoldAnotherRequest(_ target: String) async throws {
    try await HostileServer.run({ _ in [] }) { server in
      let transport = HTTPTransport(
        key: testKey, baseURL: server.baseURL, options: ClientOptions())
      let error = try await apiError { try await transport.send(Request(target: target)) }
      #expect(error?.kind == .refusedURL)
      #expect(server.log.connections == 0)
    }
  }
}
