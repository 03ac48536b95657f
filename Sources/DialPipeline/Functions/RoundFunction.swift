package import DialLanguage
import DialRows
package import DialStack

/// `round(NUMBER, DIGITS)`: a number with so many digits behind the point.
package enum RoundFunction: LanguageFunction {
  package static let signature = Signature(
    function: "round", .value("NUMBER"), .value("DIGITS").optional,
    summary: "A number with so many digits behind the point; none if that is left out.",
    details: ["A half goes away from zero. Less than 0 digits round to tens, hundreds and so on."],
    examples: [
      Example(
        "calls where started_at >= -7d | set minutes = round(.duration_seconds / 60, 1)",
        "minutes with one digit")
    ])

  package static let parameters: [FieldKind?] = [.decimal, .integer]
  package static let arity = 1...2
  package static let result: FieldKind? = .decimal

  package static func result(for arguments: [FieldKind?]) -> FieldKind? {
    arguments.count == 1 ? .integer : .decimal
  }

  package static func value(of arguments: Span<Value>) -> Value {
    guard case .number(let spelling) = arguments[0], let number = Number(spelling) else {
      return .null
    }
    var places = 0
    if arguments.count > 1 {
      guard case .number(let digits) = arguments[1], let digits = Int(digits.string) else {
        return .null
      }
      places = max(-1000, min(digits, 1000))
    }
    return number.rounded(toPlaces: places).map { .number($0.spelling) } ?? .null
  }
}
