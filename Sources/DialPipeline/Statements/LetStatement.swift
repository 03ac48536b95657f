package import DialLanguage

/// `let late = ( calls where connected_at = null )`: a name for rows, or for a value.
package struct LetStatement: WordStatement {
  package static let signature = Signature(
    "let", .value("NAME"), .value("VALUE | ( PIPELINE )").behind("="),
    summary: "Give rows or a value a name: $NAME.",
    details: [
      "Rows are fetched when they are first used, and once: `$late | count by did` and",
      "`$late | count by user` ask for them one time. 1,000,000 rows at most.",
      "`id in $late` holds for the values of their first column.",
    ],
    examples: [
      Example(
        "let extended = (extensions | select target); users where id not in $extended | count",
        "who has no extension"),
      Example("let state = active; numbers where status=$state | count", "a value"),
    ])

  package static var declares: Declaration { .name }

  private let name: Word
  private let value: Value

  private enum Value {
    case literal(Literal)
    case rows(Plan)
  }

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    name = try arguments.name("a name")
    guard arguments.skip(.equal) else {
      throw Rejection(
        Diagnostic(
          at: arguments.current.range,
          "expected `=` behind `\(name.text)`, found \(arguments.current.spelling)"))
    }
    if arguments.current.isSymbol(.open) {
      value = .rows(try context.pipelineInParentheses(&arguments))
    } else {
      value = .literal(try arguments.literal("a value or ( a pipeline )", as: .anyValue))
    }
    try arguments.finish(after: "`let`")
  }

  package func plan(in planner: inout Planner) throws(Rejection) -> Step {
    guard KeptRows.Name(rawValue: name.text) == nil else {
      throw Rejection(Diagnostic(at: name.range, "`$\(name.text)` has a meaning of its own"))
    }
    switch value {
    case .literal(let literal):
      let value = try planner.scope.value(of: literal)
      planner.scope.named[name.text] = nil
      planner.scope.variables[name.text] = value
      return .declare(name, value)
    case .rows(let plan):
      let rows = NamedRows(plan, beside: planner.scope.named)
      guard rows.chain <= NamedRows.longestChain else {
        throw Rejection(
          Diagnostic(
            at: name.range,
            "names may be made of each other \(NamedRows.longestChain) times, not more"))
      }
      planner.scope.variables[name.text] = nil
      planner.scope.named[name.text] = rows
      return .name(name, rows)
    }
  }
}
