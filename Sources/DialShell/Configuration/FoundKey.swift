import DialExport
package import DialStack
import SystemPackage

/// A key, and the place that it was found in.
package struct FoundKey: Sendable {
  package let key: APIKey
  /// A file, a variable or a profile, as `.status` names it.
  package let origin: String

  /// Takes a text that is a key and nothing else.
  ///
  /// - Throws: ``ConfigurationError``, which doesn't repeat the text.
  init(_ text: String, from origin: String) throws(ConfigurationError) {
    guard Self.flaw(of: text) == nil, let key = APIKey(text) else {
      let flaw = Self.flaw(of: text) ?? "holds characters that no key has"
      throw ConfigurationError("\(origin) \(flaw); it must hold the key alone, as in sk_test_…")
    }
    self.key = key
    self.origin = origin
  }

  /// Reads a file that only its owner may read; one end of line behind the key is fine.
  ///
  /// - Throws: ``ConfigurationError``.
  init(inFile path: String) throws(ConfigurationError) {
    var text = try TextFile.read(path)
    // What comes through a pipe, `<(pass show dialstack)` say, has no readers but us.
    if let status = try? FilePath(path).stat(), status.type == .regular, status.isOpenToOthers {
      throw ConfigurationError(
        "\(path) holds a key and can be read by others; run: chmod 600 \(path)")
    }
    if text.last?.isNewline == true { text.removeLast() }
    try self.init(text, from: path)
  }

  /// What keeps a text from being a key, though it may be printable ASCII; `nil` if nothing does.
  private static func flaw(of text: String) -> String? {
    if text.isEmpty { return "is empty" }
    if text.unicodeScalars.contains("\0") { return "holds a NUL" }
    if text.contains(where: \.isNewline) { return "holds more than one line" }
    if text.hasPrefix("#") { return "holds a comment" }
    // A pattern takes half a millisecond to build, and nearly every key does without it.
    let isAssignment =
      text.contains("=") && text.prefixMatch(of: /(?!sk_)[A-Za-z_]\w*\s*=\s*\S/) != nil
    if text.hasPrefix("export ") || isAssignment { return "holds a line of a shell script" }
    if text.contains(where: { "\"'`".contains($0) }) { return "holds quotes" }
    return text.contains(where: \.isWhitespace) ? "holds blanks" : nil
  }
}
