package import DialLanguage
import DialRows
package import DialStack

/// `replace(TEXT, PART, BY)`: a text with every PART in it replaced.
package enum ReplaceFunction: LanguageFunction {
  package static let signature = Signature(
    function: "replace", .value("TEXT"), .value("PART"), .value("BY"),
    summary: "A text in which each PART is replaced.",
    details: ["PART is no pattern: it stands for itself."],
    examples: [
      Example("numbers | set n = replace(.phone_number, \"+1\", \"\")", "without the +1")
    ])

  package static let parameters: [FieldKind?] = [.text, .text, .text]
  package static let result: FieldKind? = .text

  package static func value(of arguments: Span<Value>) -> Value {
    guard case .text(let text) = arguments[0], case .text(let part) = arguments[1],
      case .text(let other) = arguments[2]
    else { return .null }
    guard !part.isEmpty else { return arguments[0] }
    return .text(text.string.replacing(part.string, with: other.string))
  }
}
