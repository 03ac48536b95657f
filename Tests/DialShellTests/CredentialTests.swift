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

  private let profiles = """
    default = "work"
    [profiles.work]
    api_key = "sk_test_work"
    base_url = "https://work.example"
    [profiles.bare]
    api_key = "sk_test_bare"
    [profiles.address]
    base_url = "https://address.example"
    [profiles.account]
    account = "acct_1"
    """

  /// The key and the address that come of what is said, or why they are refused.
  private func settled(
    _ profile: String? = nil, default fallback: String? = nil, file: String? = nil,
    baseURL: String? = nil,
    in environment: [String: String] = [:]
  ) throws -> String {
    var profiles = profiles
    if let fallback { profiles.replace("\"work\"", with: "\"\(fallback)\"", maxReplacements: 1) }
    let configuration = try Configuration(path: scratch.write(profiles, to: "config.toml"))
    do {
      let credentials = try Credentials(
        Credentials.Options(keyFile: file, baseURL: baseURL, profileIsNamed: profile != nil),
        profile: try configuration.profile(profile), environment: environment)
      return "\(credentials.key?.key.text ?? "no key") to \(credentials.baseURL)"
    } catch let error as ConfigurationError {
      return error.description
    }
  }

  private let production = "https://api.dialstack.ai"
  private let key = ["DIALSTACK_API_KEY": "sk_test_variable"]
  private let address = ["DIALSTACK_API_URL": "https://variable.example"]
  private var both: [String: String] { key.merging(address) { first, _ in first } }

  private func mixture(_ key: String, _ address: String) -> String {
    "the key is from \(key), the address from \(address); "
      + "give both in one place, or the address as --base-url URL"
  }

  @Test func aNamedProfileBringsBoth() throws {
    for environment in [[:], key, address, both] {
      #expect(try settled("work", in: environment) == "sk_test_work to https://work.example")
      #expect(try settled("bare", in: environment) == "sk_test_bare to \(production)")
    }
    #expect(
      try settled("address", in: both)
        == mixture("DIALSTACK_API_KEY", "the profile `address`"))
    #expect(try settled("account", in: both) == "sk_test_variable to https://variable.example")
    #expect(try settled("account", in: key) == "sk_test_variable to \(production)")
  }

  @Test func theEnvironmentBringsBothBeforeTheDefaultProfile() throws {
    #expect(try settled(in: both) == "sk_test_variable to https://variable.example")
    #expect(try settled(in: key) == "sk_test_variable to \(production)")
    #expect(
      try settled(default: "address", in: both) == "sk_test_variable to https://variable.example")
    #expect(
      try settled(default: "address", in: key)
        == mixture("DIALSTACK_API_KEY", "the profile `address`"))
    #expect(try settled(in: ["DIALSTACK_SECRET_KEY": "sk_test_s"]) == "sk_test_s to \(production)")
  }

  @Test func theDefaultProfileBringsBothIfTheEnvironmentSaysNothing() throws {
    #expect(try settled() == "sk_test_work to https://work.example")
    #expect(try settled(in: ["DIALSTACK_API_KEY": ""]) == "sk_test_work to https://work.example")
    #expect(try settled(default: "bare") == "sk_test_bare to \(production)")
    for fallback in ["work", "bare"] {
      #expect(
        try settled(default: fallback, in: address)
          == mixture("the profile `\(fallback)`", "DIALSTACK_API_URL"))
    }
  }

  @Test func theCommandLineIsTakenAsItIsSaid() throws {
    let file = try scratch.write("sk_test_file\n", to: "key")
    let url = "https://option.example"
    for environment in [[:], key, address, both] {
      for profile in [nil, "work", "address"] {
        #expect(
          try settled(profile, file: file, baseURL: url, in: environment)
            == "sk_test_file to \(url)")
      }
    }
    #expect(try settled(baseURL: url, in: both) == "sk_test_variable to \(url)")
    #expect(try settled(baseURL: url, in: address) == "sk_test_work to \(url)")
    #expect(try settled("bare", baseURL: url, in: both) == "sk_test_bare to \(url)")
    #expect(try settled("address", baseURL: url, in: both) == "sk_test_variable to \(url)")
  }

  @Test func aFileOfTheKeyGoesWithWhatTheCommandLineSaysOrTheDefault() throws {
    let file = try scratch.write("sk_test_file", to: "key")
    #expect(try settled("work", file: file, in: both) == "sk_test_file to https://work.example")
    #expect(try settled("bare", file: file, in: both) == "sk_test_file to \(production)")
    #expect(try settled(default: "bare", file: file, in: key) == "sk_test_file to \(production)")
    #expect(try settled(file: file, in: both) == mixture("--api-key-file", "DIALSTACK_API_URL"))
    #expect(try settled(file: file) == mixture("--api-key-file", "the profile `work`"))
  }

  @Test func withoutAKeyThereIsAnAddressAllTheSame() throws {
    #expect(try settled(default: "account", in: address) == "no key to https://variable.example")
    #expect(try settled("address", in: address) == "no key to https://address.example")
    #expect(try settled(default: "account") == "no key to \(production)")
    #expect(
      try settled(default: "account", in: ["DIALSTACK_API_URL": "http://a.example"])
        == "DIALSTACK_API_URL: a base URL is `https`, or `http` to this machine: "
        + "the key must not be read")
  }

  @Test func aProfileMayNameTheFileOfItsKey() throws {
    let file = try scratch.write("sk_test_file", to: "key")
    // Such a file of settings holds no key, so that others may read it.
    let path = try scratch.write(
      "[profiles.work]\napi_key_file = \"\(file)\"", to: "config.toml",
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
    let credentials = try Credentials(
      Credentials.Options(keyFile: nil, baseURL: nil, profileIsNamed: true),
      profile: try Configuration(path: path).profile("work"), environment: [:])
    #expect(credentials.key?.key.text == "sk_test_file")
    #expect(credentials.key?.origin == file)
  }

  @Test func withoutAKeyTheUserIsToldWhereItMayBe() throws {
    #expect(
      MissingKey().description == """
        no API key: set DIALSTACK_API_KEY, or give --api-key-file FILE or --profile NAME;
        `dialsh --sandbox` needs no key: it answers from a sandbox on this machine
        """)
  }

  @Test func twoVariablesMustAgree() throws {
    let same = ["DIALSTACK_API_KEY": "sk_test_a", "DIALSTACK_SECRET_KEY": "sk_test_a"]
    #expect(try settled(in: same) == "sk_test_a to \(production)")
    let different = ["DIALSTACK_API_KEY": "sk_test_a", "DIALSTACK_SECRET_KEY": "sk_test_b"]
    #expect(
      try settled(in: different)
        == "DIALSTACK_API_KEY and DIALSTACK_SECRET_KEY differ; unset one of them")
  }

  static let flaws: [(String, String)] = [
    ("", "is empty"), ("\n", "is empty"), ("sk_test\0", "holds a NUL"),
    ("# the key\nsk_test_1\n", "holds more than one line"), ("# the key", "holds a comment"),
    ("export DIALSTACK_API_KEY=sk_test_1", "holds a line of a shell script"),
    ("DIALSTACK_API_KEY=sk_test_1\n", "holds a line of a shell script"),
    ("dialstack_api_key=sk_test_1", "holds a line of a shell script"),
    ("key = sk_test_1", "holds a line of a shell script"),
    ("\"sk_test_1\"", "holds quotes"), ("'sk_test_1'", "holds quotes"),
    ("sk_test 1", "holds blanks"), (" sk_test_1", "holds blanks"),
    ("sk_test_1\n\n", "holds more than one line"),
    ("sk_test_\u{E9}", "holds characters that no key has"),
    ("\u{1B}[31m", "holds characters that no key has"),
  ]

  @Test(arguments: flaws) func whatIsNoKeyIsRefusedAndNotRepeated(
    _ text: String, _ flaw: String
  ) throws {
    let file = try scratch.write(text, to: "key")
    let rest = "\(flaw); it must hold the key alone, as in sk_test_…"
    #expect(try settled(file: file) == "\(file) \(rest)")
    if text.isEmpty || text.last == "\n" || text.contains("\0") { return }
    #expect(try settled(in: ["DIALSTACK_API_KEY": text]) == "DIALSTACK_API_KEY \(rest)")
  }

  @Test(arguments: ["sk_test_file", "sk_test_file\n", "sk_test_file\r\n", "abc+/=="])
  func oneEndOfLineBehindTheKeyIsFine(_ text: String) throws {
    let file = try scratch.write(text, to: "key")
    let key = text.filter { !$0.isNewline }
    #expect(try settled("bare", file: file) == "\(key) to \(production)")
  }

  @Test(arguments: [0o640, 0o604, 0o644, 0o660, 0o610])
  func aFileOfTheKeyThatOthersMayReadIsRefused(_ permissions: Int) throws {
    let file = try scratch.write("sk_test_file", to: "key")
    try chmod(file, permissions)
    #expect(
      try settled("bare", file: file)
        == "\(file) holds a key and can be read by others; run: chmod 600 \(file)")
  }
}
