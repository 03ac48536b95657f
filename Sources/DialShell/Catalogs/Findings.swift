import DialLanguage

/// What is wrong with a catalog file, gathered while it is read.
final class Findings {
  /// The name of a list that must be there in the end.
  struct Reference {
    let name: String
    let range: SourceRange
  }

  /// More than these nobody reads.
  private static let most = 100
  /// The most fields that a file may have.
  private static let mostFields = 10_000

  private let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var references: [Reference] = []
  private var fields = 0

  init(in source: SourceText) {
    self.source = source
  }

  func complain(_ range: Range<Int>, _ message: @autoclosure () -> String) {
    guard diagnostics.count < Self.most else { return }
    diagnostics.append(Diagnostic(at: self.range(range), message()))
  }

  /// Takes note of a list that must be there in the end.
  func refer(to list: LocatedText) {
    references.append(Reference(name: list.text, range: range(list.range)))
  }

  /// Counts a field.
  ///
  /// - Returns: `false` where there are too many.
  func countField(at range: Range<Int>) -> Bool {
    fields += 1
    if fields == Self.mostFields + 1 {
      complain(range, "no more than \(Self.mostFields) fields may stand in a file")
    }
    return fields <= Self.mostFields
  }

  private func range(_ range: Range<Int>) -> SourceRange {
    source.range(range.lowerBound, range.upperBound)
  }
}

/// A text of a file, and where it stands.
struct LocatedText {
  let text: String
  let range: Range<Int>
}
