import DialLanguage
import DialRows

// Texts that `def` gave names.
extension Planner {
  /// What a definition gives that stands as a source: `late(-7d)`.
  ///
  /// - Parameter isLast: whether no stage stands behind it.
  /// - Throws: a ``Rejection`` at the call, whatever of the body is wrong.
  func draft(
    of definition: Definition, called word: Word, _ arguments: inout ArgumentReader, isLast: Bool
  ) throws(Rejection) -> PipelineDraft {
    guard case .pipeline(let body) = definition.body else {
      throw Rejection(
        Diagnostic(
          at: word.range,
          "`\(word.text)` goes on with rows; write `numbers | \(definition.usage)`"))
    }
    let (inner, range) = try planner(inside: definition, called: word, &arguments)
    var draft = inner.draft(of: body)
    inner.read(body.stages, isLast: isLast, into: &draft)
    if let diagnostic = draft.diagnostics.first {
      throw Rejection(.inside(definition, diagnostic, at: range))
    }
    return draft
  }

  /// Reads the stages that a definition stands for.
  ///
  /// - Throws: a ``Rejection`` at the call, whatever of the body is wrong.
  func read(
    _ definition: Definition, called word: Word, _ arguments: inout ArgumentReader, isLast: Bool,
    into draft: inout PipelineDraft
  ) throws(Rejection) {
    guard case .stages(let body) = definition.body else {
      throw Rejection(
        Diagnostic(
          at: word.range,
          "`\(word.text)` begins a line; write `\(definition.usage)` in front of the stages"))
    }
    let (inner, range) = try planner(inside: definition, called: word, &arguments)
    try arguments.finish(after: "`\(word.text)`")
    let known = draft.diagnostics.count
    inner.read(body.calls, isLast: isLast, into: &draft)
    if draft.diagnostics.count > known {
      let diagnostic = draft.diagnostics[known]
      draft.diagnostics.removeSubrange(known...)
      throw Rejection(.inside(definition, diagnostic, at: range))
    }
    guard draft.stages.count <= Self.mostStages else {
      throw Rejection(.tooManyStages(word, most: Self.mostStages))
    }
  }

  /// Refuses an unknown name that is being defined, or could not be.
  func refuseUnfinished(_ name: Word) throws(Rejection) {
    try way.refuse(name.text, at: name.range)
    try scope.refuseMissing(name)
  }

  /// A planner in which the parameters of a definition have the values that stand behind `word`, and
  /// the characters of the call.
  private func planner(
    inside definition: Definition, called word: Word, _ arguments: inout ArgumentReader
  ) throws(Rejection) -> (Planner, SourceRange) {
    var values: [Literal] = []
    for literal in try arguments.callValues() { values.append(try scope.value(of: literal)) }
    let range = arguments.readings.reduce(word.range) { $0.through($1.range) }
    let parameters = definition.parameters
    guard values.count == parameters.count else {
      let found = values.isEmpty ? "" : ", found \(values.count)"
      throw Rejection(Diagnostic(at: range, "write `\(definition.usage)`\(found)"))
    }
    var inner = self
    // What is read of it stands elsewhere in the text, or in another.
    inner.notes = ReadingNotes()
    try inner.way.countUse(of: "definitions", at: range)
    try inner.way.enter(definition.name.text, at: range)
    for (parameter, value) in zip(parameters, values) {
      inner.scope.variables[parameter.text] = value
    }
    return (inner, range)
  }

  /// A planner that checks the body of a definition, whose parameters have no values yet.
  func planner(
    checking name: Word, parameters: [Word]
  ) throws(Rejection) -> Planner {
    var inner = self
    try inner.way.enter(name.text, at: name.range)
    for parameter in parameters {
      inner.scope.variables[parameter.text] = Literal(.open, parameter.text, at: parameter.range)
    }
    // An account may be chosen before it is used.
    inner.accountIsUnclear = true
    return inner
  }

  /// Holds stages against the words that there are: the columns are known where they are used.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with them.
  func check(_ stages: StageList) throws(Rejection) {
    var draft = PipelineDraft(diagnostics: [])
    read(stages.calls, into: &draft)
    if let fault = stages.fault { throw Rejection(fault) }
    for call in stages.calls
    where !vocabulary.isStage(named: call.name.text) && scope.definitions[call.name.text] == nil {
      try refuseUnfinished(call.name)
      throw Rejection(.unknownStage(call, in: scope, vocabulary))
    }
  }
}

extension Diagnostic {
  /// What is wrong with the body of a definition where it is used.
  fileprivate static func inside(
    _ definition: Definition, _ diagnostic: Diagnostic, at range: SourceRange
  ) -> Diagnostic {
    let isNested = diagnostic.message.hasPrefix("in `")
    let place = isNested ? "" : "in `\(definition.name.text)`: "
    return Diagnostic(at: range, place + diagnostic.message, about: diagnostic.subject)
  }
}
