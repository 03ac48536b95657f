/// Reads a text as a script. It knows the statements, but no stage by name.
package struct Parser {
  private let tokens: [Token]
  private var position = 0
  private var diagnostics: [Diagnostic] = []

  /// Parses `source` whole.
  ///
  /// - Throws: a ``Rejection`` with what is wrong in every statement.
  package static func parse(_ source: SourceText) throws(Rejection) -> Script {
    var parser = Parser(source)
    let script = parser.script()
    if let rejection = Rejection(parser.diagnostics) { throw rejection }
    return script
  }

  private init(_ source: SourceText) {
    tokens = Lexer.tokens(of: source)
  }

  private mutating func script() -> Script {
    var statements: [Statement] = []
    while current.kind != .end {
      if isAtStatementEnd {
        position += 1
        continue
      }
      do throws(Rejection) {
        try refuseForeignText()
        statements.append(try statement())
      } catch {
        diagnostics += error.diagnostics
        while !isAtStatementEnd { position += 1 }
      }
    }
    return Script(statements: statements)
  }
}

// What is no text of this language.
extension Parser {
  /// Refuses the statement at the cursor if it is SQL or has characters that are no tokens.
  private func refuseForeignText() throws(Rejection) {
    let end = tokens[position...].firstIndex { $0.endsStatement } ?? tokens.endIndex
    let statement = tokens[position..<end]
    let pipeline = current.isWord("explain") ? statement.dropFirst() : statement
    if let sql = SQLStatement(pipeline), let first = pipeline.first,
      let last = pipeline.last
    {
      throw Rejection(.isSQL(first, until: last.range, as: sql.translation))
    }
    if let rejection = Rejection(statement.indices.compactMap { fault(at: $0) }) { throw rejection }
  }

  private func fault(at index: Int) -> Diagnostic? {
    let token = tokens[index]
    guard case .invalid(let fault) = token.kind else { return nil }
    switch fault {
    case .openString: return .stringNotClosed(token)
    case .badEscape: return .badEscape(token)
    case .bareDollar: return .variableWithoutName(token)
    case .strayCharacter:
      let next = tokens[index + 1]
      let isFirst = !token.isAttached || tokens[index - 1].leadsToCondition
      let negates = token.text == "!" && isFirst && (next.kind == .word || next.isSymbol(.open))
      return negates ? .exclamation(token, before: next) : .strayCharacter(token)
    }
  }
}

// Statements.
extension Parser {
  private mutating func statement() throws(Rejection) -> Statement {
    let first = current
    guard first.kind == .word else {
      guard first.kind == .variable else {
        throw Rejection(.expected("a resource or a command", found: first))
      }
      return .pipeline(try pipeline())
    }
    switch first.text.lowercased() {
    case "use": return .use(try use())
    case "param": return .parameter(try parameter())
    case "explain":
      position += 1
      return .explain(try pipeline())
    case "help", "describe": return .help(try help())
    case "exit", "quit":
      position += 1
      try finish(after: "`\(first.text)`")
      return .exit(first.range)
    case "more":
      position += 1
      try finish(after: "`more`")
      return .more(first.range)
    case let word where word.isSettingName: return .setting(setting())
    default: return .pipeline(try pipeline())
    }
  }

  private mutating func setting() -> SettingCall {
    let name = Word(take())
    let arguments = rest()
    let range = arguments.tokens.last.map { name.range.through($0.range) } ?? name.range
    return SettingCall(name: name, arguments: arguments, range: range)
  }

  private mutating func use() throws(Rejection) -> Use {
    let keyword = take()
    var reader = ArgumentReader(rest())
    let account = try reader.literal("an account id or `none`", as: .account)
    try reader.finish(after: "`use`")
    let range = keyword.range.through(account.range)
    if account.isWord("none") { return Use(target: .none, range: range) }
    return Use(target: .account(account), range: range)
  }

  private mutating func parameter() throws(Rejection) -> ParameterDeclaration {
    let keyword = take()
    var reader = ArgumentReader(rest())
    let name = try reader.name("a parameter's name")
    var fallback: Literal?
    if reader.skip(.equal) { fallback = try reader.literal("a value", as: .anyValue) }
    try reader.finish(after: "`param`")
    return ParameterDeclaration(
      name: name, fallback: fallback,
      range: keyword.range.through(fallback?.range ?? name.range))
  }

  private mutating func help() throws(Rejection) -> Help {
    let keyword = take()
    let topic = rest().tokens.map { Word($0) }
    return Help(
      topic: topic, range: topic.last.map { keyword.range.through($0.range) } ?? keyword.range)
  }
}

// Pipelines.
extension Parser {
  private mutating func pipeline() throws(Rejection) -> Pipeline {
    guard current.kind == .word || current.kind == .variable else {
      throw Rejection(.expected("a resource", found: current))
    }
    let source = take()
    var stages: [StageCall] = []
    var sourceArguments = Arguments(tokens: [], end: current)
    if current.isWord("where") {
      stages.append(try stage())
    } else {
      sourceArguments = try arguments()
    }
    while current.isSymbol(.bar) {
      let bar = take()
      if current.isSymbol(.bar), current.isAttached, stages.last?.name.keyword == "where" {
        throw Rejection(.doubledBar(bar, current, before: tokens[position + 1]))
      }
      guard current.kind == .word else { throw Rejection(.missingStage(after: bar)) }
      stages.append(try stage())
    }
    return Pipeline(
      source: source.kind == .variable ? .variable(Word(source)) : .resource(Word(source)),
      sourceArguments: sourceArguments, stages: stages,
      range: source.range.through(tokens[position - 1].range))
  }

  private mutating func stage() throws(Rejection) -> StageCall {
    let name = Word(take())
    return StageCall(name: name, arguments: try arguments())
  }

  /// Takes the tokens up to a `|` outside parentheses or the end of the statement.
  private mutating func arguments() throws(Rejection) -> Arguments {
    let start = position
    var open: [Token] = []
    while !isAtStatementEnd, !(open.isEmpty && current.isSymbol(.bar)) {
      if current.isSymbol(.open) { open.append(current) }
      if current.isSymbol(.close), open.popLast() == nil {
        throw Rejection(.parenthesisNotOpened(current))
      }
      position += 1
    }
    if let first = open.first { throw Rejection(.parenthesisNotClosed(first)) }
    return Arguments(tokens: Array(tokens[start..<position]), end: current)
  }
}

// The cursor.
extension Parser {
  private var current: Token { tokens[position] }

  private var isAtStatementEnd: Bool { current.endsStatement }

  private mutating func take() -> Token {
    defer { position += 1 }
    return tokens[position]
  }

  private mutating func rest() -> Arguments {
    let start = position
    while !isAtStatementEnd { position += 1 }
    return Arguments(tokens: Array(tokens[start..<position]), end: current)
  }

  private func finish(after place: String) throws(Rejection) {
    guard isAtStatementEnd else { throw Rejection(.unexpected(current, after: place)) }
  }
}

extension Token {
  /// Whether a condition may begin right behind the token, here or in other languages: `(`, `||`, `a&&`.
  var leadsToCondition: Bool {
    isSymbol(.open) || isSymbol(.bar) || kind == .word && text.last == "&"
  }
}

extension StringProtocol {
  /// Whether a statement that begins with the word is about the prompt: `.timing`, `\x`, `?`.
  package var isSettingName: Bool { first == "." || first == "\\" || self == "?" }
}
