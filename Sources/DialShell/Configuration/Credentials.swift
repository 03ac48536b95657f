package import DialStack

/// The key, and the address that it goes to.
///
/// Both come from one source: a profile that was named, the environment, or the default
/// profile. What stands on the command line, `--api-key-file` and `--base-url`, is taken as
/// it was said.
package struct Credentials: Sendable {
  /// The key; `nil` if there is none anywhere.
  package let key: FoundKey?
  package let baseURL: BaseURL

  /// What the command line says.
  package struct Options: Sendable {
    package var keyFile: String?
    package var baseURL: String?
    /// Whether `--profile` names the profile, or it is the default one.
    package var profileIsNamed: Bool

    package init(keyFile: String?, baseURL: String?, profileIsNamed: Bool) {
      self.keyFile = keyFile
      self.baseURL = baseURL
      self.profileIsNamed = profileIsNamed
    }
  }

  /// Settles what the command line, a profile and the environment say.
  ///
  /// - Throws: ``ConfigurationError`` for what is no key or no address, and for a key and an
  ///   address that come from different sources.
  package init(_ options: Options, profile: Profile?, environment: [String: String]) throws {
    let profile = try profile.map { try CredentialSource($0) }
    let variables = try CredentialSource(environment)
    // A profile that is named counts before the environment, the default one after it.
    let sources = (options.profileIsNamed ? [profile, variables] : [variables, profile])
      .compactMap(\.self)
    let named = options.profileIsNamed ? profile : nil
    let file = try options.keyFile.map { try FoundKey(inFile: $0) }
    let giver = file == nil ? sources.first { $0.key != nil } : named
    key = file ?? giver?.key
    if options.baseURL == nil, key != nil, giver == nil || giver != named {
      try Self.refuseMixture(of: sources, giver: giver, hasFile: file != nil)
    }
    let source = key == nil ? sources.first { $0.address != nil } : giver
    baseURL =
      try options.baseURL.map { try Self.baseURL($0, from: nil) }
      ?? source?.address.map { try Self.baseURL($0, from: source?.addressOrigin) } ?? .production
  }

  /// Refuses an address without a key that another source's key would have to go to, or that
  /// would be passed over though it counts first.
  private static func refuseMixture(
    of sources: [CredentialSource], giver: CredentialSource?, hasFile: Bool
  ) throws {
    let addresses = sources.filter { $0.address != nil && ($0.key == nil || hasFile) }
    let rival = addresses.first { giver?.address == nil || $0 == sources.first }
    guard let rival else { return }
    throw ConfigurationError(
      "the key is from \(giver?.keyOrigin ?? "--api-key-file"), the address from "
        + "\(rival.addressOrigin); give both in one place, or the address as --base-url URL")
  }

  private static func baseURL(_ text: String, from origin: String?) throws -> BaseURL {
    do {
      return try BaseURL(text)
    } catch {
      throw ConfigurationError(origin.map { "\($0): \(error)" } ?? "\(error)")
    }
  }
}

/// A place that may give a key, an address, or both.
private struct CredentialSource: Equatable {
  let key: FoundKey?
  let address: String?
  /// What gives the key, as a message names it.
  let keyOrigin: String
  /// What gives the address, as a message names it.
  let addressOrigin: String

  init(_ environment: [String: String]) throws {
    func given(_ names: String...) -> [String] { names.filter { !(environment[$0] ?? "").isEmpty } }
    let names = given("DIALSTACK_API_KEY", "DIALSTACK_SECRET_KEY")
    let texts = names.compactMap { environment[$0] }
    guard Set(texts).count <= 1 else {
      throw ConfigurationError("\(names.joined(separator: " and ")) differ; unset one of them")
    }
    keyOrigin = names.first ?? ""
    key = try texts.first.map { [keyOrigin] in try FoundKey($0, from: keyOrigin) }
    addressOrigin = "DIALSTACK_API_URL"
    address = given(addressOrigin).first.flatMap { environment[$0] }
  }

  init(_ profile: Profile) throws {
    let origin = "the profile `\(profile.name)`"
    key =
      try profile.key.map { try FoundKey($0, from: origin) }
      ?? profile.keyFile.map { try FoundKey(inFile: $0) }
    address = profile.baseURL
    keyOrigin = origin
    addressOrigin = origin
  }

  static func == (left: CredentialSource, right: CredentialSource) -> Bool {
    left.addressOrigin == right.addressOrigin
  }
}

/// There is no key anywhere.
package struct MissingKey: Error, Hashable, CustomStringConvertible {
  package init() {}

  package var description: String {
    """
    no API key: set DIALSTACK_API_KEY, or give --api-key-file FILE or --profile NAME;
    `dialsh --sandbox` needs no key: it answers from a sandbox on this machine
    """
  }
}
