import TerminalText

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
  /// nobody sees become marks: `␛`, `<U+202E>`.
  package func line(_ bytes: some Collection<UInt8>, limit: Int = 200) -> String {
    // A key that is replaced gives one character at least, and takes three times its size if
    // it is percent-encoded.
    let keySize = 3 * max(hidden?.key.text.utf8.count ?? 0, 4)
    let window = String(decoding: bytes.prefix((limit + 1) * keySize), as: UTF8.self)
    let scalars = withoutKey(Array(window.unicodeScalars)).map(Self.spaced)
    var line = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      guard line.count < limit else {
        line.append("…")
        break
      }
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      line.append(contentsOf: scalar.visible(between: before, and: after))
    }
    return String(line)
  }

  /// `text` as one line; see above.
  package func line(_ text: String, limit: Int = 200) -> String {
    isFit(text, limit) ? text : line(text.utf8, limit: limit)
  }

  /// Whether `text` is short and plain, so that it can stay as it is.
  private func isFit(_ text: String, _ limit: Int) -> Bool {
    text.utf8.count <= limit && text.utf8.allSatisfy { (0x20...0x7e).contains($0) }
      && !(hidden?.search.mayShow(in: text) ?? false)
  }

  /// `text` whole, without the key.
  package func redacted(_ text: String) -> String {
    guard let hidden, hidden.search.mayShow(in: text) else { return text }
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

  private static func spaced(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\n", "\r", "\t": " "
    default: scalar
    }
  }
}
