import DialStack
import Testing

/// The shapes that errors come in.
@Suite struct ErrorBodyTests {
  private func error(_ status: Int, _ body: String) async throws -> APIError? {
    let answer = HTTP.answer(status, [("X-Request-Id", "req_123")], body)
    return try await HostileServer.run({ _ in answer }) { server in
      let options = ClientOptions(retries: RetryPolicy(maximumRetries: 0))
      return try await apiError {
        try await server.client(options: options).accounts.retrieve("acct_1")
      }
    }
  }

  private func expected(
    _ kind: APIError.Kind, _ message: String, status: Int, code: String? = nil
  ) -> APIError {
    APIError(kind, message, status: status, code: code, requestID: "req_123", attempts: 1)
  }

  @Test func shapeAIsTextWithCodeAndDetails() async throws {
    let error = try await error(
      400,
      """
      {"error":"limit must be between 1 and 100","code":"validation_error",
       "details":{"limit":"out of range","other":7},"existing_device":"dev_1"}
      """)
    var expected = expected(
      .invalidRequest, "limit must be between 1 and 100", status: 400, code: "validation_error")
    expected.details = ["limit": "out of range"]
    #expect(error == expected)
    #expect(
      expected.description
        == "limit must be between 1 and 100 (status 400, code validation_error, "
        + "limit: out of range, request req_123)")
  }

  @Test func shapeBIsAMessage() async throws {
    #expect(
      try await error(403, #"{"message":"not yours"}"#)
        == expected(.permission, "not yours", status: 403))
  }

  @Test func whatIsNotUnicodeDoesNotHideTheRest() async throws {
    #expect(
      try await error(403, #"{"message":"not \ud800yours","code":"no"}"#)
        == expected(.permission, "not \u{FFFD}yours", status: 403, code: "no"))
  }

  @Test func shapeCIsAnObject() async throws {
    #expect(
      try await error(
        401,
        #"{"error":{"message":"bad key","code":"bad_key","type":"api_error","param":"x"}}"#
      )
        == expected(.authentication, "bad key", status: 401, code: "bad_key"))
  }

  @Test(arguments: [
    ("", "the API has no such thing"),
    ("<html>gone</html>", "the API has no such thing; it said `<html>gone</html>`"),
    ("null", "the API has no such thing; it said `null`"),
    (#""gone""#, #"the API has no such thing; it said `"gone"`"#),
    ("[]", "the API has no such thing; it said `[]`"),
    (#"{"error":""}"#, #"the API has no such thing; it said `{"error":""}`"#),
    (
      #"{"error":{"message":{}}}"#,
      #"the API has no such thing; it said `{"error":{"message":{}}}`"#
    ),
    (#"{"message":" "}"#, #"the API has no such thing; it said `{"message":" "}`"#),
  ])
  func shapeDSaysNothing(_ body: String, _ message: String) async throws {
    #expect(try await error(404, body) == expected(.notFound, message, status: 404))
  }

  @Test(arguments: [
    (400, APIError.Kind.invalidRequest), (401, .authentication), (403, .permission),
    (404, .notFound), (405, .invalidRequest), (408, .timeout), (409, .conflict),
    (422, .validation), (425, .invalidRequest), (429, .rateLimit), (500, .server),
    (503, .server), (599, .server), (304, .redirect), (666, .decoding),
  ])
  func theStatusSaysTheKind(_ status: Int, _ kind: APIError.Kind) async throws {
    #expect(try await error(status, #"{"error":"x"}"#)?.kind == kind)
  }

  @Test func textOfTheServerIsCutAndMadePrintable() async throws {
    let long = String(repeating: "é", count: 500)
    let error = try await error(
      400, #"{"error":"a\u001b[31mb\u202ec\nd\#(long)","code":"\u0007x"}"#)
    let start = "a␛[31mb<U+202E>c d"
    #expect(
      error
        == expected(
          .invalidRequest, start + String(repeating: "é", count: 200 - start.count) + "…",
          status: 400, code: "␇x"))
  }

  @Test(arguments: [
    #"{"error":"bad key sk_test_0123456789abcdef9d3f"}"#,
    #"{"error":"sk_test_0123456789abcdef9d3f\u0301"}"#,
    #"{"error":"x","code":"sk_test_0123456789abcdef9d3f"}"#,
    #"{"error":"x","details":{"sk_test_0123456789abcdef9d3f":"sk_test_0123456789abcdef9d3f"}}"#,
    "<html>sk_test_0123456789abcdef9d3f</html>",
  ])
  func theKeyNeverShowsEvenIfTheServerRepeatsIt(_ body: String) async throws {
    for status in [200, 302, 400, 401, 500] {
      let answer = HTTP.answer(
        status,
        [
          ("X-Request-Id", testKey.text), ("Location", "https://evil.example/\(testKey.text)"),
          ("Retry-After", testKey.text),
        ], body)
      try await HostileServer.run({ _ in answer }) { server in
        let options = ClientOptions(retries: RetryPolicy(maximumRetries: 0))
        let error = try #require(
          try await apiError { try await server.client(options: options).accounts.retrieve("a") })
        var dumped = ""
        dump(error, to: &dumped)
        #expect(!"\(error) \(dumped)".contains("0123456789abcdef9d3f"))
        #expect(error.requestID == "sk_test_…9d3f")
      }
    }
  }
}
