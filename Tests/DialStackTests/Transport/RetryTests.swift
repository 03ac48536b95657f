import DialStack
import Testing

/// When a request is sent again, and after what wait.
@Suite struct RetryTests {
  private typealias Script = @Sendable (HostileServer.Received) -> [HostileServer.Move]

  /// What reading the first page of `script` gives, and what happened on the way.
  private func outcome(
    random: Double = 1, policy: RetryPolicy = RetryPolicy(), _ script: @escaping Script
  ) async throws -> Outcome {
    let clock = RecordingClock()
    return try await HostileServer.run(script) { server in
      let client = server.client(
        options: ClientOptions(retries: policy), clock: clock, random: { random })
      var ids: [String]?
      let error = try await apiError {
        let page = try await client.phoneNumbers.list(account: testAccount).firstPage()
        ids = page.items.map(\.id.rawValue)
      }
      return Outcome(
        ids: ids, error: error, requests: server.log.requests.count, waits: clock.waits)
    }
  }

  private struct Outcome {
    let ids: [String]?
    let error: APIError?
    let requests: Int
    let waits: [Duration]
  }

  private func seconds(_ values: Double...) -> [Duration] { values.map { .seconds($0) } }

  @Test(arguments: [408, 425, 429, 500, 502, 503, 504])
  func passingFailuresAreTriedAgain(_ status: Int) async throws {
    let outcome = try await outcome { request in
      request.index == 0 ? HTTP.answer(status) : HTTP.page(of: ["did_1"])
    }
    #expect(outcome.ids == ["did_1"])
    #expect(outcome.waits == seconds(0.5))
  }

  @Test(arguments: [400, 401, 403, 404, 405, 409, 410, 422, 451, 501, 505])
  func lastingFailuresAreNot(_ status: Int) async throws {
    let outcome = try await outcome { _ in HTTP.answer(status, [("Retry-After", "1")]) }
    #expect(outcome.error?.status == status)
    #expect(outcome.error?.attempts == 1)
    #expect(outcome.requests == 1)
  }

  @Test func aCutBodyIsAskedForAgain() async throws {
    let page = HTTP.bytes(200, [], Array(JSON.page(of: ["did_1"]).utf8))
    let outcome = try await outcome { request in
      request.index == 0 ? [.send(Array(page.dropLast(9))), .close] : [.send(page)]
    }
    #expect(outcome.ids == ["did_1"])
    #expect(outcome.waits == seconds(0.5))
  }

  @Test func whatIsNoPageIsNotAskedForAgain() async throws {
    let outcome = try await outcome { _ in HTTP.answer(200, [], "<html>") }
    #expect(outcome.error?.kind == .decoding)
    #expect(outcome.requests == 1)
  }

