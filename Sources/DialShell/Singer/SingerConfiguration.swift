import DialLanguage
package import DialRows
package import DialStack
import TerminalText

/// What the file of `--config` says to a tap: a flat JSON object.
package struct SingerConfiguration: Sendable {
  /// What a key takes.
  private enum Kind {
    case text, texts, files, number, flag, time

    var phrase: String {
      switch self {
      case .text: "a text"
      case .texts: "ids with commas between, or a list of ids; left out, it is all accounts"
      case .files: "a file, or a list of files"
      case .number: "a whole number"
      case .flag: "true or false"
      case .time: "a time as 2026-01-01T00:00:00Z"
      }
    }
  }

  private static let keys: [(name: String, kind: Kind)] = [
    ("api_key_file", .text), ("profile", .text), ("base_url", .text), ("timeout", .text),
    ("accounts", .texts), ("rate", .text), ("concurrency", .number), ("shard", .text),
    ("catalog", .files),
    ("start_date", .time), ("activate_version", .flag), ("strict", .flag),
  ]

  /// Options of the command line that say the same.
  package private(set) var arguments: [String] = []
  /// The moment before which rows of lists that only grow are not wanted.
  package private(set) var start: Timestamp?
  /// Whether a target is told to remove what is no longer listed.
  package private(set) var removesOld = false
  /// The keys that mean nothing here.
  package private(set) var unknown: [String] = []

  /// What holds where there is no file.
  package init() {}

  /// - Parameter path: the file, for messages.
  /// - Throws: ``ConfigurationError`` for anything but a flat object of the kinds that keys take.
  package init(_ json: Value, of path: String) throws(ConfigurationError) {
    guard case .object = json else { throw ConfigurationError("\(path) holds no JSON object") }
    for (name, value) in json.members where value != .null {
      guard let key = Self.keys.first(where: { $0.name == name }) else {
        guard !Self.keyNames.contains(name), !value.string.holdsKey else {
          throw ConfigurationError(
            "\(path): the API key is not taken from here, where others copy it from; set "
              + "DIALSTACK_API_KEY, or `api_key_file`")
        }
        unknown.append(name)
        continue
      }
      guard !value.string.holdsKey else {
        throw ConfigurationError("\(path): `\(name)` holds an API key; it takes \(key.kind.phrase)")
      }
      guard take(value, for: name, key.kind) else {
        throw ConfigurationError("\(path): `\(name)` takes \(key.kind.phrase)")
      }
    }
  }

  /// What people would call the key.
  private static let keyNames = ["api_key", "apikey", "key", "secret_key", "access_token", "token"]

  private mutating func take(_ value: Value, for name: String, _ kind: Kind) -> Bool {
    switch (kind, value) {
    case (.text, .text), (.files, .text), (.number, .number): add(name, value.string)
    case (.texts, .text(let texts)):
      let parts = texts.string.split(separator: ",").map(\.trimming)
      guard !parts.isEmpty, !parts.contains("") else { return false }
      for part in parts { add(name, part) }
    case (.texts, .list), (.files, .list):
      guard !value.items.isEmpty else { return false }
      for item in value.items {
        guard case .text(let text) = item else { return false }
        add(name, text.string)
      }
    case (.time, .text(let text)):
      start = Timestamp(text)
      return start != nil
    case (.flag, .boolean(let flag)):
      if name == "activate_version" {
        removesOld = flag
      } else if flag {
        arguments.append("--strict")
      }
    default: return false
    }
    return true
  }

  private mutating func add(_ name: String, _ value: String) {
    let option = name == "accounts" ? "account" : name.replacing("_", with: "-")
    arguments.append("--\(option)=\(value)")
  }
}

extension Substring {
  fileprivate var trimming: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
