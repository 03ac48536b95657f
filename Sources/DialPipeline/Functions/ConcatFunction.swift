package import DialLanguage
import DialRows
package import DialStack

/// `concat(VALUE, …)`: values in one text.
package enum ConcatFunction: LanguageFunction {
  package static let signature = Signature(
    function: "concat", .value("VALUE").repeated(.withCommas),
    summary: "Values one behind the other, as one text; null adds nothing.",
    examples: [
      Example("users | set who = concat(.name, \" <\", .email, \">\")", "a name with its address")
    ])

  package static let parameters: [FieldKind?] = [nil]
  package static let arity = 1...100
  package static let result: FieldKind? = .text

  package static func value(of arguments: Span<Value>) -> Value {
    var text = ""
    for index in arguments.indices { text += arguments[index].string }
    return .text(text)
  }
}
