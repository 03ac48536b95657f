/// A change to the user's text that puts one mistake right.
package struct Mend: Sendable, Hashable {
  /// The characters that are replaced; an empty range only inserts.
  package let range: SourceRange
  /// What stands there instead.
  package let replacement: String

  package init(_ range: SourceRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension SourceText {
  /// The text with the mends of `diagnostics` that are of it applied; `nil` if there are none.
  ///
  /// Of two mends that overlap, the one that begins first is applied.
  package func mended(by diagnostics: [Diagnostic]) -> String? {
    let mends = diagnostics.compactMap(\.mend).filter { $0.range.source == self }
      .sorted { $0.range.lower < $1.range.lower }
    return mends.isEmpty ? nil : applying(mends)
  }

  /// The text with mends of it, in their order, applied; of two that overlap, the first.
  package func applying(_ mends: [Mend]) -> String {
    var result = ""
    var position = 0
    for mend in mends where mend.range.lower >= position {
      result += self[position, mend.range.lower] + mend.replacement
      position = mend.range.upper
    }
    return result + self[position, utf8.count]
  }
}
