package import DialLanguage

/// A text in which 1️⃣ and 2️⃣ stand before and behind the characters that matter.
package struct MarkedText {
  package let source: SourceText
  package let range: SourceRange

  /// - Precondition: both marks are there, in order.
  package init(_ marked: String) {
    let first = marked.components(before: "1️⃣")
    let second = first.rest.components(before: "2️⃣")
    source = SourceText(first.head + second.head + second.rest)
    range = source.range(first.head.utf8.count, (first.head + second.head).utf8.count)
  }
}

extension String {
  func components(before mark: Character) -> (head: String, rest: String) {
    guard let index = firstIndex(of: mark) else {
      preconditionFailure("the mark \(mark) is missing")
    }
    return (String(self[..<index]), String(self[self.index(after: index)...]))
  }
}
