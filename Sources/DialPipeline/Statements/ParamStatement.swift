package import DialLanguage

/// `param month = 2026-09`: a variable that is given as `--month=…`.
package struct ParamStatement: WordStatement {
  package static let signature = Signature(
    "param", .value("NAME"), .value("VALUE").behind("=").optional,
    summary: "Declare a variable, given as --NAME=VALUE on the command line.",
    details: [
      "`$NAME` stands for it wherever a value may stand, and in paths.",
      "`dialsh FILE --help` lists the parameters of a script; `dialsh check FILE` says whether it makes",
      "sense, `dialsh check --fix FILE` mends it, and `dialsh fmt FILE` gives it its layout. One that is",
      "called `account` is given by `--account` as well.",
    ],
    examples: [
      Example("param state = active; numbers where status=$state", "a script with a default")
    ])

  package let name: Word
  /// The value that it has unless another is given.
  package let fallback: Literal?

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    try self.init(&arguments)
  }

  private init(_ arguments: inout ArgumentReader) throws(Rejection) {
    name = try arguments.name("a parameter's name")
    fallback = arguments.skip(.equal) ? try arguments.literal("a value", as: .anyValue) : nil
    try arguments.finish(after: "`param`")
  }

  package func plan(in planner: inout Planner) throws(Rejection) -> Step {
    guard planner.declared.insert(name.text).inserted else {
      throw Rejection(.repeatedParameter(name))
    }
    let value = try value(in: &planner.scope)
    planner.scope.variables[name.text] = value
    return .declare(name, value)
  }

  /// What was given for it, else its default.
  private func value(in scope: inout Scope) throws(Rejection) -> Literal {
    let open = Literal(.open, name.text, at: name.range)
    if scope.openParameters == .all { return open }
    if let given = scope.variables[name.text] ?? scope.options[name.text] { return given }
    if let fallback { return try scope.value(of: fallback) }
    if scope.openParameters == .withoutValue { return open }
    let missing = Diagnostic.missingParameter(name)
    scope.missing[name.text] = missing
    throw Rejection(missing)
  }
}

extension ParamStatement {
  /// The parameters of a script, of which nothing is planned.
  ///
  /// - Throws: a ``Rejection`` for a text whose statements have no right form.
  package static func all(in script: Script, with vocabulary: Vocabulary) throws(Rejection)
    -> [ParamStatement]
  {
    var found: [ParamStatement] = []
    var diagnostics: [Diagnostic] = []
    for statement in script.statements {
      do throws(Rejection) {
        if let rejection = Rejection(statement.faults) { throw rejection }
        if let parameter = try parameter(in: statement, vocabulary) { found.append(parameter) }
      } catch {
        diagnostics += error.diagnostics
      }
    }
    if let rejection = Rejection(diagnostics) { throw rejection }
    return found
  }

  private static func parameter(in statement: StatementText, _ vocabulary: Vocabulary)
    throws(Rejection) -> ParamStatement?
  {
    guard let word = vocabulary.statement(beginningWith: statement.first) else {
      guard !statement.first.text.isSettingName else { return nil }
      var reader = ArgumentReader(statement.all)
      if let fault = try reader.pipeline(sugar: Planner.sugar).fault {
        throw Rejection(fault)
      }
      return nil
    }
    guard word.signature == signature else { return nil }
    var reader = ArgumentReader(statement.arguments)
    return try ParamStatement(&reader)
  }
}
