import DialSandbox
import DialStack
import Testing

@Suite struct FaultTests {
  @Test func aFaultIsReadWithItsRate() throws {
    #expect(try Fault(parsing: "503") == Fault(.unavailable))
    #expect(try Fault(parsing: "429:0.2") == Fault(.tooManyRequests, rate: 0.2))
    #expect(try Fault(parsing: "cut-body:0") == Fault(.cutBody, rate: 0))
  }

  @Test func anUnknownFaultIsRefusedWithTheListOfThem() {
    let error = #expect(throws: SandboxError.self) { try Fault(parsing: "teapot:1") }
    #expect(
      error?.description == """
        there is no fault `teapot`; the faults are 429-seconds, 429-date, 429-none, 503, \
        503-retry-after, 500, shape-a, shape-b, shape-c, shape-d, 204, html, redirect, \
        echo-key, expired-token, ignore-filters, repeating-page, empty-pages, overlapping-pages, \
        hostile-url, absent-page-keys, null-optionals, unknown-enum, unknown-keys, \
        fractional-times, malformed-item, lone-surrogate, slow-headers, slow-body, cut-body, stalled-body
        """)
  }

  @Test(arguments: ["503:2", "503:-1", "503:x", "503:", "503:nan"])
  func aBadRateIsRefused(_ text: String) {
    let rate = String(text.dropFirst(4))
    #expect(throws: SandboxError.badRate(rate)) { try Fault(parsing: text) }
  }

  @Test(arguments: [
    (Fault.Kind.tooManyRequests, 429, #"{"error":"too many requests","code":"rate_limited"}"#),
    (.tooManyRequestsUntilDate, 429, #"{"error":"too many requests","code":"rate_limited"}"#),
    (.tooManyRequestsWithoutTime, 429, #"{"error":"too many requests","code":"rate_limited"}"#),
    (.unavailable, 503, #"{"error":"temporarily unavailable","code":"unavailable"}"#),
    (.unavailableWithTime, 503, #"{"error":"temporarily unavailable","code":"unavailable"}"#),
    (.serverError, 500, #"{"error":"something went wrong","code":"internal_error"}"#),
    (
      .shapeA, 400,
      #"{"error":"the phone is taken","code":"user_already_has_device","#
        + #""details":{"user":"has a device"},"existing_device":"dev_01abc"}"#
    ),
    (.shapeB, 400, #"{"message":"the request was not understood"}"#),
    (
      .shapeC, 400,
      #"{"error":{"message":"the request was not understood","code":"parameter_invalid","#
        + #""type":"invalid_request_error","param":"status","#
        + #""doc_url":"https://docs.example/errors"}}"#
    ),
    (.noContent, 204, ""),
    (.html, 200, "<!DOCTYPE html><html><body><h1>Gateway</h1></body></html>\n"),
    (.redirect, 302, ""),
    (.echoKey, 403, #"{"error":"the key sk_test_sandbox may not do this","code":"forbidden"}"#),
  ]) func anAnswerIsReplacedWhole(
    _ kind: Fault.Kind, _ status: Int, _ body: String
  ) async throws {
    let sandbox = try Sandbox(options: .init(faults: [Fault(kind)]))
    let memory = try await sandbox.numbers()
    #expect(memory.status == status)
    #expect(memory.text == body)
    let wire = parts(of: try await overTheWire(kind))
    #expect(wire.status == String(status))
    #expect(wire.body == body)
  }

  @Test func theTimesToWaitAreInTheHeader() async throws {
    #expect(try await answer(.tooManyRequests).header("Retry-After") == "1")
    #expect(try await answer(.unavailableWithTime).header("Retry-After") == "1")
    #expect(try await answer(.tooManyRequestsWithoutTime).header("Retry-After") == nil)
    let options = SandboxOptions(
      faults: [Fault(.tooManyRequestsUntilDate)], now: { 1_795_478_399 })
    let sandbox = try Sandbox(options: options)
    let response = try await sandbox.numbers()
    #expect(response.header("Retry-After") == "Tue, 24 Nov 2026 00:00:00 GMT")
    #expect(
      try await answer(.redirect).header("Location") == "https://evil.example/v1/phone-numbers")
  }

  @Test func theBodiesThatAreNoErrorTakeTurns() async throws {
    let sandbox = try Sandbox(options: .init(faults: [Fault(.shapeD)]))
    var bodies: [String] = []
    for _ in 0..<6 { bodies.append(try await sandbox.numbers().text) }
    let html = "<!DOCTYPE html><html><body><h1>Gateway</h1></body></html>\n"
    #expect(bodies == ["", html, "null", #""bad request""#, #"["bad","request"]"#, ""])
  }

  @Test func aRequestThatIsWrongAnywayIsRefusedAsEver() async throws {
    let sandbox = try Sandbox(options: .init(faults: [Fault(.unavailable)]))
    #expect(try await sandbox.numbers("?limit=0").status == 400)
    #expect(try await sandbox.send(Request(target: "/v1/x")).status == 404)
  }

  @Test func aRateStrikesSomeRequestsAndAlwaysTheSame() async throws {
    let options = SandboxOptions(faults: [Fault(.unavailable, rate: 0.2)])
    var runs: [[Int]] = []
    for _ in 0..<2 {
      let sandbox = try Sandbox(options: options)
      var statuses: [Int] = []
      for _ in 0..<100 { statuses.append(try await sandbox.numbers("?limit=1").status) }
      runs.append(statuses)
    }
    #expect(runs[0] == runs[1])
    #expect((10...30).contains(runs[0].count { $0 == 503 }))
    #expect(Set(runs[0]) == [200, 503])
  }

  @Test func aTokenExpiresAfterTheFirstPage() async throws {
    let sandbox = try Sandbox(options: .init(faults: [Fault(.expiredToken)]))
    let next = try #require(try await sandbox.numbers().page().next_page_url)
    let response = try await sandbox.send(Request(target: next, account: account))
    #expect(response.status == 400)
    #expect(response.text.contains(#""code":"invalid_pagination""#))
  }

  @Test func theNextPageIsThisPage() async throws {
    let page = try await answer(.repeatingPage, "?limit=3").page()
    #expect(page.next_page_url == "/v1/phone-numbers?limit=3")
    #expect(page.data.count == 3)
  }

  @Test func emptyPagesLeadToOtherEmptyPages() async throws {
    let sandbox = try Sandbox(options: .init(numbers: 3, faults: [Fault(.emptyPages)]))
    var target = "/v1/phone-numbers"
    var seen: [String] = []
    for _ in 0..<4 {
      let page = try await sandbox.send(Request(target: target, account: account)).page()
      #expect(page.data.isEmpty)
      target = try #require(page.next_page_url)
      seen.append(target)
    }
    #expect(Set(seen).count == 3)
    #expect(seen[3] == seen[0])
  }

  @Test func hostileURLsTakeTurns() async throws {
    let sandbox = try Sandbox(options: .init(faults: [Fault(.hostileURL)]))
    var urls: [String] = []
    for _ in 0..<10 { urls.append(try await sandbox.numbers().page().next_page_url ?? "none") }
    #expect(
      urls == [
        ".evil.example/x", "@evil.example/x", "https://evil.example/x", ":8443/x",
        "//evil.example/x", "/\\evil.example/x", "http://127.0.0.1:1/x", "", "v1/x",
        "/v1/phone-numbers\r\nX-Injected: 1",
      ])
  }

  @Test func pageKeysAreAbsent() async throws {
    let response = try await answer(.absentPageKeys, "?limit=1")
    #expect(response.text.hasPrefix(#"{"object":"list","url":"/v1/phone-numbers","data":[{"id":"#))
  }

  @Test func filtersAreTakenAndNotApplied() async throws {
    let page = try await answer(.ignoreFilters, "?status=pending&limit=100").page()
    #expect(page.data.count == 100)
    #expect(Set(page.data.compactMap(\.status)).count > 3)
  }

  @Test func itemsAreDistorted() async throws {
    let nulls = try await answer(.nullOptionals, "?limit=1").text
    #expect(nulls.contains(#""number_class":null"#))
    #expect(!nulls.contains(#""status":null"#))
    let enums = try await answer(.unknownEnum, "?limit=2").page()
    #expect(enums.data.map(\.status) == ["surprise", "surprise"])
    let keys = try await answer(.unknownKeys, "?limit=1").text
    #expect(
      keys.hasSuffix(
        #","x_unknown":{"nested":[1,2.5e3,{"deep":null}]},"x-list":[[]],"":"empty key"}]}"#))
    let times = try await answer(.fractionalTimes, "?limit=1").text
    let plain = try await answer(nil, "?limit=1").page().data[0].created_at.dropLast()
    #expect(
      [".5Z", ".123456789Z", "+00:00", ".000001+00:00"].contains {
        times.contains(#""created_at":"\#(plain)\#($0)""#)
      })
  }

  @Test func oneItemOfAPageIsMalformed() async throws {
    let sandbox = try Sandbox(options: .init(faults: [Fault(.malformedItem)]))
    var bodies: [String] = []
    for _ in 0..<4 { bodies.append(try await sandbox.numbers("?limit=1").text) }
    #expect(
      bodies.map { String($0.split(separator: #""data":"#).last ?? "") } == [
        "[null]}", #"["text"]}"#, #"[{"id":17}]}"#, #"[{"id":"did_1",]}"#,
      ])
  }

  @Test func aCutBodyIsABrokenConnection() async throws {
    await #expect(
      throws: APIError(.connection, "the connection closed before the answer was whole")
    ) { _ = try await answer(.cutBody) }
    let whole = try await answer(nil)
    let wire = parts(of: try await overTheWire(.cutBody))
    #expect(wire.head.lowercased().contains("content-length: \(whole.body.count)"))
    #expect(wire.body == String(decoding: whole.body[..<(whole.body.count / 2)], as: UTF8.self))
  }

  @Test func aStalledBodyStopsHalfWay() async throws {
    await #expect(throws: APIError(.timeout, "the answer stalled: nothing came for 30.0 seconds")) {
      _ = try await answer(.stalledBody)
    }
    let half = try await answer(nil).body.count / 2
    let sandbox = try Sandbox(options: .init(faults: [Fault(.stalledBody)]))
    let wire = try await SandboxServer.withServer(sandbox) { baseURL in
      await exchange(
        getRequest("/v1/phone-numbers"), port: port(of: baseURL), upTo: half)
    }
    #expect(parts(of: wire).status == "200")
  }

  @Test(arguments: [Fault.Kind.slowHeaders, .slowBody])
  func aSlowAnswerIsWholeInTheEnd(_ kind: Fault.Kind) async throws {
    let options = SandboxOptions(faults: [Fault(kind)], slowness: .milliseconds(50))
    let sandbox = try Sandbox(options: options)
    let plain = try await answer(nil).text
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try await sandbox.numbers().text == plain)
    #expect(clock.now - start >= .milliseconds(50))
    let wireStart = clock.now
    let wire = try await SandboxServer.withServer(sandbox) { baseURL in
      await exchange(getRequest("/v1/phone-numbers"), port: port(of: baseURL))
    }
    #expect(parts(of: wire).body == plain)
    #expect(clock.now - wireStart >= .milliseconds(50))
  }

  @Test func everyAnswerTakesTheLatency() async throws {
    let sandbox = try Sandbox(options: .init(latency: .milliseconds(20)))
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try await sandbox.numbers("?limit=0").status == 400)
    #expect(clock.now - start >= .milliseconds(20))
  }

  @Test func everyFaultHasASentence() {
    let summaries = Fault.Kind.allCases.map(\.summary)
    #expect(Set(summaries).count == Fault.Kind.allCases.count)
    #expect(summaries.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") })
  }

  /// What a sandbox with one fault says to its first request.
  private func answer(_ kind: Fault.Kind?, _ query: String = "") async throws -> Response {
    let sandbox = try Sandbox(options: .init(faults: kind.map { [Fault($0)] } ?? []))
    return try await sandbox.numbers(query)
  }

  private func overTheWire(_ kind: Fault.Kind) async throws -> String {
    let sandbox = try Sandbox(options: .init(faults: [Fault(kind)]))
    return try await SandboxServer.withServer(sandbox) { baseURL in
      await exchange(getRequest("/v1/phone-numbers"), port: port(of: baseURL))
    }
  }
}
