import DialLanguage
import DialStack
import TerminalText

/// Tells values that may be secrets by how they look, where the catalog says nothing of them.
enum SecretLook {
  private static let words: Set<Substring> = [
    "auth", "authorization", "credential", "credentials", "cvv", "key", "otp", "pass", "password",
    "passwd", "pin", "private", "pwd", "sec", "secret", "secrets", "sid", "signature", "sk", "ssn",
    "token", "tokens",
  ]
  /// So long are made-up words of letters and digits that open something.
  private static let shortestKey = 20
  /// The most characters of an example.
  private static let longestExample = 40

  /// Whether a key is called as one that holds a secret.
  static func isSecret(name: String) -> Bool {
    let words = name.split { !$0.isLetter }.map { Substring($0.lowercased()) }
    return words.contains(where: Self.words.contains)
      || ["secret", "password", "apikey", "token"].contains { name.lowercased().contains($0) }
  }

  static func isSecret(_ value: Value, called name: String) -> Bool {
    switch value {
    case .null, .boolean: return false
    case .number, .object, .list: return isSecret(name: name)
    case .text(let bytes): return isSecret(name: name) || isSecret(text: bytes.string)
    }
  }

  private static func isSecret(text: String) -> Bool {
    guard !text.holdsKey, !text.contains("-----BEGIN") else { return true }
    let prefix = text.split(separator: "_").dropLast().joined(separator: "_")
    if text.isLongID { return isSecret(name: prefix) }
    return text.split { $0.isWhitespace || "/?&=".contains($0) }.contains { word in
      word.utf8.count >= shortestKey && word.contains(where: \.isNumber)
        && word.contains(where: \.isLetter) && RFC3339.moment(Bytes(String(word)), .strict) == nil
    }
  }

  /// A value as a line may show it; `nil` for what holds others.
  static func shown(_ value: Value) -> String? {
    switch value {
    case .null, .object, .list: return nil
    case .boolean, .number: return cut(value.string)
    case .text(let bytes): return "`\(cut(bytes.string))`"
    }
  }

  private static func cut(_ text: String) -> String {
    let start = text.prefix(longestExample)
    return (start.count < text.count ? start + "…" : start).visible
  }
}
