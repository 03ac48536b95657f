import ArgumentParser
import DialLanguage
import DialPipeline
import DialSandbox
import DialShell
import DialStack

/// Which API is asked, with which key, for which account.
struct ConnectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The account to begin with, or `all`; several where it is given several times.",
      valueName: "id"))
  var account: [String] = []

  @Option(help: ArgumentHelp("A profile of the configuration file.", valueName: "name"))
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "A file that holds the API key, for its owner's eyes only.", valueName: "file"))
  var apiKeyFile: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where the API is (default: where the key's source says, else https://api.dialstack.ai).",
      valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "How long one request may take, as 40ms, 2s or 10m (default: 10m).", valueName: "time"))
  var timeout: TimeSpan?

  @Flag(help: "Answer from a sandbox inside this process; needs no key and no network.")
  var sandbox = false

  func validate() throws {
    if let timeout, timeout.duration == .zero {
      throw ValidationError("no request is done in no time; give --timeout 10m, say")
    }
  }

  /// What the options, the environment and the configuration file come to.
  struct Settings: Sendable {
    let accounts: AccountSelection
    let profile: String?
    let key: FoundKey?
    let baseURL: BaseURL
    let network: NetworkOptions
    let timeouts: Timeouts
    let usesSandbox: Bool
  }

  /// Settles the options against the environment and the configuration file.
  ///
  /// - Throws: `ConfigurationError` for settings that can't be used.
  func settings(environment: [String: String], catalog: Catalog) throws -> Settings {
    if sandbox { return try sandboxSettings(catalog) }
    let profile = try chosenProfile(environment)
    let credentials = try Credentials(
      Credentials.Options(
        keyFile: apiKeyFile, baseURL: baseURL, profileIsNamed: self.profile != nil),
      profile: profile, environment: environment)
    // Plain HTTP goes to this machine alone, where there is no certificate and no proxy.
    let isPlain = credentials.baseURL.scheme == "http"
    return Settings(
      accounts: try Self.accounts(
        account.isEmpty ? profile?.account.map { [$0] } ?? [] : account, in: catalog),
      profile: profile?.name,
      key: credentials.key, baseURL: credentials.baseURL,
      network: try NetworkOptions(environment: isPlain ? [:] : environment), timeouts: timeouts,
      usesSandbox: false)
  }

  private func sandboxSettings(_ catalog: Catalog) throws -> Settings {
    for (name, value) in [
      ("profile", profile), ("api-key-file", apiKeyFile), ("base-url", baseURL),
    ]
    where value != nil {
      throw ConfigurationError("--sandbox brings its own key and address; leave out --\(name)")
    }
    return Settings(
      accounts: try Self.accounts(account, in: catalog), profile: nil, key: nil,
      baseURL: .production,
      network: NetworkOptions(), timeouts: timeouts, usesSandbox: true)
  }

  private var timeouts: Timeouts {
    var timeouts = Timeouts()
    if let timeout { timeouts.exchange = timeout.duration }
    return timeouts
  }

  private func chosenProfile(_ environment: [String: String]) throws -> Profile? {
    guard let path = Configuration.path(environment: environment) else { return nil }
    return try Configuration(path: path).profile(profile)
  }

  /// What a script's parameter of that name is given: the accounts as `use` takes them.
  var parameters: [String: Literal] {
    guard !account.isEmpty else { return [:] }
    return ["account": Literal(.word, account.joined(separator: ", "), at: .nowhere)]
  }

  /// The accounts that options name.
  ///
  /// - Throws: `ConfigurationError` for what is no account.
  static func accounts(_ texts: [String], in catalog: Catalog) throws -> AccountSelection {
    if texts == ["all"], let list = catalog.accountList { return .all(in: list) }
    guard !texts.contains("all") else {
      throw ConfigurationError("`all` stands alone; leave the other accounts out")
    }
    return AccountSelection(try texts.map { try account($0) })
  }

  private static func account(_ text: String) throws -> Account.ID {
    guard !text.holdsKey else {
      throw ConfigurationError(
        "the account looks like an API key; a key goes into DIALSTACK_API_KEY or a file for "
          + "--api-key-file")
    }
    guard let account = Account.ID(rawValue: text) else {
      throw ConfigurationError(
        "`\(text)` is not an account id; it has 1 to 255 characters, no spaces")
    }
    return account
  }
}
