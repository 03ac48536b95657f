import DialExport
import DialLanguage
import DialRows
import DialStack

// Pipelines.
extension Planner {
  /// The stage that may stand behind a source without a bar: `numbers where …`.
  static let sugar = "where"

  /// Reads a pipeline up to the end of the arguments, and plans it.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  func plan(_ arguments: inout ArgumentReader) throws(Rejection) -> Plan {
    let pipeline = try arguments.pipeline(sugar: Self.sugar)
    var draft = draft(of: pipeline)
    read(pipeline.stages, into: &draft)
    notes.lastColumns = draft.columns
    if let fault = pipeline.fault { throw Rejection(fault) }
    if let rejection = Rejection(draft.diagnostics) { throw rejection }
    guard let source = draft.source, let columns = draft.columns else {
      preconditionFailure("what has no columns was refused")
    }
    return try finish(draft, from: source, columns, of: pipeline)
  }

  func draft(of pipeline: Pipeline) -> PipelineDraft {
    var arguments = ArgumentReader(pipeline.sourceArguments)
    var draft: PipelineDraft
    do throws(Rejection) {
      draft = try knownDraft(of: pipeline, &arguments)
      draft.diagnostics += misplacedWords(behind: pipeline.source, arguments)
      notes.add(.source, "", arguments, isComplete: true)
    } catch {
      draft = PipelineDraft(diagnostics: error.diagnostics)
      notes.add(.source, "", arguments, isComplete: false)
      notes.add(problems: error.diagnostics)
    }
    notes.addMisplaced(arguments.rest, before: pipeline.sourceArguments.end)
    return draft
  }

  /// What to say of words behind a source that name nothing of it.
  private func misplacedWords(
    behind source: Pipeline.Source, _ arguments: ArgumentReader
  ) -> [Diagnostic] {
    let rest = arguments.rest
    guard let token = rest.first else { return [] }
    let range = arguments.readings.reduce(source.word.range) { $0.through($1.range) }
    let misplaced = Diagnostic.notBehindSource(
      rest, source: range.text, isStage: vocabulary.isStage(token))
    return [explainingRedirection(misplaced, in: rest)]
  }

  private func knownDraft(
    of pipeline: Pipeline, _ arguments: inout ArgumentReader
  ) throws(Rejection) -> PipelineDraft {
    switch pipeline.source {
    case .resource(let word):
      if let definition = scope.definitions[word.text] ?? search(by: word) {
        return try draft(
          of: definition, called: word, &arguments, isLast: pipeline.stages.isEmpty)
      }
      guard let (resource, object) = try source(word, &arguments) else {
        try refuseUnfinished(word)
        if let request = foreignRequest(pipeline) { throw Rejection(request) }
        let unknown = Diagnostic.unknownSource(word, in: scope, vocabulary)
        throw Rejection(unknown.mend == nil ? accountMeant(by: pipeline) ?? unknown : unknown)
      }
      let columns = vocabulary.columns(of: resource)
      let spansAccounts = resource.scope != .platform && scope.accounts.mayBeMany
      var draft = PipelineDraft(
        source: .list(resource, object), columns: spansAccounts ? columns.acrossAccounts : columns)
      if resource.scope == .account, scope.accounts.isNone, !accountIsUnclear {
        draft.diagnostics.append(
          .noAccount(word, known: scope.known.knownAccounts(2), in: vocabulary.catalog))
      }
      return draft
    case .variable(let word):
      if let rows = scope.named[word.text] {
        return PipelineDraft(source: .named(rows), columns: rows.plan.columns)
      }
      guard let name = KeptRows.Name(rawValue: word.text) else {
        try scope.refuseMissing(word)
        throw Rejection(.notASource(word, isKnown: scope.variables[word.text] != nil))
      }
      return PipelineDraft(source: .kept(name), columns: try columns(of: name, at: word))
    }
  }

  private func columns(of name: KeptRows.Name, at word: Word) throws(Rejection) -> Columns {
    switch name {
    case .it:
      guard let prompt = scope.prompt else {
        throw Rejection(.onlyAtThePrompt(Word("$" + word.text, at: word.range)))
      }
      guard let columns = prompt.lastResult else { throw Rejection(.nothingShownYet(word.range)) }
      return columns
    case .errors:
      return Columns(origin: "`$errors`", visible: AccountFailure.columns, resource: nil)
    }
  }

  private func finish(
    _ draft: PipelineDraft, from source: PipelineDraft.Source, _ columns: Columns,
    of pipeline: Pipeline
  ) throws(Rejection) -> Plan {
    var split = Split(stages: draft.stages)
    var origin: PlanSource
    switch source {
    case .kept(let name): origin = .kept(name)
    case .named(let rows): origin = .named(rows)
    case .list(let resource, let object):
      split.parents = object.parents
      split.isObject = object.id != nil || resource.paging == .object
      split = try self.split(draft.stages, over: resource, beside: split)
      var path = try path(of: resource, under: split.parents, at: pipeline.source.word)
      if let id = object.id { path += "/" + PercentEncoding.component(id) }
      try refuseUnasked(resource, by: split.asked, at: pipeline.source.word)
      if let limit = scope.limit { split.stages.append(limit) }
      let demand = pageSize(for: split.stages)
      let isPaged = resource.sizeParameter != nil && object.id == nil
      var list = SourcePlan(
        resource: resource, accounts: resource.scope == .platform ? .none : scope.accounts,
        path: path, pageSize: isPaged ? demand.size : nil, pageSizeReason: demand.reason,
        filters: split.pushed, bounds: split.bounds)
      list.isItem = object.id != nil
      origin = .list(list)
    }
    let export = draft.export ?? display(ofOne: origin.list?.isObject == true)
    var relations = RelationPlanner(
      over: origin.list?.resource, isItem: origin.list?.isItem == true,
      reading: split.stages.flatMap(\.stage.effect.allReads)
        + (columns.visible + [export.divider].compactMap(\.self)).map(\.accessor),
      open: keepsRows ? Set(columns.joins.map(\.index)) : [])
    let stages = split.stages.map { relations.plan($0) }
    origin = origin.expanding(relations.expanded)
    let plan = Plan(
      range: pipeline.source.word.range, text: pipeline.range.text, source: origin,
      stages: stages,
      columns: type(of: export.format).isForPeople
        ? columns.withAccountNames.keeping(
          split.pushed.flatMap { $0.check?.values ?? [] }
            + split.stages.flatMap(\.stage.effect.decides)) : columns,
      export: export,
      isShown: draft.export == nil,
      localConditions: split.localConditions)
    if export.resumes, let stage = plan.firstGathering {
      throw Rejection(.resumesAll(stage.name, at: pipeline.range))
    }
    return plan
  }

  private func refuseToResume(_ export: Export, at range: SourceRange) throws(Rejection) {
    let name = type(of: export.format).signature.name
    guard (export.format as? any ByteFormat).map({ type(of: $0).canBeContinued }) == true else {
      throw Rejection(
        Diagnostic(at: range, "`\(name)` can't be gone on with; csv, tsv and ndjson can"))
    }
    guard case .file(let path) = export.destination, export.divider == nil,
      !FileOutput.writesDirectly(to: path)
    else {
      throw Rejection(Diagnostic(at: range, "`resume` goes on with a file; name one, not a folder"))
    }
  }

  /// What a pipeline without `export` writes.
  ///
  /// - Parameter isObject: whether it is one object, a line a field of which is best to read.
  private func display(ofOne isObject: Bool) -> Export {
    guard let format = vocabulary.exporter(named: scope.display.format) else {
      preconditionFailure("the command line takes only formats of the vocabulary")
    }
    var terminal = scope.display.terminal
    if isObject { terminal?.layout = .expanded }
    return Export(
      format: format.init(ExportOptions([])), destination: .standardOutput, pathRange: nil,
      terminal: terminal)
  }
}

