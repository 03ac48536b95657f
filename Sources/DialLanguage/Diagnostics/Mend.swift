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
  package func mended(by diagnostics: [Diagnostic]) -> String? {
    let mends = mends(of: diagnostics)
    return mends.isEmpty ? nil : mended(by: mends)
  }

  /// The mends that are of this text, in its order; of two that overlap, the one that begins first.
  func mends(of diagnostics: [Diagnostic]) -> [Mend] {
    let all = diagnostics.compactMap(\.mend).filter { $0.range.source == self }
      .sorted { $0.range.lower < $1.range.lower }
    var mends: [Mend] = []
    for mend in all where mend.range.lower >= mends.last?.range.upper ?? 0 { mends.append(mend) }
    return mends
  }

  /// The text with mends applied that don't overlap, in its order.
  package func mended(by mends: some Collection<Mend>) -> String {
    var result = ""
    var position = 0
    for mend in mends {
      result += self[position, mend.range.lower] + mend.replacement
      position = mend.range.upper
    }
    return result + self[position, utf8.count]
  }
}
