package import DialExport
package import DialLanguage
package import DialRows
import DialStack

/// What the words of a text are, as far as they make sense, and what may stand behind them.
///
/// It is made while somebody types: it never fails, asks for nothing, and looks at no file.
/// Stages read their own arguments, so it knows every stage without being told.
package struct Outline: Sendable {
  /// A word and what it is.
  package struct Word: Sendable, Hashable {
    package let range: SourceRange
    package let meaning: Meaning
  }

  /// What a word is.
  package enum Meaning: Sendable, Hashable {
    case command, source, stage, keyword, field, comparison, value, variable, symbol, name
  }

  package internal(set) var words: [Word] = []
  /// The words that make no sense where they stand.
  package internal(set) var problems: [SourceRange] = []
  /// What may stand at the end of the text.
  package internal(set) var next = Next.nothing

  let vocabulary: Vocabulary
  let source: SourceText
  /// What is known at the end of the text: what it declares is, and whom it chooses.
  package private(set) var scope: Scope

  /// Reads `text` as far as it goes.
  ///
  /// - Complexity: some 100 microseconds for a line of 200 characters.
  package init(of text: String, with vocabulary: Vocabulary, in scope: Scope) {
    self.vocabulary = vocabulary
    self.scope = scope
    self.scope.obstacle = { _ in nil }
    source = SourceText(text)
    var statement: [Token] = []
    for token in Lexer.tokens(of: source) {
      switch token.kind {
      case .newline, .end, .symbol(.semicolon):
        next = .nothing
        read(statement, until: token)
        if token.kind == .symbol(.semicolon) { mark(token, .symbol) }
        statement = []
      case .word, .string, .rawString, .variable, .symbol, .invalid: statement.append(token)
      }
    }
  }
}

/// What may stand at the end of a text.
package enum Next: Sendable {
  case nothing
  /// A source or a command.
  case statement
  /// A source: behind `explain`.
  case source
  /// A stage; `columns` are those before it, where they are known.
  case stage(columns: Columns?)
  case argument(NextArgument)
}

/// What may stand next among the arguments of a stage or a command.
package struct NextArgument: Sendable {
  /// The stage or command.
  package let name: String
  package let roles: [Role]
  /// The columns before the stage, where they are known.
  package let columns: Columns?
  /// The field that was read last: what an operator would compare.
  package let field: FieldName?
  /// The format behind `export`, if one is there.
  package let format: (any Exporter.Type)?
  /// The names of the options that are given already.
  package let options: [String]
}

// Statements.
extension Outline {
  mutating func mark(_ token: Token, _ meaning: Meaning) {
    words.append(Word(range: token.range, meaning: meaning))
  }

  private mutating func read(_ tokens: [Token], until end: Token) {
    guard let first = tokens.first else {
      next = .statement
      return
    }
    let rest = Array(tokens.dropFirst())
    switch (first.kind, first.text.lowercased()) {
    case (.word, "use"):
      mark(first, .command)
      readUse(rest, until: end)
    case (.word, "param"):
      mark(first, .command)
      readParameter(rest, until: end)
    case (.word, "explain"):
      mark(first, .command)
      if rest.isEmpty { next = .source } else { readPipeline(rest, until: end) }
    case (.word, "help"), (.word, "describe"):
      mark(first, .command)
      read(rest, of: first.text, until: end) { reader in
        while (try? reader.word("a topic", as: .topic)) != nil {}
      }
    case (.word, "exit"), (.word, "quit"), (.word, "more"):
      mark(first, .command)
      problems += rest.map(\.range)
    case (.word, let word) where word.isSettingName:
      mark(first, .command)
      readSetting(first, rest, until: end)
    case (.word, _), (.variable, _): readPipeline(tokens, until: end)
    default: for token in tokens { mark(token, Meaning(token)) }
    }
  }

