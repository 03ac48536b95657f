import DialExport
import DialPipeline
import SystemPackage

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
  private static var settings: [String: WritableKeyPath<Profile, String?>] {
    [
      "api_key": \.key, "api_key_file": \.keyFile, "base_url": \.baseURL, "account": \.account,
    ]
  }

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
    guard let status = try? FilePath(path).stat() else {
      (profiles, fallback) = ([:], nil)
      return
    }
    let toml = try Self.toml(at: path)
    var profiles: [String: Profile] = [:]
    var fallback: String?
    for table in toml.tables {
      switch (table.path.first, table.path.count) {
      case (nil, _): fallback = try Self.fallback(in: table, path)
      case ("profiles", 2): profiles[table.path[1]] = try Self.profile(table, path)
      default: throw Self.error(path, table.place, "unknown table; write [profiles.NAME]")
      }
    }
    (self.profiles, self.fallback) = (profiles, fallback)
    if status.isOpenToOthers, profiles.values.contains(where: { $0.key != nil }) {
      throw ConfigurationError(
        "\(path) holds a key and can be read by others; run: chmod 600 \(path)")
    }
  }

  private static func toml(at path: String) throws(ConfigurationError) -> TOML {
    let text = try TextFile.read(path)
    do {
      return try TOML(text)
    } catch {
      throw Self.error(path, error.place, error.message)
    }
  }

  private static func fallback(in table: TOML.Table, _ path: String)
    throws(ConfigurationError) -> String?
  {
    var fallback: String?
    for entry in table.entries {
      guard entry.key == "default" else {
        throw error(
          path, entry.place, "unknown setting `\(entry.key)`; write `default` or [profiles.NAME]")
      }
      fallback = try text(of: entry, path)
    }
    return fallback
  }

  private static func profile(_ table: TOML.Table, _ path: String)
    throws(ConfigurationError) -> Profile
  {
    var profile = Profile(name: table.path[1])
    for entry in table.entries {
      guard let setting = settings[entry.key] else {
        let known = settings.keys.sorted().joined(separator: ", ")
        throw error(path, entry.place, "unknown setting `\(entry.key)` (\(known))")
      }
      profile[keyPath: setting] = try text(of: entry, path)
    }
    return profile
  }

  private static func text(of entry: TOML.Entry, _ path: String)
    throws(ConfigurationError) -> String
  {
    guard case .text(let text) = entry.value else {
      throw error(path, entry.place, "`\(entry.key)` must be a text in quotes")
    }
    return text
  }

  private static func error(_ path: String, _ place: TOML.Place, _ message: String)
    -> ConfigurationError
  {
    ConfigurationError("\(path):\(place.line):\(place.column): \(message)")
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
