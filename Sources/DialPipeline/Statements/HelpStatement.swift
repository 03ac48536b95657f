package import DialLanguage

/// `help where`: what there is to know of a word.
package struct HelpStatement: WordStatement {
  package static let signature = Signature(
    "help", .word.optional, summary: "Tell about a resource, a stage, a format or a command.",
    details: ["`describe` is the same word."],
    examples: [
      Example("help where", "how conditions are written"),
      Example("describe numbers", "the fields of a resource"),
      Example("help export csv", "the options of a format"),
    ])

  package static let otherSpellings = ["describe"]
  package static let takesWords = true

  /// The words behind it: none, `where`, or `export csv`.
  private let topic: [Word]

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) {
    topic = arguments.words(as: .topic)
  }

  package func plan(in planner: inout Planner) throws(Rejection) -> Step {
    .help(try planner.vocabulary.topic(topic))
  }
}