/// A pipeline while its stages are read.
struct PipelineDraft {
  enum Source {
    case list(Resource, SourceObject)
    case kept(KeptRows.Name)
    case named(NamedRows)
  }

  /// `nil` where nobody knows what it is.
  let source: Source?
  /// Whether its source has rows of several accounts.
  private let spansAccounts: Bool
  /// The columns behind the stages that were read; `nil` where nobody knows them.
  var columns: Columns?
  var stages: [PlannedStage] = []
  var export: Export?
  var diagnostics: [Diagnostic] = []

  init(source: Source, columns: Columns) {
    self.source = source
    self.columns = columns
    spansAccounts = columns.spansAccounts
  }

  /// Whether its rows are still those of several accounts.
  var hasRowsOfAccounts: Bool {
    spansAccounts && !stages.contains(where: \.stage.effect.makesRows)
  }

  init(diagnostics: [Diagnostic]) {
    source = nil
    spansAccounts = false
    self.diagnostics = diagnostics
  }
}

// Stages, one after the other.
extension Planner {
  /// How many stages a pipeline may have.
  static let mostStages = 100

  /// Reads all stages. Behind one that is wrong in a way that leaves the columns unknown, nothing
  /// is refused.
  ///
  /// - Parameter isLast: whether nothing stands behind them.
  func read(_ calls: [StageCall], isLast: Bool = true, into draft: inout PipelineDraft) {
    if calls.count > Self.mostStages {
      draft.diagnostics.append(.tooManyStages(calls[Self.mostStages].name, most: Self.mostStages))
    }
    for (index, call) in calls.prefix(Self.mostStages).enumerated() {
      let before = draft.columns
      var arguments = ArgumentReader(call.arguments)
      do throws(Rejection) {
        let isLast = isLast && index == calls.count - 1
        try read(call, &arguments, isLast: isLast, into: &draft)
        notes.add(
          .stage, call.name.text, arguments, before: before, isComplete: draft.export == nil)
      } catch {
        let isUnknown = error.diagnostics.contains { $0.range == call.name.range }
        notes.add(.stage, call.name.text, arguments, before: before, isComplete: false)
        if before != nil || isUnknown { notes.add(problems: error.diagnostics) }
        if before != nil {
          draft.diagnostics += error.diagnostics.map {
            explainingRedirection($0, in: call.arguments.tokens, of: call.name)
          }
        }
        if vocabulary.stage(named: call.name.text)?.keepsColumns != true { draft.columns = nil }
      }
    }
  }

