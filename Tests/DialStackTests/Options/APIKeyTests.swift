import DialStack
import Testing

@Suite struct APIKeyTests {
  @Test(arguments: ["", " ", "sk_live_a b", "sk_live_é", "sk_live_a\n", "\u{7f}", "a\u{0}"])
  func theseAreNoKeys(_ text: String) {
    #expect(APIKey(text) == nil)
  }

  @Test func aKeyHasItsLimit() {
    #expect(APIKey(String(repeating: "k", count: 8192)) != nil)
    #expect(APIKey(String(repeating: "k", count: 8193)) == nil)
  }

  @Test(arguments: [
    ("sk_live_0123456789abcdef9d3f", "sk_live_…9d3f"), ("sk_test_0123456789ab", "sk_test_…89ab"),
    ("sk_test_sandbox", "sk_test_…"), ("eyJhbGciOiJIUzI1NiJ9.e30.abcd", "…abcd"), ("short", "…"),
  ])
  func onlyTheKindAndTheEndAreShown(_ text: String, _ shown: String) throws {
    let key = try #require(APIKey(text))
    var dumped = ""
    dump(key, to: &dumped)
    #expect(key.description == shown)
    #expect(String(reflecting: key) == shown)
    #expect("\(Optional(key) as Any) \([key])" == "Optional(\(shown)) [\(shown)]")
    #expect(Mirror(reflecting: key).children.map { "\($0.value)" } == [shown])
    #expect(!dumped.contains(text))
  }

  @Test func aClientDoesNotShowItsKeyEvenWhileItSendsIt() async throws {
    let (requests, arrived) = AsyncStream.makeStream(of: Void.self)
    try await HostileServer.run({ _ in
      arrived.yield()
      return []
    }) { server in
      let client = server.client()
      let task = Task { try await client.accounts.list().collect() }
      for await _ in requests { break }
      var dumped = ""
      dump(client, to: &dumped)
      dump(client.phoneNumbers.list(account: testAccount), to: &dumped)
      #expect(dumped.contains("sk_test_…9d3f"))
      #expect(!dumped.contains("0123456789abcdef9d3f"))
      task.cancel()
      _ = await task.result
    }
  }

  @Test func thePrefixTellsLiveFromTest() throws {
    let keys = try ["sk_live_1", "sk_test_1", "eyJ"].map { try #require(APIKey($0)) }
    #expect(keys.map(\.isLive) == [true, false, false])
    #expect(keys.map(\.isTest) == [false, true, false])
  }
}
