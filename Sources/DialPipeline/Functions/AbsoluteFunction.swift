package import DialLanguage
import DialRows
package import DialStack

/// `abs(NUMBER)`: a number without its sign.
package enum AbsoluteFunction: LanguageFunction {
  package static let signature = Signature(
    function: "abs", .value("NUMBER"),
    summary: "A number without its sign.",
    examples: [
      Example(
        "calls where started_at >= -7d | set s = abs(.connected_at - .started_at)", "a distance")
    ])

  package static let parameters: [FieldKind?] = [.decimal]
  package static let result: FieldKind? = nil

  package static func result(for arguments: [FieldKind?]) -> FieldKind? { arguments[0] }

  package static func value(of arguments: Span<Value>) -> Value {
    guard case .number(let spelling) = arguments[0], let number = Number(spelling) else {
      return .null
    }
    return .number(number.magnitude.spelling)
  }
}
