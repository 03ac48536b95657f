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
///
///     default = "work"
///     catalog = ["lists.toml"]
package struct Configuration: Sendable {
  private static var settings: [String: WritableKeyPath<Profile, String?>] {
    [
      "api_key": \.key, "api_key_file": \.keyFile, "base_url": \.baseURL, "account": \.account,
    ]
  }

  private let path: String
  private let profiles: [String: Profile]
  private let fallback: String?
  /// The paths of the files that add to the catalog.
  package let catalogs: [String]

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
  ///
  /// - Parameter homeDirectory: what `~` stands for.
  package init(path: String, homeDirectory: String? = nil) throws(ConfigurationError) {
    self.path = path
    guard let status = try? FilePath(path).stat() else {
      (profiles, fallback, catalogs) = ([:], nil, [])
      return
    }
    let file = try ConfigurationText(at: path)
    var profiles: [String: Profile] = [:]
    var fallback: String?
    var catalogs: [String] = []
    for table in file.toml.tables {
      guard !table.path.isEmpty else {
        fallback = try file.text("default", in: table)
        catalogs = try file.texts("catalog", in: table)
        try file.refuseOthers(than: ["default", "catalog"], in: table)
        continue
      }
      guard table.path.first == "profiles", table.path.count == 2, !table.isListItem else {
        throw file.error(table.range, "unknown table; write [profiles.NAME]")
      }
      profiles[table.path[1]] = try Self.profile(table, file)
    }
    (self.profiles, self.fallback) = (profiles, fallback)
    let folder = FilePath(path).removingLastComponent()
    self.catalogs = catalogs.map { catalog in
      if catalog.hasPrefix("~/"), let homeDirectory { return homeDirectory + catalog.dropFirst() }
      return folder.pushing(FilePath(catalog)).string
    }
    if status.isOpenToOthers, profiles.values.contains(where: { $0.key != nil }) {
      throw ConfigurationError(
        "\(path) holds a key and can be read by others; run: chmod 600 \(path)")
    }
  }

  private static func profile(_ table: TOML.Table, _ file: ConfigurationText)
    throws(ConfigurationError) -> Profile
  {
    var profile = Profile(name: table.path[1])
    for entry in table.entries {
      guard let setting = settings[entry.key] else {
        let known = settings.keys.sorted().joined(separator: ", ")
        throw file.error(entry.range, "unknown setting `\(entry.key)` (\(known))")
      }
      profile[keyPath: setting] = try file.text(of: entry)
    }
    return profile
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
