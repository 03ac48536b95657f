/// The parameters of a query, decoded as a form (`+` is a space).
struct Query {
  private let parameters: [(name: String, value: String)]

  /// Reads what follows the `?`. A pair that can't be decoded is left out.
  init(_ text: Substring) {
    parameters = text.split(separator: "&").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = formDecoded(parts[0]),
        let value = formDecoded(parts.count > 1 ? parts[1] : "")
      else { return nil }
      return (name, value)
    }
  }

  /// The first value of `name`.
  subscript(name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }
}

/// `text` without percent escapes; `nil` where one is broken or the bytes aren't UTF-8.
private func formDecoded(_ text: Substring) -> String? {
  var bytes: [UInt8] = []
  var rest = text.utf8[...]
  while let byte = rest.popFirst() {
    switch byte {
    case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
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