  private mutating func readUse(_ tokens: [Token], until end: Token) {
    var account: Literal?
    read(tokens, of: "use", until: end) { (reader) throws(Rejection) in
      account = try reader.literal("an account", as: .account)
      try reader.finish(after: "`use`")
    }
    // Whoever it is: what follows has an account.
    scope.account = account.flatMap { $0.isWord("none") ? nil : Account.ID(rawValue: $0.text) }
  }

  private mutating func readParameter(_ tokens: [Token], until end: Token) {
    var name: DialLanguage.Word?
    var value: Literal?
    read(tokens, of: "param", until: end) { (reader) throws(Rejection) in
      name = try reader.name("a name")
      if reader.skip(.equal) { value = try reader.literal("a value", as: .anyValue) }
      try reader.finish(after: "`param`")
    }
    guard let name else { return }
    scope.variables[name.text] = value ?? Literal(.quoted, "", at: name.range)
  }

  private mutating func readSetting(_ first: Token, _ rest: [Token], until end: Token) {
    if first.text == PromptWord.edit.rawValue, !rest.isEmpty {
      return readPipeline(rest, until: end)
    }
    if vocabulary.setting(named: first.text) == nil, PromptWord(spelling: first.text) == nil {
      problems.append(first.range)
    }
    let arguments = Arguments(tokens: rest, end: end)
    let name = DialLanguage.Word(first.text, at: first.range)
    let call = SettingCall(
      name: name, arguments: arguments,
      range: rest.last.map { first.range.through($0.range) } ?? first.range)
    let (vocabulary, source) = (vocabulary, source)
    let scope = scope
    read(rest, of: first.text, until: end) { (reader) throws(Rejection) in
      _ = try Planner.setting(
        call, &reader, vocabulary: vocabulary, source: source, scope: scope)
    }
  }

  /// Has `body` read the arguments of `name`, and takes note of how far it comes.
  private mutating func read(
    _ tokens: [Token], of name: String, until end: Token,
    by body: (inout ArgumentReader) throws(Rejection) -> Void
  ) {
    var reader = ArgumentReader(Arguments(tokens: tokens, end: end))
    var diagnostics: [Diagnostic] = []
    do throws(Rejection) {
      try body(&reader)
    } catch {
      diagnostics = error.diagnostics
    }
    note(reader, of: tokens, diagnostics)
    next = .argument(
      NextArgument(
        name: name, roles: reader.expected, columns: nil, field: nil, format: nil, options: []))
  }
}

// Words.
extension Outline {
  /// Marks what a reader has read of `tokens`, and the rest by its looks.
  mutating func note(_ reader: ArgumentReader, of tokens: [Token], _ diagnostics: [Diagnostic]) {
    for (index, token) in tokens.enumerated() {
      mark(
        token,
        index < reader.readings.count
          ? Meaning(token, as: reader.readings[index].role)
          : Meaning(token))
    }
    problems += diagnostics.map(\.range).filter { range in
      // What is missing has no characters, and what is not closed is still being typed.
      range.upper > range.lower
        && tokens.contains {
          $0.range.lower <= range.lower && range.lower < $0.range.upper
            && $0.kind != .invalid(.openString)
        }
    }
  }
}

extension Outline.Meaning {
  init(_ token: Token) {
    switch token.kind {
    case .string, .rawString, .invalid(.openString): self = .value
    case .variable, .invalid(.bareDollar): self = .variable
    case .symbol, .newline, .end: self = .symbol
    case .word, .invalid: self = .name
    }
  }

  init(_ token: Token, as role: Role) {
    guard token.kind != .variable else {
      self = .variable
      return
    }
    switch role {
    case .field: self = .field
    case .comparison: self = .comparison
    case .keyword, .option: self = .keyword
    case .symbol: self = .symbol
    case .newName, .topic: self = .name
    case .value, .number, .format, .path, .optionValue, .account, .anyValue, .parameter:
      self = .value
    }
  }
}
