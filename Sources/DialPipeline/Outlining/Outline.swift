package import DialLanguage
package import DialRows
import DialStack

/// What the words of a text are, as far as they make sense, and what may stand behind them.
///
/// It is made while somebody types, of what planning has noted of its reading: it never fails,
/// asks for nothing, and looks at no file.
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

  package private(set) var words: [Word] = []
  /// The words that make no sense where they stand.
  package private(set) var problems: [SourceRange] = []
  /// What may stand at the end of the text.
  package let next: Next
  /// What is known at the end of the text: what it declares is, and whom it chooses.
  package let scope: Scope

  /// Reads `text` as far as it goes, as planning does.
  ///
  /// - Complexity: some 100 microseconds for a line of 200 characters.
  package init(of text: String, with vocabulary: Vocabulary, in scope: Scope) {
    var scope = scope
    scope.openParameters = .withoutValue
    scope.includes = nil
    let script = Script(SourceText(text))
    var planner = Planner(vocabulary: vocabulary, scope: scope)
    _ = planner.steps(of: script)
    self.scope = planner.scope
    next = Next(behind: script, planner.notes)
    problems = planner.notes.problems
    for part in planner.notes.parts {
      note(part)
      findUnknownWords(of: part, in: planner.scope)
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
  package let roles: [ArgumentRole]
  /// The columns before the stage, where they are known.
  package let columns: Columns?
  /// The field that was read last: what an operator would compare.
  package let field: FieldName?
}

extension Next {
  /// What may stand behind a script, of which `notes` were taken.
  init(behind script: Script, _ notes: ReadingNotes) {
    guard let last = script.statements.last, last.arguments.end.kind == .end else {
      self = .statement
      return
    }
    // Innermost first: what may go on behind a part that is whole is known by the one around it.
    let open = notes.parts.filter { $0.reader.reachesEndOfText && $0.kind != .leftover }
    let parts = open.prefix((open.firstIndex { !$0.isComplete } ?? open.count) + 1)
    let roles = parts.flatMap(\.reader.expected)
    let begins =
      last.first.kind == .word || last.first.kind == .variable || last.first.isSymbol(.bar)
    guard let part = parts.first, begins else {
      self = .nothing
      return
    }
    if roles.contains(.source) {
      self = .source
    } else if roles.contains(.stage) {
      self = .stage(columns: notes.lastColumns)
    } else {
      self = .argument(NextArgument(part, roles, columns: part.columns ?? notes.lastColumns))
    }
  }
}

extension NextArgument {
  init(_ part: ReadingNotes.Part, _ roles: [ArgumentRole], columns: Columns?) {
    let readings = part.reader.readings
    self.init(
      name: part.name, roles: roles, columns: columns,
      field: readings.last { $0.role.isField }.map { FieldName($0.token) })
  }
}

// Words.
extension Outline {
  private mutating func note(_ part: ReadingNotes.Part) {
    if let word = part.word { words.append(Word(range: word.range, meaning: .command)) }
    for reading in part.reader.readings {
      words.append(Word(range: reading.range, meaning: Meaning(reading.token, as: reading.role)))
      if reading.role == .misplaced { problems.append(reading.range) }
    }
    for token in part.reader.rest {
      words.append(Word(range: token.range, meaning: Meaning(token)))
    }
  }

  /// Fields and values that are wrong, although their statement is not whole yet.
  private mutating func findUnknownWords(of part: ReadingNotes.Part, in scope: Scope) {
    guard let columns = part.columns else { return }
    for reading in part.reader.readings where reading.token.kind == .word {
      let token = reading.token
      if reading.role.isField, (try? columns.column(FieldName(token))) == nil {
        problems.append(token.range)
      }
      if case .value(let field) = reading.role, let column = try? columns.column(field),
        column.kind == .choice, !column.choices.isEmpty, !token.isWord("null"),
        !column.choices.contains(token.text),
        !scope.seenValues(of: column, in: columns).contains(token.text)
      {
        problems.append(token.range)
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

  init(_ token: Token, as role: ArgumentRole) {
    guard token.kind != .variable else {
      self = .variable
      return
    }
    switch role {
    case .field, .fieldOf: self = .field
    case .comparison, .arithmetic: self = .comparison
    case .command: self = .command
    case .source, .part: self = .source
    case .stage: self = .stage
    case .misplaced: self = Self(token)
    case .keyword, .option, .function: self = .keyword
    case .symbol: self = .symbol
    case .newName, .topic: self = .name
    case .value, .number, .format, .path, .account, .anyValue, .operand, .parameter, .item:
      self = .value
    }
  }
}
