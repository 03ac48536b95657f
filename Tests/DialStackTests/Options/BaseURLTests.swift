import DialStack
import Testing

@Suite struct BaseURLTests {
  @Test(arguments: [
    ("https://api.dialstack.ai", "https://api.dialstack.ai"),
    ("HTTPS://API.DialStack.ai/", "https://api.dialstack.ai"),
    ("https://api.dialstack.ai:8443/a/b//", "https://api.dialstack.ai:8443/a/b"),
    ("http://localhost:8080", "http://localhost:8080"),
    ("http://127.0.0.1", "http://127.0.0.1"), ("http://127.255.3.4:1", "http://127.255.3.4:1"),
    ("http://[::1]:65535/", "http://[::1]:65535"),
    ("https://[2001:db8::1]", "https://[2001:db8::1]"),
    ("https://a_b-c.example", "https://a_b-c.example"),
  ])
  func theseAreTaken(_ text: String, _ spelled: String) throws {
    #expect(try BaseURL(text).description == spelled)
  }

  @Test(arguments: [
    ("", InvalidBaseURL.Reason.scheme), ("api.dialstack.ai", .scheme), ("ftp://a", .scheme),
    ("://a", .scheme), ("http://api.dialstack.ai", .insecure),
    ("http://127.0.0.1.evil.com", .insecure),
    ("http://127.1", .insecure), ("http://128.0.0.1", .insecure), ("http://127.0.0.256", .insecure),
    ("http://127.0.0.+1", .host), ("http://127..0.1", .insecure),
    ("http://localhost.evil.com", .insecure),
    ("http://[::2]", .insecure), ("http://0.0.0.0", .insecure),
    ("https://", .host), ("https:///v1", .host), ("https://[::1", .host), ("https://[::1]x", .host),
    ("https://a%2eb", .host), ("https://a:", .port), ("https://a:0", .port),
    ("https://a:65536", .port),
    ("https://a:+1", .port), ("https://a:99999999999999999999", .port),
    ("https://user@a", .userInfo), ("https://user:password@a", .userInfo),
    ("http://localhost@evil.example", .userInfo), ("https://a?x", .query), ("https://a/#x", .query),
    ("https://a b", .characters), ("https://ü.example", .characters),
    (#"https://a\b"#, .characters),
    ("https://a\n", .characters), ("https://a/{x}", .characters),
  ])
  func theseAreNot(_ text: String, _ reason: InvalidBaseURL.Reason) throws {
    let error = #expect(throws: InvalidBaseURL.self) { try BaseURL(text) }
    #expect(error?.reason == reason)
  }

  @Test(arguments: InvalidBaseURL.Reason.allCases)
  func noReasonRepeatsTheText(_ reason: InvalidBaseURL.Reason) throws {
    let texts: [InvalidBaseURL.Reason: String] = [
      .scheme: "secret", .insecure: "http://secret", .host: "https://secret%",
      .port: "https://secret:0",
      .userInfo: "https://secret@a", .query: "https://a?secret", .characters: "https://secret ",
    ]
    let text = try #require(texts[reason])
    let error = try #require(#expect(throws: InvalidBaseURL.self) { try BaseURL(text) })
    #expect(error.reason == reason)
    #expect(!error.description.contains("secret"))
  }

  @Test func productionIsTheSDKsAddress() throws {
    #expect(try BaseURL("https://api.dialstack.ai") == .production)
    #expect(BaseURL.production.url(of: "/v1/accounts") == "https://api.dialstack.ai/v1/accounts")
  }
}
