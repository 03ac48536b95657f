package import DialLanguage
import DialRows
package import DialStack

/// `lower(TEXT)`: a text in small letters.
package enum LowerFunction: LanguageFunction {
  package static let signature = Signature(
    function: "lower", .value("TEXT"),
    summary: "A text in small letters.",
    examples: [
      Example("users | set key = lower(.email)", "addresses to compare")
    ])

  package static let parameters: [FieldKind?] = [.text]
  package static let result: FieldKind? = .text

  package static func value(of arguments: Span<Value>) -> Value {
    guard case .text(let text) = arguments[0] else { return .null }
    return .text(text.string.lowercased())
  }
}
