/// A secret key of the API.
///
/// It is sent to the API and nowhere else: descriptions, mirrors and `dump` show
/// `sk_live_…9d3f`.
public struct APIKey: Sendable {
  /// The key itself.
  package let text: String
  /// The value of the `Authorization` header.
  package let authorization: String

  /// Takes 1 to 8,192 printable ASCII characters without spaces; `nil` for anything else.
  public init?(_ text: String) {
    guard (1...8192).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x21...0x7e).contains($0) })
    else { return nil }
    self.text = text
    self.authorization = "Bearer \(text)"
  }

  /// Whether the key sees live objects.
  public var isLive: Bool { text.hasPrefix("sk_live_") }

  /// Whether the key sees sandbox objects.
  public var isTest: Bool { text.hasPrefix("sk_test_") }

  /// What follows the kind; the whole key if it names no kind.
  var secret: Substring { text.dropFirst(isLive || isTest ? 8 : 0) }
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// What may be shown of the key: its kind, and its end if enough stays hidden.
  public var description: String {
    let secret = secret
    let kind = text.dropLast(secret.count)
    return secret.count >= 12 ? "\(kind)…\(secret.suffix(4))" : "\(kind)…"
  }

  /// The same as ``description``.
  public var debugDescription: String { description }

  /// A mirror that shows the ``description`` only.
  public var customMirror: Mirror { Mirror(self, children: ["key": description]) }
}
