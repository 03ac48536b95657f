import ArgumentParser
import DialLanguage
import DialSandbox
import DialShell
import DialStack

/// Which API is asked, with which key, for which account.
struct ConnectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The account to begin with.", valueName: "id"))
  var account: String?

  @Option(help: ArgumentHelp("A profile of the configuration file.", valueName: "name"))
  var profile: String?

  @Option(help: ArgumentHelp("A file whose first line is the API key.", valueName: "file"))
  var apiKeyFile: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where the API is (default: $DIALSTACK_API_URL, else https://api.dialstack.ai).",
      valueName: "url"))
  var baseURL: String?

  @Flag(help: "Answer from a sandbox inside this process; needs no key and no network.")
  var sandbox = false

  /// What the options, the environment and the configuration file come to.
  struct Settings: Sendable {
    let account: Account.ID?
    let profile: String?
    let key: Result<FoundKey, any Error>
    let baseURL: BaseURL
    let usesSandbox: Bool
  }

  /// Settles the options against the environment and the configuration file.
  ///
  /// - Throws: `ConfigurationError` for settings that can't be used.
  func settings(environment: [String: String]) throws -> Settings {
    if sandbox { return try sandboxSettings() }
    let profile = try chosenProfile(environment)
    let url = baseURL ?? environment["DIALSTACK_API_URL"].flatMap { $0.isEmpty ? nil : $0 }
    let key = Result {
      try Credentials.key(
        file: apiKeyFile, profile: profile, profileWasNamed: self.profile != nil,
        environment: environment)
    }
    if case .failure(let error) = key, !(error is MissingKey) { throw error }
    return Settings(
      account: try Self.account(account ?? profile?.account), profile: profile?.name, key: key,
      baseURL: try (url ?? profile?.baseURL).map { try Self.baseURL($0) } ?? .production,
      usesSandbox: false)
  }

  private func sandboxSettings() throws -> Settings {
    for (name, value) in [
      ("profile", profile), ("api-key-file", apiKeyFile), ("base-url", baseURL),
    ]
    where value != nil {
      throw ConfigurationError("--sandbox brings its own key and address; leave out --\(name)")
    }
    return Settings(
      account: try Self.account(account), profile: nil, key: .failure(MissingKey()),
      baseURL: .production, usesSandbox: true)
  }

  private func chosenProfile(_ environment: [String: String]) throws -> Profile? {
    guard let path = Configuration.path(environment: environment) else { return nil }
    return try Configuration(path: path).profile(profile)
  }

  static func account(_ text: String?) throws -> Account.ID? {
    guard let text else { return nil }
    guard let account = Account.ID(rawValue: text) else {
      throw ConfigurationError(
        "`\(text)` is not an account id; it has 1 to 255 characters, no spaces")
    }
    return account
  }

  private static func baseURL(_ text: String) throws -> BaseURL {
    do {
      return try BaseURL(text)
    } catch {
      throw ConfigurationError("\(error)")
    }
  }
}
