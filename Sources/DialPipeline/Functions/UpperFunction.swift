package import DialLanguage
import DialRows
package import DialStack

/// `upper(TEXT)`: a text in capitals.
package enum UpperFunction: LanguageFunction {
  package static let signature = Signature(
    function: "upper", .value("TEXT"),
    summary: "A text in capitals.",
    examples: [
      Example("users | set key = upper(.name)", "names in capitals")
    ])

  package static let parameters: [FieldKind?] = [.text]
  package static let result: FieldKind? = .text

  package static func value(of arguments: Span<Value>) -> Value {
    guard case .text(let text) = arguments[0] else { return .null }
    return .text(text.string.uppercased())
  }
}
