/// Makes what a server says fit for messages and logs: printable, short, without the key.
package struct ServerText: Sendable {
  /// The key that must not show, even where the server repeats it.
  private let hidden: (key: APIKey, search: KeySearch)?

  package init(hiding key: APIKey?) {
    hidden = key.map { ($0, KeySearch($0)) }
  }

  /// `bytes` as one line of at most `limit` characters, with `…` where more follows.
  ///
  /// Line ends and tabs become spaces; controls, bidirectional marks and other characters that
  /// nobody sees become `\u{1b}`.
  package func line(_ bytes: some Collection<UInt8>, limit: Int = 200) -> String {
    // A key that is replaced gives one character at least, and takes three times its size if
    // it is percent-encoded.
    let keySize = 3 * max(hidden?.key.text.utf8.count ?? 0, 4)
    let window = String(decoding: bytes.prefix((limit + 1) * keySize), as: UTF8.self)
    var line = String.UnicodeScalarView()
    for scalar in withoutKey(Array(window.unicodeScalars)) {
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

  /// Whether `text` is short and plain, so that it can stay as it is.
  private func isFit(_ text: String, _ limit: Int) -> Bool {
    text.utf8.count <= limit && text.utf8.count < hidden?.search.length ?? .max
      && text.utf8.allSatisfy { (0x20...0x7e).contains($0) }
  }

  /// `text` whole, without the key.
  package func redacted(_ text: String) -> String {
    guard let hidden, text.utf8.count >= hidden.search.length else { return text }
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: withoutKey(Array(text.unicodeScalars)))
    return String(shown)
  }

  private func withoutKey(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let hidden else { return text }
    var text = text
    for place in hidden.search.places(in: text).reversed() {
      text.replaceSubrange(place, with: hidden.key.description.unicodeScalars)
    }
    return text
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
