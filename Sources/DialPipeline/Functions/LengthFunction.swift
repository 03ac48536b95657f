package import DialLanguage
import DialRows
package import DialStack

/// `len(TEXT)`: how many characters a text has.
package enum LengthFunction: LanguageFunction {
  package static let signature = Signature(
    function: "len", .value("TEXT"),
    summary: "How many characters a text has.",
    examples: [
      Example(
        "numbers | set n = len(.caller_id_name) | where n > 15", "names that are cut elsewhere")
    ])

  package static let parameters: [FieldKind?] = [.text]
  package static let result: FieldKind? = .integer

  package static func value(of arguments: Span<Value>) -> Value {
    guard case .text(let text) = arguments[0] else { return .null }
    return .integer(text.string.count)
  }
}
