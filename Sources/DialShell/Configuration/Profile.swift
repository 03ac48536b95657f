import DialStack
import DialPipeline
import SystemPackage
import TOMLKit

/// A named set of settings in the configuration file.
///
///     default = "work"
///
///     [profiles.work]
///     api_key = "sk_live_…"
///     account = "acct_…"
///     base_url = "https://api.dialstack.ai"
package struct Profile: Sendable {
  package let name: String
  package var key: String?
  package var keyFile: String?
  package var baseURL: String?
  package var account: String?
}

/// Why a configuration can't be used.
package struct ConfigurationError: Error, Hashable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

/// The configuration file.
package struct Configuration: Sendable {
  private static let settings = ["api_key", "api_key_file", "base_url", "account"]

  private let path: String
  private let profiles: [String: Profile]
  private let fallback: String?

  /// Where the file is: `$XDG_CONFIG_HOME/dialsh/config.toml`, else below `~/.config`.
  package static func path(environment: [String: String]) -> String? {
    folder(environment: environment).map { $0 + "/config.toml" }
  }

  /// Where the program's own files are.
  static func folder(environment: [String: String]) -> String? {
    if let directory = environment["XDG_CONFIG_HOME"], directory.hasPrefix("/") {
      return directory + "/dialsh"
    }
    return environment["HOME"].map { $0 + "/.config/dialsh" }
  }

  /// Reads the file at `path`; a file that isn't there has no profiles.
  ///
  /// - Throws: ``ConfigurationError`` for a file that can't be read or understood, or that
  ///   holds a key and can be read by others.
  package init(path: String) throws(ConfigurationError) {
    self.path = path
    guard let status = try? PathStatus(path) else {
      (profiles, fallback) = ([:], nil)
      return
    }
    let table = try Self.table(at: path)
    fallback = table["default"]?.string
    var profiles: [String: Profile] = [:]
    if let given = table["profiles"] {
      guard let given = given.table else {
        throw ConfigurationError("\(path): `profiles` is no table; write [profiles.NAME]")
      }
      for name in given.keys { profiles[name] = try Self.profile(name, in: given, path: path) }
    }
    self.profiles = profiles
    try Self.refuseOpenKeys(profiles, status, path: path)
  }

  private static func table(at path: String) throws(ConfigurationError) -> TOMLTable {
    do {
      return try TOMLTable(string: try TextFile.read(path))
    } catch let error as TOMLParseError {
      let place = "\(path):\(error.source.begin.line):\(error.source.begin.column)"
      throw ConfigurationError("\(place): \(error.description)")
    } catch {
      throw ConfigurationError("\(path): \(error)")
    }
  }

  private static func profile(_ name: String, in table: TOMLTable, path: String)
    throws(ConfigurationError) -> Profile
  {
    guard let values = table[name]?.table else {
      throw ConfigurationError("\(path): the profile `\(name)` is no table")
    }
    for key in values.keys {
      guard settings.contains(key) else {
        throw ConfigurationError(
          "\(path): unknown setting `\(key)` in the profile `\(name)` "
            + "(\(settings.joined(separator: ", ")))")
      }
      guard values[key]?.string != nil else {
        throw ConfigurationError("\(path): `\(key)` of the profile `\(name)` must be a string")
      }
    }
    return Profile(
      name: name, key: values["api_key"]?.string, keyFile: values["api_key_file"]?.string,
      baseURL: values["base_url"]?.string, account: values["account"]?.string)
  }

  private static func refuseOpenKeys(
    _ profiles: [String: Profile], _ status: PathStatus, path: String
  ) throws(ConfigurationError) {
    let isOpen = !status.permissions.isDisjoint(with: [
      .groupReadWriteExecute, .otherReadWriteExecute,
    ])
    if isOpen, profiles.values.contains(where: { $0.key != nil }) {
      throw ConfigurationError(
        "\(path) holds a key and can be read by others; run: chmod 600 \(path)")
    }
  }

  /// The profile called `name`, or the one that `default` names; `nil` if neither is asked for.
  ///
  /// - Throws: ``ConfigurationError`` if there is none of that name.
  package func profile(_ name: String?) throws(ConfigurationError) -> Profile? {
    guard let wanted = name ?? fallback else { return nil }
    guard let profile = profiles[wanted] else {
      let known = profiles.isEmpty ? "it has none" : profiles.keys.sorted().joined(separator: ", ")
      throw ConfigurationError("no profile `\(wanted)` in \(path) (\(known))")
    }
    return profile
  }
}
