import DialExport
package import DialLanguage
import DialRows
import DialStack
import TerminalText

/// Gives a script its meaning, before anything is sent.
package struct Planner {
  let vocabulary: Vocabulary
  let source: SourceText
  private(set) var scope: Scope
  private var declared: Set<String> = []
  /// Whether a `use` was refused, so that nobody knows the account of what follows.
  private(set) var accountIsUnclear = false
  private(set) var diagnostics: [Diagnostic] = []

  /// Plans `script` whole.
  ///
  /// - Throws: a ``Rejection`` with everything that is wrong, in the order of the text.
  package static func plan(
    _ script: Script, from source: SourceText, with vocabulary: Vocabulary, in scope: Scope
  ) throws(Rejection) -> ScriptPlan {
    var planner = Planner(vocabulary: vocabulary, source: source, scope: scope)
    let steps = script.statements.compactMap { planner.step($0) }
    planner.refuseUndeclared()
    if let rejection = Rejection(planner.diagnostics) { throw rejection }
    return ScriptPlan(steps: steps)
  }

  private init(vocabulary: Vocabulary, source: SourceText, scope: Scope) {
    self.vocabulary = vocabulary
    self.source = source
    self.scope = scope
  }

  private mutating func step(_ statement: Statement) -> Step? {
    do throws(Rejection) {
      switch statement {
      case .use(let use): return try self.use(use)
      case .parameter(let parameter): return try declare(parameter)
      case .explain(let pipeline): return .explain(try plan(pipeline))
      case .help(let help):
        return .help(try HelpPage.text(of: help, in: vocabulary, seen: scope.seen))
      case .exit: return .exit
      case .more(let range): return try more(at: range)
      case .setting(let call): return try change(call)
      case .pipeline(let pipeline): return .run(try run(pipeline))
      }
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  private mutating func use(_ use: Use) throws(Rejection) -> Step {
    accountIsUnclear = true
    switch use.target {
    case .none:
      scope.account = nil
    case .account(let literal):
      let value = try scope.value(of: literal)
      if value.form == .open { return .use(nil) }
      if value.isWord("all") { throw Rejection(.useAllUnsupported(literal)) }
      guard !value.text.holdsKey else { throw Rejection(.keyForAccount(literal)) }
      guard let account = Account.ID(rawValue: value.text) else {
        throw Rejection(.notAnAccount(value, at: literal.range))
      }
      scope.account = account
    }
    accountIsUnclear = false
    scope.settleZone()
    return .use(scope.account)
  }

  private mutating func declare(_ parameter: ParameterDeclaration) throws(Rejection) -> Step {
    let name = parameter.name.text
    guard declared.insert(name).inserted else { throw Rejection(.repeatedParameter(parameter)) }
    if let given = scope.variables[name] { return .declare(parameter.name, given) }
    guard let fallback = parameter.fallback else {
      guard !scope.leavesParametersOpen else {
        let open = Literal(.open, name, at: parameter.name.range)
        scope.variables[name] = open
        return .declare(parameter.name, open)
      }
      let missing = Diagnostic.missingParameter(parameter)
      scope.missing[name] = missing
      throw Rejection(missing)
    }
    let value = try scope.value(of: fallback)
    scope.variables[name] = value
    return .declare(parameter.name, value)
  }

  /// A misspelt `--name` would leave a parameter at its default without a word.
  private mutating func refuseUndeclared() {
    for name in scope.given.subtracting(declared).sorted() {
      diagnostics.append(.undeclared(name, in: source, known: declared.sorted()))
    }
  }

  /// Plans a word with a dot; what it sets holds for what follows.
  private mutating func change(_ call: SettingCall) throws(Rejection) -> Step {
    let step = try setting(call)
    if case .command(.change(let change)) = step {
      change.apply(&scope.settings)
      scope.settleZone()
    }
    return step
  }

  private func more(at range: SourceRange) throws(Rejection) -> Step {
    guard let prompt = scope.prompt else {
      throw Rejection(.onlyAtThePrompt(Word("more", at: range)))
    }
    guard prompt.lastResult != nil else { throw Rejection(.nothingShownYet(range)) }
    return .more
  }

  /// Plans a pipeline that is run: what it fetches and shows is `$it` for what follows.
  private mutating func run(_ pipeline: Pipeline) throws(Rejection) -> Plan {
    let plan = try plan(pipeline)
    if plan.isShown, plan.source.list != nil { scope.prompt?.lastResult = plan.columns }
    return plan
  }
}
