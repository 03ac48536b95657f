package import DialLanguage
import DialRows
package import DialStack

/// `trim(TEXT)`: a text without the space around it.
package enum TrimFunction: LanguageFunction {
  package static let signature = Signature(
    function: "trim", .value("TEXT"),
    summary: "A text without the space around it.",
    examples: [
      Example("users | set name = trim(.name)", "clean names")
    ])

  package static let parameters: [FieldKind?] = [.text]
  package static let result: FieldKind? = .text

  package static func value(of arguments: Span<Value>) -> Value {
    guard case .text(let text) = arguments[0] else { return .null }
    return .text(text.string.trimmed)
  }
}
