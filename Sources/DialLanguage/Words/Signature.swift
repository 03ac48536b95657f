/// What there is to know about one word of the language.
///
/// Help, completion and "did you mean" all read it; a test plans every example.
package struct Signature: Sendable, Hashable {
  /// The word: `where`.
  package let name: String
  /// How it is written: `where CONDITION`.
  package let usage: String
  /// What may stand behind it, in order.
  package let parameters: [Parameter]
  /// What may stand behind it as `name=value`.
  package let options: [Parameter]
  /// One sentence.
  package let summary: String
  /// Words that people type for it out of habit.
  package let synonyms: [String]
  /// More lines for `help`, each a sentence or two.
  package let details: [String]
  /// Lines that run as they stand.
  package let examples: [Example]

  /// - Parameter lead: the word that it stands behind: `export`.
  package init(
    _ name: String, behind lead: String? = nil, _ parameters: Parameter...,
    options: [Parameter] = [], summary: String, synonyms: [String] = [], details: [String] = [],
    examples: [Example]
  ) {
    self.name = name
    self.parameters = parameters + (options.isEmpty ? [] : [.options.optional])
    self.options = options
    usage = ((lead.map { [$0] } ?? []) + [name] + self.parameters.map(\.usage))
      .joined(separator: " ")
    self.summary = summary
    self.synonyms = synonyms
    self.details = details
    self.examples = examples
  }

  /// The signature of a function: `round(NUMBER, DIGITS)`.
  package init(
    function name: String, _ parameters: Parameter..., summary: String, synonyms: [String] = [],
    details: [String] = [], examples: [Example]
  ) {
    self.name = name
    self.parameters = parameters
    options = []
    usage = "\(name)(\(parameters.map(\.usage).joined(separator: ", ")))"
    self.summary = summary
    self.synonyms = synonyms
    self.details = details
    self.examples = examples
  }
}

/// A line of the language and what it does.
package struct Example: Sendable, Hashable {
  package let line: String
  package let meaning: String

  package init(_ line: String, _ meaning: String) {
    self.line = line
    self.meaning = meaning
  }
}
