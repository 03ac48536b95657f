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
  private var accountIsUnclear = false
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

  private mutating func declare(_ parameter: Parameter) throws(Rejection) -> Step {
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
      diagnostics.append(.undeclared(name, known: declared.sorted()))
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

  private func plan(_ pipeline: Pipeline) throws(Rejection) -> Plan {
    var draft = try draft(of: pipeline)
    let arguments = pipeline.sourceArguments.tokens
    if let token = arguments.first {
      let misplaced = Diagnostic.notBehindSource(
        arguments, source: source[pipeline.source.word.range], isStage: vocabulary.isStage(token))
      draft.diagnostics.append(explainingRedirection(misplaced, in: arguments))
    }
    read(pipeline.stages, into: &draft)
    if let rejection = Rejection(draft.diagnostics) { throw rejection }
    return try finish(draft, of: pipeline)
  }

  private func draft(of pipeline: Pipeline) throws(Rejection) -> PipelineDraft {
    switch pipeline.source {
    case .resource(let word):
      guard let resource = vocabulary.catalog[word.text] else {
        throw Rejection(
          foreignRequest(pipeline) ?? .unknownSource(word, vocabulary: vocabulary))
      }
      var draft = PipelineDraft(
        source: .list(resource), columns: vocabulary.columns(of: resource))
      if resource.scope == .account, scope.account == nil, !accountIsUnclear {
        draft.diagnostics.append(.noAccount(word, known: scope.seen.accounts))
      }
      return draft
    case .variable(let word):
      guard word.text == Self.lastResultName else {
        throw Rejection(.notASource(word, isKnown: scope.variables[word.text] != nil))
      }
      guard let prompt = scope.prompt else { throw Rejection(.onlyAtThePrompt(word)) }
      guard let columns = prompt.lastResult else { throw Rejection(.nothingShownYet(word.range)) }
      return PipelineDraft(source: .lastResult, columns: columns)
    }
  }

  /// The variable that holds the rows shown last.
  package static let lastResultName = "it"

  private func finish(_ draft: PipelineDraft, of pipeline: Pipeline) throws(Rejection) -> Plan {
    let sink = if let sink = draft.sink { sink } else { try display(columns: draft.columns) }
    var split = Split(stages: draft.stages)
    var origin = PlanSource.lastResult
    if case .list(let resource) = draft.source {
      split = self.split(draft.stages, over: resource)
      if let limit = scope.settings.limit { split.stages.append(LimitStage(setting: limit)) }
      let demand = pageSize(for: split.stages)
      origin = .list(
        SourcePlan(
          resource: resource, account: resource.scope == .account ? scope.account : nil,
          pageSize: demand.size, pageSizeReason: demand.reason, filters: split.pushed,
          oldest: split.oldest))
    }
    return Plan(
      range: pipeline.source.word.range, source: origin, stages: split.stages,
      columns: draft.columns, sink: sink, isShown: draft.sink == nil, zone: scope.zone,
      localConditions: split.localConditions)
  }

  /// What a pipeline without `export` writes.
  private func display(columns: Columns) throws(Rejection) -> Sink {
    guard let exporter = vocabulary.exporter(named: scope.display.format) else {
      preconditionFailure("the command line takes only formats of the vocabulary")
    }
    return Sink(
      exporter: try exporter.init(
        columns: columns.visible, options: ExportOptions([]), terminal: scope.terminal),
      destination: .standardOutput)
  }
}

/// A pipeline while its stages are read.
struct PipelineDraft {
  enum Source {
    case list(Resource)
    case lastResult
  }

  let source: Source
  var columns: Columns
  var stages: [any Stage] = []
  var sink: Sink?
  var diagnostics: [Diagnostic] = []

  init(source: Source, columns: Columns) {
    self.source = source
    self.columns = columns
  }
}

// Stages, one after the other.
extension Planner {
  /// How many stages a pipeline may have.
  private static let mostStages = 100

  /// Reads stages until one is wrong in a way that leaves the columns behind it unknown.
  private func read(_ calls: [StageCall], into draft: inout PipelineDraft) {
    if calls.count > Self.mostStages {
      draft.diagnostics.append(.tooManyStages(calls[Self.mostStages].name, most: Self.mostStages))
      return
    }
    for (index, call) in calls.enumerated() {
      do throws(Rejection) {
        if call.name.keyword == Signature.export.name {
          if index < calls.count - 1 { throw Rejection(.nothingMayFollow(call.name)) }
          draft.sink = try sink(call, columns: draft.columns)
        } else {
          let stage = try stage(call, columns: draft.columns)
          draft.columns = stage.columns(from: draft.columns)
          draft.stages.append(stage)
        }
      } catch {
        draft.diagnostics += error.diagnostics.map {
          explainingRedirection($0, in: call.arguments.tokens, of: call.name)
        }
        guard vocabulary.stage(named: call.name.text)?.keepsColumns == true else { return }
      }
    }
  }

  private func stage(_ call: StageCall, columns: Columns) throws(Rejection) -> any Stage {
    guard let type = vocabulary.stage(named: call.name.text) else {
      throw Rejection(.unknownStage(call, vocabulary: vocabulary))
    }
    var arguments = ArgumentReader(call.arguments)
    return try type.init(
      &arguments,
      in: StageContext(name: call.name, columns: columns, scope: scope, vocabulary: vocabulary))
  }

  private func sink(_ call: StageCall, columns: Columns) throws(Rejection) -> Sink {
    var arguments = ArgumentReader(call.arguments)
    let export = try ExportCall(&arguments)
    guard let exporter = vocabulary.exporter(named: export.format.text) else {
      throw Rejection(.unknownExporter(export.format, vocabulary: vocabulary))
    }
    if let first = export.shellOption.first {
      let range = export.shellOption.dropFirst().reduce(first.range) { $0.through($1.range) }
      throw Rejection(.optionOfAShell(first.text, source[range], of: exporter, at: range))
    }
    var resolved: [(name: Word, value: Literal)] = []
    for option in export.options {
      let value = try scope.value(of: option.value)
      if value.form == .open { continue }
      // What a variable holds is refused where the variable is used.
      resolved.append((option.name, Literal(value.form, value.text, at: option.value.range)))
    }
    let options = ExportOptions(resolved)
    try options.finish(for: exporter)
    let destination: Sink.Destination =
      export.path.isEmpty ? .standardOutput : try file(export.path)
    let terminal = destination == .standardOutput ? scope.terminal : nil
    let made = try exporter.init(
      columns: columns.visible, options: options, terminal: terminal)
    return Sink(exporter: made, destination: destination)
  }
}

/// What stands behind `export`.
struct ExportCall {
  let format: Word
  /// The tokens of the path; none for standard output, which is no path and `-`.
  let path: [Token]
  let options: [(name: Word, value: Literal)]
  /// The tokens of a word that begins with `-`: an option as the commands of a shell have it,
  /// not the name of a file. What follows it is not read. None as a rule.
  let shellOption: [Token]

  init(_ arguments: inout ArgumentReader) throws(Rejection) {
    format = try arguments.word("a format, as in `export csv`", as: .format)
    let isDashed = arguments.isAtDash
    let word = arguments.pathParts()
    guard !isDashed || word.map(\.text) == ["-"] else {
      (path, options, shellOption) = ([], [], word)
      return
    }
    path = isDashed ? [] : word
    options = try arguments.options()
    shellOption = arguments.isAtDash ? arguments.pathParts() : []
  }
}
