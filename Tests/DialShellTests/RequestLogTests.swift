import DialShell
import DialStack
import Testing

/// What `-v` shows of requests, and how they are counted.
struct RequestLogTests {
  private let recorder: Recorder
  private let first = RequestAttempt(
    request: 1, number: 1, method: "GET", target: "/v1/phone-numbers?limit=1", account: "acct_1")
  private let second = RequestAttempt(
    request: 2, number: 2, method: "GET", target: "/v1/accounts", account: nil)

  init() throws {
    recorder = try Recorder()
  }

  private var events: [RequestEvent] {
    [
      .sending(first),
      .received(
        first, status: 200, bytes: 512, duration: .milliseconds(12), requestID: "req_\u{1B}1"),
      .sending(second),
      .failed(second, duration: .milliseconds(3270), reason: "the connection closed"),
      .waiting(second, duration: .milliseconds(1999), reason: "status 503"),
      .waiting(second, duration: .seconds(2), reason: "status 429"),
    ]
  }

  @Test func everyRequestIsALine() throws {
    let log = RequestLog(messages: recorder.messages(), detail: .everyRequest)
    for event in events { log.note(event) }
    #expect(
      try recorder.errors == """
        GET /v1/phone-numbers?limit=1 for acct_1 → 200, 512 bytes, 12 ms, req_␛1
        GET /v1/accounts (attempt 2) → the connection closed, 3.2 s
        waiting 1.9 s to ask again: status 503
        waiting 2.0 s to ask again: status 429

        """)
    #expect(
      log.tally
        == RequestLog.Tally(
          sent: 2, retries: 1, waited: .milliseconds(3999), answering: .milliseconds(3282),
          bytes: 512))
  }

  @Test func nothingIsShownThatWasNotAskedFor() throws {
    let log = RequestLog(messages: recorder.messages(errorsAreTerminal: true), detail: .nothing)
    for event in events { log.note(event) }
    #expect(try recorder.errors == "")
  }
}
