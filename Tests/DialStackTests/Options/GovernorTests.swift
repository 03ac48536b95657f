import DialStack
import Testing

/// Which requests a client lets go, and when.
@Suite(.timeLimit(.minutes(1))) struct GovernorTests {
  private let clock = ManualClock()

  private var timing: Timing {
    Timing(clock: clock, now: { 0 }, random: { 1 })
  }

  private func client(over transport: any Transport, _ governor: Governor) -> Client {
    var options = ClientOptions()
    options.governor = governor
    return Client(transport: transport, hiding: nil, options: options, timing: timing)
  }

  private func spent(_ sentence: String) -> APIError {
    APIError(.budget, "\(sentence); a larger number lets more go")
  }

  @Test func budgetIsNotOvershotByTasksThatAskAtTheSameTime() async throws {
    let page = Response(status: 200, headers: [], body: Array(JSON.page(of: ["did_1"]).utf8))
    // Each request is either held on its way or refused; `nil` is one that was sent.
    let (fates, settled) = AsyncStream.makeStream(of: APIError?.self)
    let transport = GatedTransport(answer: page) { settled.yield(nil) }
    let client = client(over: transport, Governor(budget: 10, timing: timing))
    try await withThrowingTaskGroup { group in
      for _ in 0..<20 {
        group.addTask {
          let error = try await apiError {
            try await client.phoneNumbers.primary(account: testAccount)
          }
          if let error { settled.yield(error) }
        }
      }
      let errors = await fates.prefix(20).reduce(into: [APIError?]()) { $0.append($1) }
      transport.open()
      try await group.waitForAll()
      var error = spent("all 10 requests of `.budget` were sent")
      error.page = 1
      #expect(errors.compactMap(\.self) == Array(repeating: error, count: 10))
    }
  }

  @Test func budgetCountsRetries() async throws {
    let failure = Response(status: 500, headers: [], body: [])
    let transport = ScriptedTransport([failure, failure, failure])
    var options = ClientOptions(retries: RetryPolicy(firstDelay: .zero))
    options.governor = Governor(budget: 2, timing: timing)
    let client = Client(transport: transport, hiding: nil, options: options, timing: timing)
    let error = try await apiError { try await client.accounts.list().collect() }
    #expect(error?.message == spent("all 2 requests of `.budget` were sent").message)
    #expect(transport.requests.count == 2)
  }

  @Test func budgetThatIsRaisedLetsMoreGo() async throws {
    let governor = Governor(budget: 1, timing: timing)
    try await governor.admit()
    await #expect(throws: spent("the 1 request of `.budget` was sent")) {
      try await governor.admit()
    }
    governor.budget = 2
    try await governor.admit()
    await #expect(throws: spent("all 2 requests of `.budget` were sent")) {
      try await governor.admit()
    }
    governor.budget = nil
    try await governor.admit()
  }

  @Test func rateLetsRequestsGoOneAfterTheOther() async throws {
    let governor = Governor(rate: 4, timing: timing)
    let (turns, going) = AsyncStream.makeStream(of: Duration.self)
    try await withThrowingTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          try await governor.admit()
          going.yield(clock.now.offset)
        }
      }
      var turns = turns.makeAsyncIterator()
      #expect(await turns.next() == .zero)
      for (index, sleepers) in [3, 2, 1].enumerated() {
        await clock.sleepers(sleepers)
        clock.advance(by: .milliseconds(250))
        #expect(await turns.next() == .milliseconds(250 * (index + 1)))
      }
      try await group.waitForAll()
    }
  }

  @Test func requestCancelledWhileItWaitsGivesItsPlaceBack() async throws {
    let governor = Governor(budget: 2, rate: 1, timing: timing)
    try await governor.admit()
    let second = Task { try await governor.admit() }
    await clock.sleepers(1)
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    let third = Task { try await governor.admit() }
    await clock.sleepers(1)
    await #expect(throws: spent("all 2 requests of `.budget` were sent")) {
      try await governor.admit()
    }
    clock.advance(by: .seconds(1))
    try await third.value
  }

  @Test func retryAfterHoldsBackTheOtherRequests() async throws {
    let busy = Response(status: 429, headers: [HeaderField("Retry-After", "60")], body: [])
    let page = Response(status: 200, headers: [], body: Array(JSON.page(of: ["did_1"]).utf8))
    let transport = ScriptedTransport([busy, page, page])
    let client = client(over: transport, Governor(timing: timing))
    let first = Task { try await client.phoneNumbers.list(account: testAccount).firstPage() }
    await clock.sleepers(1)
    let second = Task { try await client.phoneNumbers.list(account: testAccount).firstPage() }
    await clock.sleepers(2)
    #expect(transport.requests.count == 1)
    clock.advance(by: .seconds(60))
    #expect(try await first.value.items.count == 1)
    #expect(try await second.value.items.count == 1)
    #expect(transport.requests.count == 3)
  }

  @Test func requestThatGivesUpItsWaitHoldsNobodyBack() async throws {
    let governor = Governor(timing: timing)
    let waiting = Task { try await governor.wait(.askedFor(.seconds(60))) }
    await clock.sleepers(1)
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    try await governor.admit()
  }

  @Test func backoffHoldsNobodyBack() async throws {
    let governor = Governor(timing: timing)
    let waiting = Task { try await governor.wait(.backoff(.seconds(60))) }
    await clock.sleepers(1)
    try await governor.admit()
    clock.advance(by: .seconds(60))
    try await waiting.value
  }

  // The rate that is learnt.

  private func hear(
    _ outcome: Governor.Outcome, times: Int, over duration: Duration, _ governor: Governor
  ) {
    for _ in 0..<times {
      clock.advance(by: duration / times)
      governor.hear(outcome)
    }
  }

  @Test func a429HalvesWhatWasReachedAndQuietTimeRaisesIt() {
    let governor = Governor(timing: timing)
    #expect(governor.currentRate == nil)
    clock.advance(by: .milliseconds(25))
    hear(.answered, times: 41, over: .milliseconds(2_050), governor)
    governor.hear(.limited)
    #expect(governor.currentRate == 10)
    clock.advance(by: .milliseconds(500))
    // Others were under way at the first.
    governor.hear(.limited)
    #expect(governor.currentRate == 14.5)
    clock.advance(by: .milliseconds(500))
    #expect(governor.currentRate == 19)
    clock.advance(by: .milliseconds(2_500))
    #expect(governor.currentRate == 20)
    clock.advance(by: .seconds(10))
    #expect(governor.currentRate == 24)
    clock.advance(by: .seconds(107))
    #expect(governor.currentRate == nil)
  }

  @Test func whatWasNotMeasuredForASecondRisesFast() {
    let governor = Governor(timing: timing)
    hear(.answered, times: 10, over: .milliseconds(100), governor)
    governor.hear(.limited)
    #expect(governor.currentRate == 5)
    clock.advance(by: .seconds(4))
    #expect(governor.currentRate == 76)
    governor.hear(.limited)
    #expect(governor.currentRate == 19)
  }

  @Test func whatWasLearntLongAgoIsForgotten() {
    let governor = Governor(timing: timing)
    hear(.answered, times: 10, over: .milliseconds(100), governor)
    governor.hear(.limited)
    clock.advance(by: .seconds(200))
    #expect(governor.currentRate == nil)
    clock.advance(by: .milliseconds(25))
    hear(.answered, times: 41, over: .milliseconds(2_050), governor)
    governor.hear(.limited)
    #expect(governor.currentRate == 10)
  }

  @Test func theRateThatWasSetIsNotExceeded() {
    let governor = Governor(rate: 12, timing: timing)
    clock.advance(by: .milliseconds(25))
    hear(.answered, times: 41, over: .milliseconds(2_050), governor)
    governor.hear(.limited)
    #expect(governor.currentRate == 6)
    clock.advance(by: .seconds(11))
    #expect(governor.currentRate == 12)
    clock.advance(by: .seconds(60))
    #expect(governor.currentRate == 12)
  }

  @Test func afterTenFailuresOneRequestAtATimeIsTried() async throws {
    let governor = Governor(timing: timing)
    for _ in 0..<9 { governor.hear(.failed) }
    try await governor.admit()
    governor.hear(.failed)
    let (turns, going) = AsyncStream.makeStream(of: Duration.self)
    try await withThrowingTaskGroup { group in
      for _ in 0..<2 {
        group.addTask {
          try await governor.admit()
          going.yield(clock.now.offset)
        }
      }
      var turns = turns.makeAsyncIterator()
      await clock.sleepers(2)
      clock.advance(by: .seconds(1))
      #expect(await turns.next() == .seconds(1))
      await clock.sleepers(1)
      // It answers: nobody has to wait any more.
      governor.hear(.answered)
      clock.advance(by: .seconds(2))
      #expect(await turns.next() == .seconds(3))
      try await group.waitForAll()
    }
    try await governor.admit()
  }

  @Test func afterAMinuteOfFailuresNothingMoreIsSent() async throws {
    let governor = Governor(timing: timing)
    for _ in 0..<10 { governor.hear(.failed) }
    clock.advance(by: .seconds(60))
    governor.hear(.failed)
    let error = try await apiError { try await governor.admit() }
    #expect(
      error
        == APIError(
          .outage,
          "no request has succeeded for 60 seconds, so none is sent for 2 more"))
    clock.advance(by: .seconds(2))
    try await governor.admit()
    governor.hear(.answered)
    try await governor.admit()
  }
}
