import DialStack
import NIOSSL
import Testing

/// Which servers the key is sent to.
@Suite(.timeLimit(.minutes(1))) struct TLSTests {
  /// What asking a server for a page fails with.
  private func failure(_ client: Client) async throws -> APIError? {
    try await apiError { try await client.phoneNumbers.list(account: testAccount).firstPage() }
  }

  private func refusal(_ message: String, kind: APIError.Kind = .refusedConnection) -> APIError {
    var error = APIError(kind, message, attempts: 1)
    error.page = 1
    return error
  }

  @Test func aGoodCertificateIsTrustedByName() async throws {
    try await TLSServer.run(.good) { server in
      for host in ["localhost", "127.0.0.1"] {
        let error = try await failure(try server.client(try server.options(), host: host))
        #expect(error == nil)
      }
      let isSent = server.log.heads.allSatisfy {
        $0.contains("Authorization: Bearer \(testKey.text)\r\n")
      }
      #expect(isSent && server.log.heads.count == 2)
    }
  }

  @Test(arguments: [
    (TestCertificate.expired, "it expired on 2021-03-04"),
    (.notYetValid, "it is not valid before 2998-05-06; is the clock here right?"),
    (.otherName, "it is for another host"), (.noNames, "it names no host"),
    (
      .selfSigned,
      "it is signed by itself; SSL_CERT_FILE names a file of certificates to trust"
    ),
    (
      .unknownAuthority,
      "no authority that is trusted here has signed it; "
        + "SSL_CERT_FILE names a file of certificates to trust"
    ),
  ])
  func aBadCertificateIsRefusedOnceAndTheKeyNotSent(
    _ certificate: TestCertificate, _ reason: String
  ) async throws {
    try await TLSServer.run(certificate) { server in
      let error = try await failure(try server.client(try server.options()))
      #expect(
        error == refusal("the certificate of `localhost` is not trusted: \(reason)"))
      #expect(server.log.heads == [])
      #expect(server.log.connections <= 2)
    }
  }

  @Test(arguments: [TLSVersion.tlsv1, .tlsv11])
  func anOldVersionIsRefusedOnce(_ version: TLSVersion) async throws {
    try await TLSServer.run(.good, version: version) { server in
      let error = try await failure(try server.client(try server.options()))
      #expect(
        error == refusal("`localhost` speaks no TLS 1.2 or later"))
      #expect((server.log.heads, server.log.connections) == ([], 1))
    }
  }

  @Test func aServerWithoutTLSIsRefused() async throws {
    try await HostileServer.run({ _ in [] }) { server in
      let url = try BaseURL("https://127.0.0.1:\(server.baseURL.port ?? 0)")
      let options = ClientOptions(
        timeouts: Timeouts(connect: .milliseconds(200)), retries: RetryPolicy(maximumRetries: 0))
      let error = try await failure(Client(key: testKey, baseURL: url, options: options))
      #expect(error == refusal("no connection to the API within 0.2 seconds", kind: .timeout))
      #expect(server.log.requests == [])
    }
  }

  @Test func aProxyIsAskedToConnectAndSeesNoKey() async throws {
    try await TLSServer.run(.good) { server in
      try await ConnectProxy.run(to: server.port) { proxy in
        let options = try server.options([
          "HTTPS_PROXY": "http://ada:p%40ss@127.0.0.1:\(proxy.port)"
        ])
        let error = try await failure(try server.client(options, host: "api.example", port: 443))
        #expect(error == nil)
        let head = try #require(proxy.log.heads.first)
        #expect(head.first == "CONNECT api.example:443 HTTP/1.1")
        // The user and the password, `ada:p@ss`.
        #expect(head.contains { $0.lowercased() == "proxy-authorization: basic ywrhonbac3m=" })
        #expect(!head.contains { $0.contains(testKey.text) })
        #expect(server.log.heads.count == 1)
      }
    }
  }

  @Test func aBadCertificateBehindAProxyIsRefusedToo() async throws {
    try await TLSServer.run(.expired) { server in
      try await ConnectProxy.run(to: server.port) { proxy in
        let options = try server.options(["https_proxy": "127.0.0.1:\(proxy.port)"])
        let error = try await failure(try server.client(options, host: "api.example", port: 443))
        #expect(
          error
            == refusal(
              "the certificate of `api.example` is not trusted: it is expired, not valid yet, or "
                + "signed by no authority that is trusted here; "
                + "SSL_CERT_FILE names a file of certificates to trust"))
        #expect(server.log.heads == [])
      }
    }
  }

  @Test(arguments: [
    (
      "407 X", APIError.Kind.refusedConnection,
      "wants to know a user; write http://USER:PASSWORD@HOST:PORT in HTTPS_PROXY"
    ),
    ("503 X", .connection, "does not connect to `api.example`"),
    ("099 X", .connection, "does not connect to `api.example`"),
  ])
  func aProxyThatDoesNotConnectIsNamed(
    _ status: String, _ kind: APIError.Kind, _ message: String
  ) async throws {
    try await TLSServer.run(.good) { server in
      try await ConnectProxy.run(to: server.port, answering: status) { proxy in
        var options = try server.options(["HTTPS_PROXY": "http://127.0.0.1:\(proxy.port)/"])
        options.retries.maximumRetries = 0
        let error = try await failure(try server.client(options, host: "api.example", port: 443))
        #expect(
          error == refusal("the proxy `127.0.0.1:\(proxy.port)` \(message)", kind: kind))
      }
    }
  }

  @Test(arguments: [
    (
      [] as [HostileServer.Move], APIError.Kind.timeout, "no connection to PROXY within 0.2 seconds"
    ),
    ([.close], .connection, "PROXY does not connect to `api.example`"),
    (
      [.send(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)), .close], .connection,
      "the connection closed before the answer was whole"
    ),
  ])
  func aProxyThatDoesNotAnswerIsNamed(
    _ moves: [HostileServer.Move], _ kind: APIError.Kind, _ message: String
  ) async throws {
    try await HostileServer.run({ _ in moves }) { server in
      let address = "127.0.0.1:\(server.baseURL.port ?? 0)"
      var options = ClientOptions(
        timeouts: Timeouts(connect: .milliseconds(200)), retries: RetryPolicy(maximumRetries: 0))
      options.network = try NetworkOptions(environment: ["HTTPS_PROXY": address])
      let error = try await failure(
        Client(key: testKey, baseURL: try BaseURL("https://api.example"), options: options))
      let said = message.replacing("PROXY", with: "the proxy `\(address)`")
      #expect(error == refusal(said, kind: kind))
    }
  }

  @Test(arguments: ["10.1.2.3", "[2001:db8::1]"])
  func anAddressIsNotAskedThroughAProxyThatItsCertificateWouldBeHeldAgainst(
    _ host: String
  ) async throws {
    try await TLSServer.run(.good) { server in
      try await ConnectProxy.run(to: server.port) { proxy in
        let options = try server.options(["HTTPS_PROXY": "127.0.0.1:\(proxy.port)"])
        let error = try await failure(try server.client(options, host: host, port: 443))
        let bare = host.filter { $0 != "[" && $0 != "]" }
        #expect(
          error
            == refusal(
              "the certificate of an address can't be checked through a proxy; "
                + "name the host of the API, or put `\(bare)` into NO_PROXY"))
        #expect(proxy.log.heads == [])
      }
    }
  }

  @Test func thisMachineIsReachedWithoutTheProxy() async throws {
    try await HostileServer.run({ _ in HTTP.page(of: []) }) { server in
      var options = ClientOptions()
      options.network = try NetworkOptions(environment: ["HTTPS_PROXY": "http://127.0.0.1:1"])
      let error = try await failure(server.client(options: options))
      #expect(error == nil)
    }
  }
}
