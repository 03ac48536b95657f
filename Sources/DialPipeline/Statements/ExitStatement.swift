package import DialLanguage

/// `exit`: ends the session or the script.
package struct ExitStatement: WordStatement {
  package static let signature = Signature(
    "exit", summary: "End the session or the script. `quit` is the same word.",
    examples: [Example("exit", "leave")])

  package static let otherSpellings = ["quit"]

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    try arguments.finish(after: "`\(context.word.text)`")
  }

  package func plan(in planner: inout Planner) -> Step { .exit }
}
