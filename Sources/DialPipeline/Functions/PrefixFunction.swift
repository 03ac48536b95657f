package import DialLanguage
import DialRows
package import DialStack

/// `prefix(TEXT, COUNT)`: the first characters of a text.
package enum PrefixFunction: LanguageFunction {
  package static let signature = Signature(
    function: "prefix", .value("TEXT"), .value("COUNT"),
    summary: "The first characters of a text, so many.",
    examples: [
      Example(
        "numbers | set area = prefix(.phone_number, 5) | count by area", "numbers by area code")
    ])

  package static let parameters: [FieldKind?] = [.text, .integer]
  package static let result: FieldKind? = .text

  package static func value(of arguments: Span<Value>) -> Value {
    guard case .text(let text) = arguments[0], case .number(let count) = arguments[1],
      let count = Int(count.string), count >= 0
    else { return .null }
    return .text(String(text.string.prefix(count)))
  }
}
