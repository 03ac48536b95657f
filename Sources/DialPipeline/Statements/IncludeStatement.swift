package import DialLanguage

/// `include reports.dial`: the names that another file defines.
package struct IncludeStatement: WordStatement {
  package static let signature = Signature(
    "include", .path,
    summary: "Read the names that another file gives with `def` and `let`.",
    synonyms: ["source", "import", "require", "\\i"],
    details: [
      "The path is relative to the file that includes it, and to the folder that you are in at the",
      "prompt; `~` and `$name` are expanded. Such a file holds `def`, `let` and `include` alone.",
    ],
    examples: [])

  package static var declares: Declaration { .names }

  private let path: [Token]

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    path = arguments.pathParts()
    guard !path.isEmpty else {
      throw Rejection(.expected("a file", found: arguments.current))
    }
    try arguments.finish(after: "the path")
  }

  package func plan(in planner: inout Planner) throws(Rejection) -> Step {
    guard let file = try planner.otherText(path) else { return .include([]) }
    return .include(try planner.include(file))
  }
}

extension Planner {
  /// Plans what a file defines; one that was included already has done its work.
  fileprivate mutating func include(_ file: OtherText) throws(Rejection) -> [Step] {
    try way.refuse(file.path, at: file.range)
    // One that makes no sense was refused where it was included first.
    guard included.insert(file.path).inserted else { return [] }
    var inner = try planner(inside: file)
    let script = Script(file.text)
    for statement in script.statements where !mayBeIncluded(statement) {
      inner.diagnostics.append(
        Diagnostic(
          at: statement.first.range,
          "an included file holds `def`, `let` and `include` alone"))
    }
    let steps = inner.diagnostics.isEmpty ? inner.steps(of: script) : []
    included = inner.included
    if let rejection = Rejection(inner.diagnostics) { throw rejection }
    scope = inner.scope
    return steps
  }

  private func mayBeIncluded(_ statement: StatementText) -> Bool {
    let names = [DefStatement.signature, LetStatement.signature, IncludeStatement.signature]
    return vocabulary.statement(beginningWith: statement.first)
      .map { names.contains($0.signature) } ?? false
  }
}
