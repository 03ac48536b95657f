package import DialLanguage
import DialRows
package import DialStack

/// `coalesce(VALUE, …)`: the first value that is not null.
package enum CoalesceFunction: LanguageFunction {
  package static let signature = Signature(
    function: "coalesce", .value("VALUE").repeated(.withCommas),
    summary: "The first of some values that is not null.",
    examples: [
      Example("numbers | set target = coalesce(.routing_target, everyone)", "who rings")
    ])

  package static let parameters: [FieldKind?] = [nil]
  package static let arity = 1...100
  package static let result: FieldKind? = nil

  package static func result(for arguments: [FieldKind?]) -> FieldKind? {
    arguments.commonKind
  }

  package static func value(of arguments: Span<Value>) -> Value {
    for index in arguments.indices where arguments[index] != .null { return arguments[index] }
    return .null
  }
}
