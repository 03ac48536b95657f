/// A text in which those mistakes are put right whose mends are known.
///
/// What is mended may show another mistake, which is mended, too. A mend that leaves more mistakes than
/// there were is left out.
package struct MendedText {
  /// How often a text is looked through at most.
  private static let mostChecks = 500

  package private(set) var source: SourceText
  /// How many mends were applied.
  package private(set) var count = 0
  /// What is still wrong.
  package private(set) var left: [Diagnostic]
  private let diagnostics: (SourceText) -> [Diagnostic]
  private var checks = 0

  /// - Parameter diagnostics: says what is wrong with a text.
  package init(_ source: SourceText, diagnostics: @escaping (SourceText) -> [Diagnostic]) {
    self.source = source
    self.diagnostics = diagnostics
    left = diagnostics(source)
    var before: Int
    repeat {
      before = count
      apply(self.source.mends(of: left)[...])
    } while count > before
  }

  /// Applies mends that are in the order of the text; of those that do harm, as many as don't.
  private mutating func apply(_ mends: ArraySlice<Mend>) {
    let text = SourceText(source.mended(by: mends), name: source.name)
    guard checks < Self.mostChecks, text != source else { return }
    checks += 1
    let left = diagnostics(text)
    // Among many, one could hide the harm of another.
    if left.count <= self.left.count - (mends.count > 1 ? mends.count : 0) {
      (source, self.left, count) = (text, left, count + mends.count)
    } else if mends.count > 1 {
      let middle = mends.startIndex + mends.count / 2
      // Behind a change the places are others.
      apply(mends[middle...])
      apply(mends[..<middle])
    }
  }
}
