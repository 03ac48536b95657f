import DialStack
import Testing

@Suite struct EndpointTests {
  @Test func everythingButUnreservedCharactersIsEncoded() {
    let endpoint = Endpoint(
      resource: .numbers,
      parameters: [
        QueryItem(name: "limit", value: "10"), QueryItem(name: "from_number", value: "+1415 555"),
        QueryItem(name: "expand[]", value: "a&b=c#d?/%é~-._"), QueryItem(name: "empty", value: ""),
      ], account: nil)
    #expect(
      endpoint.target
        == "/v1/phone-numbers?limit=10&from_number=%2B1415%20555"
        + "&expand%5B%5D=a%26b%3Dc%23d%3F%2F%25%C3%A9~-._&empty=")
  }

  @Test func withoutParametersThereIsNoQuery() {
    #expect(
      Endpoint(resource: .accounts, parameters: [], account: nil).target == "/v1/accounts")
  }

  @Test(arguments: [
    ("did_1", "did_1"), ("../accounts/acct_2", "..%2Faccounts%2Facct_2"), ("*68#1", "%2A68%231"),
    ("a?b=c", "a%3Fb%3Dc"), ("%2e%2e", "%252e%252e"), (#"a\b"#, "a%5Cb"), ("é", "%C3%A9"),
  ])
  func anIdIsOnePathSegment(_ id: String, _ segment: String) async throws {
    let id = try #require(PhoneNumber.ID(rawValue: id))
    try await HostileServer.run({ _ in HTTP.answer(200, [], JSON.number("did_1")) }) { server in
      let number = try await server.client().phoneNumbers.retrieve(id, account: testAccount)
      #expect(number.id == "did_1")
      #expect(server.log.targets == ["/v1/phone-numbers/\(segment)"])
      #expect(server.log.requests[0].headers("DialStack-Account") == [testAccount.rawValue])
    }
  }

  @Test(arguments: [
    ".", "..", "", " ", "a b", "a\n", "a\u{202e}b", String(repeating: "a", count: 256),
  ])
  func theseAreNoIds(_ text: String) {
    #expect(PhoneNumber.ID(rawValue: text) == nil)
  }

  @Test(arguments: [
    ("", "not readable JSON; it is empty"), ("<html>", "not readable JSON; it begins `<html>`"),
    ("null", "`` is null; it begins `null`"),
    (#"{"id":"a"}"#, #"`phone_number` is missing; it begins `{"id":"a"}`"#),
  ])
  func anAnswerThatIsNotTheItemIsAnError(_ body: String, _ reason: String) async throws {
    let transport = ScriptedTransport([
      Response(status: 200, headers: [], body: Array(body.utf8))
    ])
    let error = try await apiError {
      try await Client(transport: transport).phoneNumbers.retrieve("a", account: testAccount)
    }
    #expect(
      error
        == APIError(
          .decoding, "the answer is not a number: \(reason)", status: 200, attempts: 1))
  }
}
