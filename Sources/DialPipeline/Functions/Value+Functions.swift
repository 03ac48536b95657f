import DialStack

extension Array where Element == FieldKind? {
  /// The kind that all of them are; `nil` where they differ.
  ///
  /// What is of no known kind, as null is, takes that of the others; whole and other numbers are
  /// numbers.
  var commonKind: FieldKind? {
    let kinds = compactMap { $0 }
    guard let first = kinds.first else { return nil }
    if kinds.allSatisfy({ $0 == first }) { return first }
    if kinds.allSatisfy(\.isNumber) { return .decimal }
    return kinds.contains(where: { $0.isNumber || $0.isNested || $0 == .boolean }) ? nil : .text
  }
}

extension String {
  /// The text without white space at either end.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
