package import DialLanguage
import DialStack

/// Gives a script its meaning, before anything is sent.
package struct Planner {
  package let vocabulary: Vocabulary
  /// What is known at this point of the text.
  package var scope: Scope
  /// The parameters that the text has declared so far.
  package var declared: Set<String> = []
  /// Where the values stand that another text gives it, by the names of parameters.
  var places: [String: SourceRange] = [:]
  /// Whether a `use` was refused, so that nobody knows the account of what follows.
  package var accountIsUnclear = false
  /// How many pipelines in parentheses it stands in.
  var depth = 0
  /// The definitions and the files that it stands in, the outermost first.
  var way = Way()
  /// The files that were included.
  var included: Set<String> = []
  /// Whether what it plans stands in parentheses, so that its rows may have a name.
  private var isInParentheses = false
  /// What was read so far, and how.
  var notes = ReadingNotes()
  var diagnostics: [Diagnostic] = []

  /// Plans a text whole.
  ///
  /// - Throws: a ``Rejection`` with everything that is wrong, in the order of the text.
  package static func plan(
    _ source: SourceText, with vocabulary: Vocabulary, in scope: Scope
  ) throws(Rejection) -> ScriptPlan {
    var planner = Planner(vocabulary: vocabulary, scope: scope)
    // The account of a script that is only checked may come from the command line.
    planner.accountIsUnclear = scope.openParameters != .none && scope.accounts.isNone
    return ScriptPlan(steps: try planner.plan(source))
  }

  /// Plans the statements of a text, which must declare what it is given.
  ///
  /// - Throws: a ``Rejection`` with everything that is wrong, in the order of the text.
  mutating func plan(_ source: SourceText) throws(Rejection) -> [Step] {
    let steps = steps(of: Script(source))
    refuseUndeclared(in: source)
    if let rejection = Rejection(diagnostics) { throw rejection }
    return steps
  }

  init(vocabulary: Vocabulary, scope: Scope) {
    self.vocabulary = vocabulary
    self.scope = scope
  }

  /// Plans the statements that make sense; what is wrong with the others is in `diagnostics`.
  mutating func steps(of script: Script) -> [Step] {
    script.statements.compactMap { step($0) }
  }

  private mutating func step(_ statement: StatementText) -> Step? {
    if way.isEmpty { way.restart() }
    if let sql = Rejection(sql: pipeline(in: statement)) {
      diagnostics += sql.diagnostics
      _ = try? read(statement)
      return nil
    }
    let faults = statement.faults
    do throws(Rejection) {
      let read = try read(statement)
      if let rejection = Rejection(faults) { throw rejection }
      return try read.plan(in: &self)
    } catch {
      let news = faults.isEmpty ? error.diagnostics : faults
      noteMissing(statement, because: news)
      diagnostics += news
      return nil
    }
  }

  /// Keeps what is wrong with a statement that declares names: those who use them need not hear more.
  private mutating func noteMissing(_ statement: StatementText, because diagnostics: [Diagnostic]) {
    switch vocabulary.statement(beginningWith: statement.first)?.declares {
    case .name?:
      guard let name = statement.arguments.tokens.first else { return }
      scope.missing[name.text] = diagnostics.first
    case .names?: scope.missingNames = diagnostics.first
    case .nothing?, nil: break
    }
  }

  /// Reads a statement by the word that begins it; what is no such word begins a pipeline.
  private func read(_ statement: StatementText) throws(Rejection) -> any Statement {
    let first = Word(statement.first)
    let context = StatementContext(word: first, range: statement.range, planner: self)
    if let word = vocabulary.statement(beginningWith: statement.first) {
      return try notes.read(.statement, statement.first, statement.arguments) {
        (reader) throws(Rejection) in
        try word.read(&reader, context)
      }
    }
    if statement.first.kind == .word, first.text.isSettingName {
      return try notes.read(.statement, statement.first, statement.arguments) {
        (_) throws(Rejection) in
        throw Rejection(.unknownSetting(first, vocabulary: vocabulary))
      }
    }
    if statement.first.isSymbol(.bar), scope.prompt == nil {
      throw Rejection(
        Diagnostic(
          at: statement.first.range,
          "a pipeline begins with its source; only at the prompt `|` goes on from what was shown"))
    }
    return try notes.read(.pipeline, nil, statement.goingOn(from: KeptRows.Name.it.rawValue)) {
      (reader) throws(Rejection) in
      try PipelineStatement(&reader, in: context)
    }
  }

  /// The tokens of the pipeline that a statement has, where it can have one.
  private func pipeline(in statement: StatementText) -> ArraySlice<Token> {
    let word = vocabulary.statement(beginningWith: statement.first)
    return word == nil ? statement.all.tokens[...] : statement.arguments.tokens[...]
  }

  /// Chooses the accounts for what follows.
  package mutating func choose(_ accounts: AccountSelection) {
    if accounts.identity != scope.accounts.identity { scope.accountsBefore = scope.accounts }
    scope.accounts = accounts
    accountIsUnclear = false
  }

  /// Reads a pipeline in parentheses, and plans it.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  func pipelineInParentheses(_ arguments: inout ArgumentReader) throws(Rejection) -> Plan {
    var planner = self
    planner.isInParentheses = true
    return try arguments.parenthesized("a pipeline in parentheses") { (inner) throws(Rejection) in
      try planner.pipeline(inner)
    }
  }

  /// Whether lines to come may name any field of the rows of a plan.
  var keepsRows: Bool { isInParentheses || scope.prompt != nil }

  /// Plans the pipeline that some tokens are.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  func pipeline(_ tokens: Arguments) throws(Rejection) -> Plan {
    try notes.read(.pipeline, nil, tokens) { (reader) throws(Rejection) in try plan(&reader) }
  }

  /// A misspelt `--name` would leave a parameter at its default without a word.
  private mutating func refuseUndeclared(in source: SourceText) {
    for name in scope.given.subtracting(declared).sorted() {
      let range = places[name] ?? source.range(0, 0)
      diagnostics.append(.undeclared(name, at: range, known: declared.sorted()))
    }
  }
}

extension Rejection {
  /// The refusal of a statement that is SQL; `nil` for any other.
  fileprivate init?(sql tokens: ArraySlice<Token>) {
    guard let sql = SQLStatement(tokens), let first = tokens.first, let last = tokens.last else {
      return nil
    }
    self.init(.isSQL(first, until: last.range, as: sql.translation))
  }
}
