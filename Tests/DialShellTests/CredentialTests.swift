import DialShell
import DialStack
import DialTestSupport
import SystemPackage
import Testing

/// Where the key comes from, and which places are refused.
struct CredentialTests {
  private let scratch: ScratchDirectory

  init() throws {
    scratch = try ScratchDirectory()
  }

  private func key(
    file: String? = nil, profile: String? = nil, _ environment: [String: String] = [:]
  ) throws -> String {
    let configuration = try Configuration(path: scratch.path("config.toml"))
    return try Credentials.key(
      file: file, profile: try configuration.profile(profile), profileWasNamed: profile != nil,
      environment: environment
    ).key.text
  }

  @Test func theFirstPlaceThatHasAKeyWins() throws {
    let file = try scratch.write(" sk_test_file \r\nsk_test_second\n", to: "key")
    try scratch.write(
      """
      default = "work"
      [profiles.work]
      api_key = "sk_test_default"
      [profiles.other]
      api_key = "sk_test_named"
      """, to: "config.toml")
    let environment = ["DIALSTACK_API_KEY": "sk_test_variable"]
    #expect(try key(file: file, profile: "other", environment) == "sk_test_file")
    #expect(try key(profile: "other", environment) == "sk_test_named")
    #expect(try key(environment) == "sk_test_variable")
    #expect(try key(["DIALSTACK_SECRET_KEY": "sk_test_secret"]) == "sk_test_secret")
    #expect(try key(["DIALSTACK_API_KEY": ""]) == "sk_test_default")
  }

  @Test func aProfileMayNameTheFileOfItsKey() throws {
    let file = try scratch.write("sk_test_file", to: "key")
    // Such a file of settings holds no key, so that others may read it.
    try scratch.write(
      "[profiles.work]\napi_key_file = \"\(file)\"", to: "config.toml",
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
    #expect(try key(profile: "work") == "sk_test_file")
  }

  @Test func withoutAKeyTheUserIsToldWhereItMayBe() throws {
    #expect(throws: MissingKey()) { try key() }
    #expect(
      MissingKey().description == """
        no API key: set DIALSTACK_API_KEY, or give --api-key-file FILE or --profile NAME;
        `dialsh --sandbox` needs no key: it answers from a sandbox on this machine
        """)
  }

  @Test func twoVariablesMustAgree() throws {
    let same = ["DIALSTACK_API_KEY": "sk_test_a", "DIALSTACK_SECRET_KEY": "sk_test_a"]
    #expect(try key(same) == "sk_test_a")
    let different = ["DIALSTACK_API_KEY": "sk_test_a", "DIALSTACK_SECRET_KEY": "sk_test_b"]
    #expect(
      throws: ConfigurationError(
        "DIALSTACK_API_KEY and DIALSTACK_SECRET_KEY differ; unset one of them")
    ) {
      try key(different)
    }
  }

  @Test(arguments: ["sk_test_\u{E9}", "sk_test a", "\u{1B}[31m"])
  func whatIsNoKeyIsRefusedAndNotRepeated(_ text: String) {
    #expect(
      throws: ConfigurationError(
        "DIALSTACK_API_KEY holds no API key; a key is printable ASCII without spaces, "
          + "as in sk_test_…")
    ) {
      try key(["DIALSTACK_API_KEY": text])
    }
  }
}
