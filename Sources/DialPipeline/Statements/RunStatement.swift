package import DialLanguage

/// `.run report.dial --since=-7d`: a script by itself, in the middle of others.
package struct RunStatement: WordStatement {
  package static let signature = Signature(
    ".run", .path, .value("--NAME=VALUE").repeated(.freely).optional,
    summary: "Run a script, as `dialsh FILE` does.",
    synonyms: otherSpellings,
    details: [
      "It begins with the accounts and the settings of this moment. What it chooses, names and sets",
      "is over when it ends; `include` reads names to keep.",
    ],
    examples: [])

  package static let otherSpellings = [".read", "\\i"]

  package static var takesWords: Bool { true }

  private let path: [Token]
  private let values: [(name: Word, value: Literal)]

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    path = arguments.pathParts()
    guard !path.isEmpty else {
      throw Rejection(.expected("a file", found: arguments.current))
    }
    var values: [(name: Word, value: Literal)] = []
    while !arguments.isAtEnd {
      let value = try arguments.variable()
      guard !values.contains(where: { $0.name.text == value.name.text }) else {
        throw Rejection(Diagnostic(at: value.name.range, "--\(value.name.text) is given twice"))
      }
      values.append(value)
    }
    self.values = values
  }

  package func plan(in planner: inout Planner) throws(Rejection) -> Step {
    var variables: [String: Literal] = [:]
    for (name, value) in values { variables[name.text] = try planner.scope.value(of: value) }
    guard let file = try planner.otherText(path) else { return .script([], variables) }
    var inner = try planner.planner(inside: file)
    inner.scope = planner.scope.ofScript(given: variables)
    inner.declared = []
    for (name, _) in values { inner.places[name.text] = name.range }
    return .script(try inner.plan(file.text), variables)
  }
}

extension Scope {
  /// The scope in which a script begins that is run at this place.
  fileprivate func ofScript(given variables: [String: Literal]) -> Scope {
    var scope = self
    (scope.variables, scope.given) = (variables, Set(variables.keys))
    (scope.named, scope.definitions) = ([:], [:])
    (scope.missing, scope.missingNames, scope.prompt) = ([:], nil, nil)
    return scope
  }
}
