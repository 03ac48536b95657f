/// Makes what a server says fit for messages and logs: printable, short, without the key.
package struct ServerText: Sendable {
  /// The key that must not show, even where the server repeats it.
  private let key: APIKey?

  package init(hiding key: APIKey?) {
    self.key = key
  }

  /// `bytes` as one line of at most `limit` characters, with `…` where more follows.
  ///
  /// Line ends and tabs become spaces; controls, bidirectional marks and other characters that
  /// nobody sees become `\u{1b}`.
  package func line(_ bytes: some Collection<UInt8>, limit: Int = 200) -> String {
    // A replaced key gives one character at least, so no shorter window shows half a key.
    let keySize = max(key?.text.utf8.count ?? 0, 4)
    let window = redacted(bytes.prefix((limit + 1) * keySize))
    var line = String.UnicodeScalarView()
    for scalar in String(decoding: window, as: UTF8.self).unicodeScalars {
      guard line.count < limit else {
        line.append("…")
        break
      }
      line.append(contentsOf: Self.visible(scalar))
    }
    return String(line)
  }

  /// `text` as one line; see above.
  package func line(_ text: String, limit: Int = 200) -> String {
    isFit(text, limit) ? text : line(text.utf8, limit: limit)
  }

  /// Whether `text` is short and plain, as request ids are, so that it can stay as it is.
  private func isFit(_ text: String, _ limit: Int) -> Bool {
    text.utf8.count <= min(limit, (key?.text.utf8.count ?? .max) - 1)
      && text.utf8.allSatisfy { (0x20...0x7e).contains($0) }
  }

  /// `text` whole, without the key.
  package func redacted(_ text: String) -> String {
    guard let key, text.utf8.count >= key.text.utf8.count else { return text }
    return String(decoding: redacted(text.utf8), as: UTF8.self)
  }

  /// Compares bytes: a combining mark behind the key would hide it from characters.
  private func redacted(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var rest = Array(bytes)[...]
    guard let key else { return Array(rest) }
    let secret = Array(key.text.utf8)
    var kept: [UInt8] = []
    while let first = rest.first {
      if first == secret[0], rest.starts(with: secret) {
        kept += key.description.utf8
        rest = rest.dropFirst(secret.count)
      } else {
        kept.append(first)
        rest = rest.dropFirst()
      }
    }
    return kept
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    switch scalar {
    case "\n", "\r", "\t": return " ".unicodeScalars
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars
    default: return String.UnicodeScalarView([scalar])
    }
  }
}