  @Test func waitsDoubleUpToTheFifth() async throws {
    let outcome = try await outcome { _ in HTTP.answer(500, [], #"{"error":"down"}"#) }
    #expect(outcome.waits == seconds(0.5, 1, 2, 4, 8))
    var error = APIError(.server, "down", status: 500, attempts: 6)
    error.page = 1
    #expect(outcome.error == error)
    #expect(error.description == "down (page 1, status 500, 6 attempts)")
  }

  @Test func waitsAreRandomBelowTheirLimit() async throws {
    let outcome = try await outcome(random: 0.25) { _ in HTTP.answer(502) }
    #expect(outcome.waits == seconds(0.125, 0.25, 0.5, 1, 2))
  }

  @Test func noWaitIsLongerThanThirtySeconds() async throws {
    let policy = RetryPolicy(maximumRetries: 8)
    let outcome = try await outcome(policy: policy) { _ in HTTP.answer(500) }
    #expect(outcome.waits == seconds(0.5, 1, 2, 4, 8, 16, 30, 30))
  }

  @Test(arguments: [0, -1]) func aPolicyMayForbidRetries(_ retries: Int) async throws {
    let policy = RetryPolicy(maximumRetries: retries)
    let outcome = try await outcome(policy: policy) { _ in HTTP.answer(500) }
    #expect(outcome.requests == 1)
    #expect(outcome.waits == [])
  }

  @Test(arguments: [429, 503]) func secondsAreObeyedWhole(_ status: Int) async throws {
    let outcome = try await outcome(random: 0) { request in
      request.index == 0
        ? HTTP.answer(status, [("Retry-After", "60")]) : HTTP.page(of: ["did_1"])
    }
    #expect(outcome.ids == ["did_1"])
    #expect(outcome.waits == seconds(60))
  }

  @Test func aDateIsObeyedByTheServersOwnClock() async throws {
    let headers = [
      ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Retry-After", "Sun, 06 Nov 1994 08:51:07 GMT"),
    ]
    let outcome = try await outcome { request in
      request.index == 0 ? HTTP.answer(429, headers) : HTTP.page(of: ["did_1"])
    }
    #expect(outcome.waits == seconds(90))
  }

  @Test func aDateCountsFromNowWhereTheServerHasNoClock() async throws {
    let headers = [("Retry-After", "Thu, 01 Jan 1970 00:00:42 GMT")]
    let outcome = try await outcome { request in
      request.index == 0 ? HTTP.answer(503, headers) : HTTP.page(of: ["did_1"])
    }
    #expect(outcome.waits == seconds(42))
  }

  @Test(arguments: [
    "soon", "-5", "", "1e3", "12 seconds", "Sun, 31 Feb 2026 00:00:00 GMT",
    "Sun, 01 Feb 2026 00:00 GMT", "Sun, 01 Feb 2026 00:00:00", "Sun, 01 Feb 2026 00:00:00 GMT ",
    "Sun, 01 Foo 2026 00:00:00 GMT", "Sun, 1 Feb 2026 00:00:00 GMT",
    "Sunday, 01-Feb-26 00:00:00 GMT", "Sun Feb  1 00:00:00 2026",
  ])
  func nonsenseIsNoWish(_ text: String) async throws {
    let outcome = try await outcome { request in
      request.index == 0
        ? HTTP.answer(429, [("Retry-After", text)]) : HTTP.page(of: ["did_1"])
    }
    #expect(outcome.waits == seconds(0.5))
  }

  @Test(arguments: [("0", 0), ("1.5", 2), ("007", 7), ("3.0", 3)])
  func secondsInOddForms(_ text: String, _ seconds: Int) async throws {
    let outcome = try await outcome { request in
      request.index == 0
        ? HTTP.answer(429, [("Retry-After", text)]) : HTTP.page(of: ["did_1"])
    }
    #expect(outcome.waits == [.seconds(seconds)])
  }

  @Test func otherStatusesWaitTheirOwnTime() async throws {
    let outcome = try await outcome { request in
      request.index == 0
        ? HTTP.answer(500, [("Retry-After", "60")]) : HTTP.page(of: ["did_1"])
    }
    #expect(outcome.waits == seconds(0.5))
  }

  @Test func aRequestWaitsFiveMinutesInTotal() async throws {
    let outcome = try await outcome { request in
      HTTP.answer(429, [("Retry-After", "150")], #"{"error":"slow down"}"#)
    }
    #expect(outcome.waits == seconds(150, 150))
    var error = APIError(
      .rateLimit,
      "slow down; the API asks to wait 150 seconds,"
        + " and a request waits 300 seconds in total at most",
      status: 429, attempts: 3)
    error.retryAfter = .seconds(150)
    error.page = 1
    #expect(outcome.error == error)
  }

  @Test func aWishBeyondAllMeasureIsAnErrorAtOnce() async throws {
    let wish = String(repeating: "9", count: 40)
    let outcome = try await outcome { _ in HTTP.answer(503, [("Retry-After", wish)]) }
    #expect(outcome.waits == [])
    #expect(
      outcome.error?.message
        == "the API failed; the API asks to wait a day or more,"
        + " and a request waits 300 seconds in total at most")
  }

  @Test func cancellationEndsAWait() async throws {
    let (waits, waiting) = AsyncStream.makeStream(of: Void.self)
    let options = ClientOptions(onEvent: { if case .waiting = $0 { waiting.yield() } })
    try await HostileServer.run({ _ in HTTP.answer(429, [("Retry-After", "299")]) }) { server in
      let client = server.client(options: options, clock: ContinuousClock())
      let task = Task { try await client.phoneNumbers.primary(account: testAccount) }
      for await _ in waits { break }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(server.log.requests.count == 1)
    }
  }

  @Test func aCancelledTaskSendsNothing() async throws {
    let transport = ScriptedTransport(pages: [JSON.page(of: ["did_1"])])
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await Client(transport: transport).phoneNumbers.primary(account: testAccount)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(transport.requests == [])
  }
}
