package import DialLanguage
import DialRows
package import DialStack

/// `if(FLAG, VALUE, OTHERWISE)`: one of two values.
package enum IfFunction: LanguageFunction {
  package static let signature = Signature(
    function: "if", .value("FLAG"), .value("VALUE"), .value("OTHERWISE"),
    summary: "One value where a flag is true, another where it is false or null.",
    details: ["The flag is a field of true and false."],
    examples: [
      Example("voicemails | set state = if(.is_read, heard, new)", "a word for a flag")
    ])

  package static let parameters: [FieldKind?] = [.boolean, nil, nil]
  package static let result: FieldKind? = nil

  package static func result(for arguments: [FieldKind?]) -> FieldKind? {
    Array(arguments.dropFirst()).commonKind
  }

  package static func value(of arguments: Span<Value>) -> Value {
    arguments[0] == .boolean(true) ? arguments[1] : arguments[2]
  }
}
