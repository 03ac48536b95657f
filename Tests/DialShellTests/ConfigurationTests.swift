import DialShell
import DialTestSupport
import SystemPackage
import Testing

/// The configuration file.
struct ConfigurationTests {
  private let scratch: ScratchDirectory
  private let path: String

  init() throws {
    scratch = try ScratchDirectory()
    path = scratch.path("config.toml")
  }

  @Test func aMissingFileHasNoProfiles() throws {
    let configuration = try Configuration(path: path)
    #expect(try configuration.profile(nil) == nil)
    #expect(throws: ConfigurationError("no profile `work` in \(path) (it has none)")) {
      try configuration.profile("work")
    }
  }

  @Test func theDefaultProfileIsTakenIfNoneIsNamed() throws {
    try scratch.write(
      """
      default = "work"
      [profiles.work]
      account = "acct_1"
      base_url = "https://api.example"
      [profiles.play]
      api_key_file = "/key"
      """, to: "config.toml")
    let configuration = try Configuration(path: path)
    let work = try #require(try configuration.profile(nil))
    #expect(
      [work.name, work.key, work.keyFile, work.baseURL, work.account]
        == ["work", nil, nil, "https://api.example", "acct_1"])
    #expect(try configuration.profile("play")?.keyFile == "/key")
    #expect(throws: ConfigurationError("no profile `wrok` in \(path) (play, work)")) {
      try configuration.profile("wrok")
    }
  }

  @Test(arguments: [0o640, 0o604, 0o644, 0o660, 0o610])
  func aKeyThatOthersMayReadIsRefused(_ permissions: Int) throws {
    try scratch.write("[profiles.work]\napi_key = \"sk_test_1\"", to: "config.toml")
    #expect(try Configuration(path: path).profile("work")?.key == "sk_test_1")
    try chmod(path, permissions)
    #expect(
      throws: ConfigurationError(
        "\(path) holds a key and can be read by others; run: chmod 600 \(path)")
    ) {
      try Configuration(path: path)
    }
  }

  @Test(arguments: [
    (
      "profiles = 1",
      "1:1: unknown setting `profiles`; write `default`, `catalog` or [profiles.NAME]"
    ),
    ("\n [profiles]\nwork = 1", "2:2: unknown table; write [profiles.NAME]"),
    (
      "[profiles.work]\napikey = \"sk_test_1\"",
      "2:1: unknown setting `apikey` (account, api_key, api_key_file, base_url)"
    ),
    ("[[profiles]]\nwork = 1", "1:1: unknown table; write [profiles.NAME]"),
    ("[[profiles.work]]", "1:1: unknown table; write [profiles.NAME]"),
    (
      "catalog = \"a.toml\"", "1:1: `catalog` must be a list of texts, as [\"lists.toml\"]"
    ),
    (
      "catalog = [\"a.toml\", 1]", "1:22: `catalog` must be a list of texts, as [\"lists.toml\"]"
    ),
    ("[profiles.work]\napi_key = [1]", "2:1: `api_key` must be a text in quotes"),
    ("[profiles.work]\n\tapi_key = 1", "2:2: `api_key` must be a text in quotes"),
  ])
  func whatMakesNoSenseIsRefused(_ text: String, _ message: String) throws {
    try scratch.write(text, to: "config.toml")
    #expect(throws: ConfigurationError("\(path):\(message)")) { try Configuration(path: path) }
  }

  @Test func aFileThatIsNoTOMLIsRefusedAtItsPlace() throws {
    try scratch.write("default = \"work\"\n[profiles.work\n", to: "config.toml")
    #expect(throws: ConfigurationError("\(path):2:15: expected `]`")) {
      try Configuration(path: path)
    }
  }

  @Test func filesOfTheCatalogStandBesideTheConfiguration() throws {
    try scratch.write(
      "catalog = [\"a.toml\", \"b/c.toml\", \"/d.toml\", \"~/e.toml\"]", to: "config.toml")
    let configuration = try Configuration(path: path, homeDirectory: "/h")
    #expect(
      configuration.catalogs
        == [scratch.path("a.toml"), scratch.path("b/c.toml"), "/d.toml", "/h/e.toml"])
  }

  @Test func theFileIsWhereTheDesktopSays() {
    #expect(
      Configuration.path(environment: ["XDG_CONFIG_HOME": "/c", "HOME": "/h"])
        == "/c/dialsh/config.toml")
    #expect(
      Configuration.path(environment: ["XDG_CONFIG_HOME": "relative", "HOME": "/h"])
        == "/h/.config/dialsh/config.toml")
    #expect(Configuration.path(environment: [:]) == nil)
  }
}
