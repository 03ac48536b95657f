/// One thing that is wrong with the user's text, and where.
///
/// The facts come in through the factories of each phase
/// (`Diagnostic+Parsing.swift`, `Diagnostic+Planning.swift`), which hold the sentences.
package struct Diagnostic: Sendable, Hashable {
  /// The characters that caused it.
  package let range: SourceRange
  /// What is wrong and the way out: lower case, no final stop.
  package let message: String
  /// What makes it right, where that is known.
  package let mend: Mend?
  /// What it is about.
  package let subject: Subject

  /// What a diagnostic is about.
  package enum Subject: Sendable, Hashable {
    /// Words that make no sense where they stand.
    case words
    /// What is missing or not closed, and may yet come while the text is typed.
    case form
    /// The words are right; something besides the text is missing, as an account.
    case circumstances
  }

  package init(
    at range: SourceRange, _ message: String, mend: Mend? = nil, about subject: Subject = .words
  ) {
    self.range = range
    self.message = message
    self.mend = mend
    self.subject = subject
  }
}

/// The refusal of a text: at least one diagnostic, in the order of the text, and of the files that
/// it includes.
package struct Rejection: Error, Sendable, Hashable {
  package let diagnostics: [Diagnostic]

  package init(_ first: Diagnostic, _ others: [Diagnostic] = []) {
    var seen: Set<Diagnostic> = []
    let all = ([first] + others).filter { seen.insert($0).inserted }
    var texts: [SourceText?: Int] = [:]
    for diagnostic in all where texts[diagnostic.range.source] == nil {
      texts[diagnostic.range.source] = texts.count
    }
    func place(_ range: SourceRange) -> (Int, Int, Int) {
      (texts[range.source] ?? 0, range.lower, range.upper)
    }
    diagnostics = all.sorted { place($0.range) < place($1.range) }
  }

  /// A refusal for `diagnostics`, or `nil` if there is nothing wrong.
  package init?(_ diagnostics: [Diagnostic]) {
    guard let first = diagnostics.first else { return nil }
    self.init(first, Array(diagnostics.dropFirst()))
  }
}
