import DialStack

extension Value {
  /// The order of two values of a column of `kind`: numbers by size, times by moment, false
  /// before true, all else by its bytes.
  func order(to other: Value, as kind: Kind?) -> Order {
    switch (self, other) {
    case (.number(let left), .number(let right)): return Value.compareNumbers(left, right)
    case (.boolean(let left), .boolean(let right)): return Order(left ? 1 : 0, right ? 1 : 0)
    case (.text(let left), .text(let right)):
      if kind == .time, let left = Timestamp(left), let right = Timestamp(right) {
        return Order(left, right)
      }
      return Order(left, right)
    default: return Order(text, other.text)
    }
  }

  private var text: Bytes {
    switch self {
    case .null: Bytes("")
    case .boolean(let flag): Bytes(flag ? "true" : "false")
    case .number(let bytes), .text(let bytes), .object(let bytes), .list(let bytes): bytes
    }
  }

  /// The number that a user spelled as JSON spells numbers, a leading `+` allowed.
  static func number(spelled text: String) -> Bytes? {
    let digits = text.first == "+" ? String(text.dropFirst()) : text
    var rest = Substring(digits.first == "-" ? digits.dropFirst() : digits[...])
    guard takeDigits(&rest) else { return nil }
    if rest.first == "." {
      rest.removeFirst()
      guard takeDigits(&rest) else { return nil }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
      guard takeDigits(&rest) else { return nil }
    }
    return rest.isEmpty ? Bytes(digits) : nil
  }

  private static func takeDigits(_ text: inout Substring) -> Bool {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    text = text[digits.endIndex...]
    return !digits.isEmpty
  }
}
