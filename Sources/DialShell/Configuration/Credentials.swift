package import DialStack

/// Finds the key: a file, the environment, or a profile; never an argument.
package enum Credentials {
  /// The variables that may hold the key.
  private static let variables = ["DIALSTACK_API_KEY", "DIALSTACK_SECRET_KEY"]

  /// The key, from the first place that has one: `--api-key-file`, a profile that was asked
  /// for, the environment, the default profile.
  ///
  /// - Throws: ``MissingKey``, ``ConfigurationError``.
  package static func key(
    file: String?, profile: Profile?, profileWasNamed: Bool, environment: [String: String]
  ) throws -> FoundKey {
    if let file { return try key(inFile: file) }
    if profileWasNamed, let profile, let key = try key(of: profile) { return key }
    if let key = try key(in: environment) { return key }
    if let profile, let key = try key(of: profile) { return key }
    throw MissingKey()
  }

  private static func key(in environment: [String: String]) throws -> FoundKey? {
    let given = variables.filter { !(environment[$0] ?? "").isEmpty }
    guard let first = given.first, let text = environment[first] else { return nil }
    if given.contains(where: { environment[$0] != text }) {
      throw ConfigurationError("\(given.joined(separator: " and ")) differ; unset one of them")
    }
    return try key(text, from: first)
  }

  private static func key(of profile: Profile) throws -> FoundKey? {
    if let text = profile.key { return try key(text, from: "the profile `\(profile.name)`") }
    return try profile.keyFile.map { try key(inFile: $0) }
  }

  private static func key(inFile path: String) throws -> FoundKey {
    let text = try TextFile.read(path)
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return try key(line.filter { $0 != " " && $0 != "\t" }, from: path)
  }

  private static func key(_ text: String, from place: String) throws -> FoundKey {
    guard let key = APIKey(text) else {
      throw ConfigurationError(
        "\(place) holds no API key; a key is printable ASCII without spaces, as in sk_test_…")
    }
    return FoundKey(key: key, origin: place)
  }
}

/// A key, and the place that it was found in.
package struct FoundKey: Sendable {
  package let key: APIKey
  /// A file, a variable or a profile, as `.status` names it.
  package let origin: String
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
