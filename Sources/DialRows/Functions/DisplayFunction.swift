package import DialStack

/// `display`: a phone number as it is shown to people, `+1 (415) 555-1234`.
package enum DisplayFunction: RowFunction {
  package static let name = "display"
  package static let parameters: [FieldKind?] = [.phone]
  package static let result: FieldKind? = .text
  package static let spells: FieldKind? = .phone

  package static func appendText(of text: RawSpan, to bytes: inout [UInt8]) -> Bool {
    E164.appendDisplay(of: text, to: &bytes)
  }

  package static func value(of arguments: Span<Value>) -> Value {
    let value = arguments[0]
    guard case .text(let number) = value else { return value }
    return .text(E164.display(number))
  }
}