  private func read(
    _ call: StageCall, _ arguments: inout ArgumentReader, isLast: Bool,
    into draft: inout PipelineDraft
  ) throws(Rejection) {
    if let definition = scope.definitions[call.name.text] {
      return try read(
        definition, called: call.name, &arguments, isLast: isLast, into: &draft)
    }
    let columns = draft.columns ?? Columns(origin: "", visible: [], resource: nil)
    guard call.name.keyword == Signature.export.name else {
      guard let type = vocabulary.stage(named: call.name.text) else {
        try refuseUnfinished(call.name)
        throw Rejection(.unknownStage(call, in: scope, vocabulary))
      }
      let stage = try type.init(
        &arguments, in: StageContext(name: call.name, columns: columns, planner: self))
      let made = draft.columns.map { stage.columns(from: $0) }
      try refuseUncarried(by: stage, columns: made, call.arguments.tokens, of: columns.resource)
      draft.columns = made
      draft.stages.append(PlannedStage(stage, text: call.range.text))
      return
    }
    guard isLast else { throw Rejection(.nothingMayFollow(call.name)) }
    draft.export = try export(&arguments, of: columns, in: draft)
  }

  private func export(
    _ arguments: inout ArgumentReader, of columns: Columns, in draft: PipelineDraft
  ) throws(Rejection) -> Export {
    let export = try ExportCall(&arguments, vocabulary)
    guard let format = vocabulary.exporter(named: export.format.text) else {
      throw Rejection(.unknownExporter(export.format, vocabulary: vocabulary))
    }
    if let first = export.shellOption.first {
      let range = first.range.through(export.shellOption)
      throw Rejection(.optionOfAShell(first.text, of: format, at: range))
    }
    var resolved: [(name: Word, value: Literal)] = []
    for option in export.options {
      let value = try scope.value(of: option.value)
      if value.form == .open { continue }
      // What a variable holds is refused where the variable is used.
      resolved.append((option.name, Literal(value.form, value.text, at: option.value.range)))
    }
    let options = ExportOptions(resolved)
    try options.finish(for: format, or: Export.options)
    let place: (destination: Destination, range: SourceRange?) =
      export.path.isEmpty ? (.standardOutput, nil) : try file(export.path)
    try options.checkValues(for: format, or: Export.options)
    var call = Export(
      format: format.init(options), destination: place.destination, pathRange: place.range,
      terminal: place.destination == .standardOutput ? scope.display.terminal : nil)
    if let field = export.divider {
      let isFolder =
        if case .file(let path) = place.destination { path.hasSuffix("/") } else { false }
      guard isFolder else {
        throw Rejection(.dividesNoFolder(field, format, export.path))
      }
      // A file of one account needs no column that names it.
      let isAccount = field.text == Column.account.name && draft.hasRowsOfAccounts
      call.divider = isAccount ? .account : try columns.column(field)
    }
    call.resumes = options[Export.resume]
    if call.resumes, let range = options.range(of: Export.resume.name) {
      try refuseToResume(call, at: range)
    }
    call.ledger = options.range(of: Export.errors.name).map { (options[Export.errors], $0) }
    return call
  }
}

extension StageCall {
  /// The characters from its name to its last argument.
  var range: SourceRange { name.range.through(arguments.tokens) }
}

extension Pipeline {
  /// The characters from its source to its last argument.
  var range: SourceRange {
    let source = source.word.range.through(sourceArguments.tokens)
    return stages.last.map { source.through($0.range) } ?? source
  }
}
