import DialExport
import DialLanguage
import DialRows
import DialStack

// Pipelines.
extension Planner {
  /// Plans a pipeline, whatever becomes of it.
  func plan(_ pipeline: Pipeline) throws(Rejection) -> Plan {
    var draft = try draft(of: pipeline)
    let arguments = pipeline.sourceArguments.tokens
    if let token = arguments.first {
      let misplaced = Diagnostic.notBehindSource(
        arguments, source: pipeline.source.word.range.text, isStage: vocabulary.isStage(token))
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
      throw Rejection(.optionOfAShell(first.text, of: exporter, at: range))
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
