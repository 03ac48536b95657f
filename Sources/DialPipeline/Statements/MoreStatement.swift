package import DialLanguage

/// `more`: the rows behind those that were shown.
package struct MoreStatement: WordStatement {
  package static let signature = Signature(
    "more",
    summary: "Show the next rows of the last result, without asking again for what was seen.",
    details: ["The setting `.rows` says how many at a time."],
    examples: [Example("accounts; more", "the rows behind the first screenful")])

  private let word: Word

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    word = Word("more", at: context.word.range)
    try arguments.finish(after: "`more`")
  }

  package func plan(in planner: inout Planner) throws(Rejection) -> Step {
    guard let prompt = planner.scope.prompt else { throw Rejection(.onlyAtThePrompt(word)) }
    guard prompt.lastResult != nil else { throw Rejection(.nothingShownYet(word.range)) }
    return .more
  }
}
