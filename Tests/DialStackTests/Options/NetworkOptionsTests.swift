import DialStack
import DialTestSupport
import Testing

/// What the variables of the environment make of connections.
struct NetworkOptionsTests {
  private let scratch: ScratchDirectory

  init() throws {
    scratch = try ScratchDirectory()
  }

  private func refusal(_ environment: [String: String]) -> String? {
    do throws(InvalidNetworkOptions) {
      _ = try NetworkOptions(environment: environment)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func aFolderOfCertificatesIsTrusted() async throws {
    try scratch.write(TestCertificate.authority, to: "certificates/authority.crt")
    try scratch.write("no certificate", to: "certificates/README")
    try await TLSServer.run(.good) { server in
      let options = ClientOptions(
        network: try NetworkOptions(
          environment: ["SSL_CERT_DIR": "\(scratch.path("certificates"))"]))
      let page = try await server.client(options).phoneNumbers.list(account: testAccount)
        .firstPage()
      #expect(page.items == [])
    }
  }

  @Test func placesWithoutCertificatesAreRefused() throws {
    let empty = try scratch.write("", to: "folder/empty.pem")
    let broken = try scratch.write(
      "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", to: "broken.pem")
    let (folder, missing) = (scratch.path("folder"), scratch.path("missing"))
    let expected = [
      ("SSL_CERT_FILE", missing, "SSL_CERT_FILE: can't read the file \(missing)"),
      ("SSL_CERT_FILE", folder, "SSL_CERT_FILE: can't read the file \(folder)"),
      ("SSL_CERT_FILE", empty, "SSL_CERT_FILE: \(empty) holds no certificate in PEM"),
      ("SSL_CERT_FILE", broken, "SSL_CERT_FILE: \(broken) holds a certificate that can't be read"),
      ("SSL_CERT_DIR", missing, "SSL_CERT_DIR: can't read the folder \(missing)"),
      ("SSL_CERT_DIR", folder, "SSL_CERT_DIR: \(folder) holds no certificate in PEM"),
    ]
    for (name, value, message) in expected { #expect(refusal([name: value]) == message) }
    #expect(refusal(["SSL_CERT_FILE": "", "SSL_CERT_DIR": "", "HTTPS_PROXY": ""]) == nil)
  }

  @Test(arguments: [
    ("https://proxy:3128", "names a proxy that is not spoken to by plain HTTP, which dialsh can't"),
    (
      "socks5://proxy:1080", "names a proxy that is not spoken to by plain HTTP, which dialsh can't"
    ),
    ("http://ada:secret@proxy", "names no port"), ("http://:3128", "names no host"),
    ("http://ada:secret@pro xy:3128", "names no host"),
    ("http://ada:%zz@proxy:1", "has a user or password that is not percent-encoded UTF-8"),
  ])
  func aProxyThatCannotBeUsedIsRefusedWithoutItsPassword(_ text: String, _ reason: String) {
    #expect(refusal(["HTTPS_PROXY": text]) == "HTTPS_PROXY \(reason); write http://HOST:PORT")
    #expect(refusal(["https_proxy": text]) == "https_proxy \(reason); write http://HOST:PORT")
  }

  @Test(arguments: [
    ("", "https://api.example", true), ("api.example", "https://api.example", false),
    ("example", "https://api.example", false), (".example", "https://api.example", false),
    ("*.example", "https://api.example", false), ("i.example", "https://api.example", true),
    ("other, API.Example", "https://api.example", false),
    ("api.example:443", "https://api.example", false),
    ("api.example:8443", "https://api.example", true), ("*", "https://api.example", false),
    ("2001:db8::1", "https://[2001:db8::1]", false),
    ("[2001:db8::1]:443", "https://[2001:db8::1]", false),
    ("", "https://localhost", false), ("", "http://127.0.0.1:8080", false),
    ("", "https://[::1]", false),
  ])
  func theProxyIsTakenUnlessTheHostIsAnException(
    _ exceptions: String, _ url: String, _ isTaken: Bool
  ) throws {
    let url = try BaseURL(url)
    for names in [("HTTPS_PROXY", "NO_PROXY"), ("https_proxy", "no_proxy")] {
      let options = try NetworkOptions(
        environment: [names.0: "http://proxy:3128", names.1: exceptions])
      #expect(options.proxy(for: url)?.description == (isTaken ? "proxy:3128" : nil))
    }
  }

  @Test func lowerCaseCountsFirst() throws {
    let options = try NetworkOptions(environment: [
      "HTTPS_PROXY": "http://upper:1", "https_proxy": "http://ada:p%40ss@[2001:db8::2]:2/",
      "NO_PROXY": "*", "no_proxy": "other.example",
    ])
    let proxy = try #require(options.proxy(for: .production))
    #expect(proxy.description == "[2001:db8::2]:2")
    #expect(proxy.user == ProxyAddress.User(name: "ada", password: "p@ss"))
  }
}
