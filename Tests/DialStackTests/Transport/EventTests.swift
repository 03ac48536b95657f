import DialStack
import Logging
import Synchronization
import Testing

/// What is told of requests, and what never is.
@Suite struct EventTests {
  private func attempt(_ number: Int) -> RequestAttempt {
    RequestAttempt(
      request: 1, number: number, method: "GET", target: "/v1/phone-numbers?limit=100",
      account: testAccount)
  }

  @Test func everyStepOfARequestIsReported() async throws {
    let log = EventLog()
    let body = JSON.page(of: [])
    try await HostileServer.run({ request in
      switch request.index {
      case 0: HTTP.answer(503, [("X-Request-Id", "req_a")])
      case 1: [.close]
      default: HTTP.answer(200, [("X-Request-Id", "req_b")], body)
      }
    }) { server in
      let client = server.client(options: ClientOptions(onEvent: { log.add($0) }))
      _ = try await client.phoneNumbers.list(account: testAccount).firstPage()
    }
    let cut = "the connection closed before the answer was whole"
    #expect(
      log.events == [
        .sending(attempt(1)),
        .received(attempt(1), status: 503, bytes: 0, duration: .zero, requestID: "req_a"),
        .waiting(attempt(1), duration: .seconds(0.5), reason: "status 503"),
        .sending(attempt(2)),
        .failed(attempt(2), duration: .zero, reason: cut),
        .waiting(attempt(2), duration: .seconds(1), reason: cut),
        .sending(attempt(3)),
        .received(
          attempt(3), status: 200, bytes: body.utf8.count, duration: .zero, requestID: "req_b"),
      ])
  }

  @Test func requestsAreCountedAcrossCopies() async throws {
    let log = EventLog()
    let transport = ScriptedTransport(pages: [JSON.page(of: []), JSON.page(of: [])])
    let client = Client(
      transport: transport, hiding: nil, options: ClientOptions(onEvent: { log.add($0) }),
      timing: .system)
    let copy = client
    _ = try await client.phoneNumbers.list(account: testAccount).collect()
    _ = try await copy.phoneNumbers.list(account: testAccount).collect()
    let numbers = log.events.compactMap { event in
      if case .sending(let attempt) = event { attempt.request } else { nil }
    }
    #expect(numbers == [1, 2])
  }

  @Test func theLogGetsALineAnEventWithoutTheKey() async throws {
    let lines = Mutex<[String]>([])
    let logger = Logger(label: "test") { _ in
      LineHandler { line in lines.withLock { $0.append(line) } }
    }
    let key = testKey.text
    try await HostileServer.run({ request in
      request.index == 0
        ? HTTP.page(of: ["did_1"], next: "/v1/phone-numbers?page=\(key)")
        : HTTP.answer(200, [("X-Request-Id", key)], JSON.page(of: []))
    }) { server in
      let client = server.client(options: ClientOptions(logger: logger))
      _ = try await client.phoneNumbers.list(account: testAccount).collect()
    }
    let bytes = JSON.page(of: []).utf8.count
    #expect(
      lines.withLock { $0.suffix(2) } == [
        "2.1 GET /v1/phone-numbers?page=sk_test_…9d3f for acct_01h2xcejqtf2nbrexx3vqjhp41",
        "2.1 GET /v1/phone-numbers?page=sk_test_…9d3f for acct_01h2xcejqtf2nbrexx3vqjhp41: "
          + "200, \(bytes) bytes in 0.0 seconds, request sk_test_…9d3f",
      ])
  }
}

/// Hands the messages of a log on.
private struct LineHandler: LogHandler {
  let onLine: @Sendable (String) -> Void
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.debug

  init(onLine: @escaping @Sendable (String) -> Void) {
    self.onLine = onLine
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    onLine("\(event.message)")
  }
}
