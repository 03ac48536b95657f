import DialLanguage
import DialPipeline
import DialRows
import DialStack

/// `area(PHONE)`: the three digits behind `+1`.
enum AreaFunction: LanguageFunction {
  static let signature = Signature(
    function: "area", .value("PHONE"), summary: "The area code of a phone number.",
    examples: [Example("numbers | add area = area(.phone_number)", "three digits")])

  static let parameters: [FieldKind?] = [.phone]
  static let result: FieldKind? = .text

  static func value(of arguments: Span<Value>) -> Value {
    let number = arguments[0].string
    guard number.hasPrefix("+1"), number.utf8.count == 12 else { return .null }
    return .text(String(number.dropFirst(2).prefix(3)))
  }
}
