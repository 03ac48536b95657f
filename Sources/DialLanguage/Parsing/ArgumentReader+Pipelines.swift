extension ArgumentReader {
  /// A pipeline up to the end of the arguments.
  ///
  /// What is wrong with its form is in its ``Pipeline/fault``: all of it is there.
  ///
  /// - Parameter sugar: the stage that needs no `|` behind the source.
  /// - Throws: a ``Rejection`` where no source begins it.
  package mutating func pipeline(sugar: String) throws(Rejection) -> Pipeline {
    let source = try pipelineSource(before: sugar)
    var fault: Diagnostic?
    var stages: [StageCall] = []
    var sourceArguments = Arguments(tokens: [], end: current)
    let isCalled = current.isSymbol(.open) && current.isAttached
    if isCalled { sourceArguments = callArguments(noting: &fault) }
    let object = isCalled ? nil : wordOfSource(before: sugar)
    if let object { sourceArguments = Arguments(tokens: [object], end: current) }
    if let name = optionalWord(sugar, as: .stage) {
      stages.append(StageCall(name: name, arguments: arguments(noting: &fault)))
    } else if object == nil, !isCalled {
      sourceArguments = arguments(noting: &fault)
      // It is not next, but may yet be typed.
      if sourceArguments.tokens.count == 1 { _ = optionalWord(sugar, as: .stage) }
    }
    stages += furtherStages(behind: stages.last, sugar: sugar, noting: &fault)
    return Pipeline(
      source: source, sourceArguments: sourceArguments, stages: stages, fault: fault)
  }

  /// Stages up to the end of the arguments, the first without a `|`.
  ///
  /// - Throws: a ``Rejection`` where no stage begins them.
  package mutating func stages(sugar: String) throws(Rejection) -> StageList {
    var fault: Diagnostic?
    let name = try word("a stage", as: .stage)
    let first = StageCall(name: name, arguments: arguments(noting: &fault))
    let others = furtherStages(behind: first, sugar: sugar, noting: &fault)
    return StageList(calls: [first] + others, fault: fault)
  }

  /// The stages that stand behind a `|` each.
  private mutating func furtherStages(
    behind first: StageCall?, sugar: String, noting fault: inout Diagnostic?
  ) -> [StageCall] {
    var stages: [StageCall] = []
    while let bar = bar() {
      let before = stages.last ?? first
      if current.isSymbol(.bar), current.isAttached, before?.name.keyword == sugar {
        fault = fault ?? .doubledBar(bar, current, before: token(1))
      }
      guard let name = try? word("a stage", as: .stage) else {
        fault = fault ?? .missingStage(after: bar)
        skipTo(.bar)
        continue
      }
      stages.append(StageCall(name: name, arguments: arguments(noting: &fault)))
    }
    return stages
  }

  /// Leaves what stands in the parentheses that touch a source's name, with them, to another reader.
  private mutating func callArguments(noting fault: inout Diagnostic?) -> Arguments {
    var tokens: [Token] = []
    var open: [Token] = []
    repeat {
      if current.isSymbol(.open) { open.append(current) }
      if current.isSymbol(.close) { open.removeLast() }
      tokens.append(current)
      leave()
    } while !open.isEmpty && !isAtEnd
    if let first = open.first { fault = fault ?? .parenthesisNotClosed(first) }
    return Arguments(tokens: tokens, end: current)
  }

  /// Values in parentheses, which are the arguments of a definition; none where no parenthesis opens.
  package mutating func callValues() throws(Rejection) -> [Literal] {
    guard skip(.open), !skip(.close) else { return [] }
    var values: [Literal] = []
    repeat { values.append(try literal("a value", as: .anyValue)) } while skip(.comma)
    guard skip(.close) else { throw Rejection(.expected("`,` or `)`", found: current)) }
    return values
  }

  /// Takes the second word of a source such as `qu_1 members where …`, should the stage that needs no
  /// `|` follow it.
  private mutating func wordOfSource(before sugar: String) -> Token? {
    let word = current
    guard word.kind == .word || word.kind == .string, !word.isWord(sugar), token(1).isWord(sugar)
    else { return nil }
    leave()
    return word
  }

  /// A word, a variable, or a phone number, which may have spaces.
  private mutating func pipelineSource(before sugar: String) throws(Rejection) -> Pipeline.Source {
    let tokens = rest.prefix { !$0.isSymbol(.bar) && !$0.isWord(sugar) }
    if let number = Word(numberIn: tokens) {
      for _ in tokens { _ = optionalToken(as: .source) { _ in true } }
      return .resource(number)
    }
    guard let token = takeSource() else { throw Rejection(.expected("a resource", found: current)) }
    return token.kind == .variable ? .variable(Word(token)) : .resource(Word(token))
  }

  /// Leaves the tokens up to a `|` outside parentheses, or the end, to another reader.
  private mutating func arguments(noting fault: inout Diagnostic?) -> Arguments {
    var tokens: [Token] = []
    var open: [Token] = []
    while !isAtEnd, !(open.isEmpty && current.isSymbol(.bar)) {
      if current.isSymbol(.open) { open.append(current) }
      if current.isSymbol(.close), open.popLast() == nil {
        fault = fault ?? .parenthesisNotOpened(current)
      }
      tokens.append(current)
      leave()
    }
    if let first = open.first { fault = fault ?? .parenthesisNotClosed(first) }
    return Arguments(tokens: tokens, end: current)
  }

  /// Reads what stands between a parenthesis that opens here and the one that closes it.
  ///
  /// What is not closed is read as well: it is still being typed.
  /// - Throws: a ``Rejection`` where none opens, or where it is not closed; what `body` throws.
  package mutating func parenthesized<Result>(
    _ what: String, _ body: (Arguments) throws(Rejection) -> Result
  ) throws(Rejection) -> Result {
    let start = current
    let inner = try inParentheses(what)
    guard skip(.close) else {
      _ = try? body(inner)
      throw Rejection(.parenthesisNotClosed(start))
    }
    return try body(inner)
  }

  /// Leaves what stands between a parenthesis that opens here and the one that closes it, which is next
  /// then, or the end.
  ///
  /// - Throws: a ``Rejection`` where none opens.
  mutating func inParentheses(_ what: String) throws(Rejection) -> Arguments {
    guard skip(.open) else { throw Rejection(.expected(what, found: current)) }
    var tokens: [Token] = []
    var depth = 0
    while !isAtEnd, depth > 0 || !current.isSymbol(.close) {
      if current.isSymbol(.open) { depth += 1 }
      if current.isSymbol(.close) { depth -= 1 }
      tokens.append(current)
      leave()
    }
    return Arguments(tokens: tokens, end: current)
  }
}
