/// The parameters of a query, decoded as a form (`+` is a space).
struct Query {
  private let parameters: [(name: String, value: String)]

  /// Reads what follows the `?`. A pair that can't be decoded is left out.
  init(_ text: Substring) {
    parameters = text.split(separator: "&").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = percentDecoded(parts[0], plus: .isSpace),
        let value = percentDecoded(parts.count > 1 ? parts[1] : "", plus: .isSpace)
      else { return nil }
      return (name, value)
    }
  }

  /// The first value of `name`.
  subscript(name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }
}

/// What `+` means in an encoded text.
enum PlusSign {
  case isPlus, isSpace
}

/// `text` without percent escapes; `nil` where one is broken or the bytes aren't UTF-8.
func percentDecoded(_ text: Substring, plus: PlusSign) -> String? {
  var bytes: [UInt8] = []
  var rest = text.utf8[...]
  while let byte = rest.popFirst() {
    switch byte {
    case UInt8(ascii: "+"): bytes.append(plus == .isSpace ? UInt8(ascii: " ") : byte)
    case UInt8(ascii: "%"):
      let digits = Substring(rest.prefix(2))
      guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(digits, radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    default: bytes.append(byte)
    }
  }
  return String(validating: bytes, as: UTF8.self)
}
