/// The text of a configuration file, and what is wrong with it.
struct ConfigurationText {
  private let path: String
  let toml: TOML

  /// - Throws: ``ConfigurationError`` for a file that can't be read, and for one that is no TOML.
  init(at path: String) throws(ConfigurationError) {
    self.path = path
    let text = try TextFile.read(path)
    do {
      toml = try TOML(text)
    } catch {
      throw ConfigurationError(
        "\(path):\(error.place.line):\(error.place.column): \(error.message)")
    }
  }

  /// The text of a key; `nil` where the key isn't there.
  func text(_ key: String, in table: TOML.Table) throws(ConfigurationError) -> String? {
    guard let entry = table.entries.first(where: { $0.key == key }) else { return nil }
    return try text(of: entry)
  }

  func text(of entry: TOML.Entry) throws(ConfigurationError) -> String {
    guard case .text(let text) = entry.value else {
      throw error(entry.range, "`\(entry.key)` must be a text in quotes")
    }
    return text
  }

  /// The texts of a key that takes a list of them; none where the key isn't there.
  func texts(_ key: String, in table: TOML.Table) throws(ConfigurationError) -> [String] {
    guard let entry = table.entries.first(where: { $0.key == key }) else { return [] }
    guard case .list(let elements) = entry.value else {
      throw error(entry.range, "`\(key)` must be a list of texts, as [\"lists.toml\"]")
    }
    var texts: [String] = []
    for element in elements {
      guard case .text(let text) = element.value, !text.isEmpty else {
        throw error(element.range, "`\(key)` must be a list of texts, as [\"lists.toml\"]")
      }
      texts.append(text)
    }
    return texts
  }

  func refuseOthers(than known: [String], in table: TOML.Table) throws(ConfigurationError) {
    guard let entry = table.entries.first(where: { !known.contains($0.key) }) else { return }
    throw error(
      entry.range, "unknown setting `\(entry.key)`; write `default`, `catalog` or [profiles.NAME]")
  }

  func error(_ range: Range<Int>, _ message: String) -> ConfigurationError {
    let place = toml.place(at: range.lowerBound)
    return ConfigurationError("\(path):\(place.line):\(place.column): \(message)")
  }
}
