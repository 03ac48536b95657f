/// What a text says, in the user's own spelling; meaning comes with planning.
package struct Script: Sendable, Hashable {
  package let statements: [Statement]
}

/// One statement of a script.
package enum Statement: Sendable, Hashable {
  case use(Use)
  case parameter(ParameterDeclaration)
  case explain(Pipeline)
  case help(Help)
  case exit(SourceRange)
  /// `more`: the rows behind those that were shown.
  case more(SourceRange)
  case setting(SettingCall)
  case pipeline(Pipeline)
}

/// A word as the user wrote it and where.
package struct Word: Sendable, Hashable {
  package let text: String
  package let range: SourceRange

  package init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }

  init(_ token: Token) {
    self.init(token.text, at: token.range)
  }

  /// The word in lower case, as those of the language are looked up.
  package var keyword: String { text.lowercased() }
}

/// `use acct_…` or `use none`.
package struct Use: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    case account(Literal)
    case none
  }

  package let target: Target
  package let range: SourceRange
}

/// `param month = 2026-09`: a variable given as `--month=…`.
package struct ParameterDeclaration: Sendable, Hashable {
  package let name: Word
  package let fallback: Literal?
  package let range: SourceRange
}

/// `help` or `describe`, with the word that it is about.
package struct Help: Sendable, Hashable {
  /// The words behind `help`: none, `where`, or `export csv`.
  package let topic: [Word]
  package let range: SourceRange

  package init(topic: [Word], range: SourceRange) {
    self.topic = topic
    self.range = range
  }
}

/// A word that begins with a dot, as `.timing on`, or one that other prompts know it by: `\timing`.
package struct SettingCall: Sendable, Hashable {
  /// The word with its dot or backslash.
  package let name: Word
  package let arguments: Arguments
  package let range: SourceRange

  package init(name: Word, arguments: Arguments, range: SourceRange) {
    self.name = name
    self.arguments = arguments
    self.range = range
  }
}

/// A source and the stages behind it.
package struct Pipeline: Sendable, Hashable {
  package enum Source: Sendable, Hashable {
    case resource(Word)
    /// `$name`, without the `$`.
    case variable(Word)

    package var word: Word {
      switch self {
      case .resource(let word), .variable(let word): word
      }
    }
  }

  package let source: Source
  /// What stands between the source and the first stage.
  package let sourceArguments: Arguments
  package let stages: [StageCall]
  package let range: SourceRange
}

/// A stage by name, with arguments that only the stage can read.
package struct StageCall: Sendable, Hashable {
  package let name: Word
  package let arguments: Arguments
}

/// The tokens behind a name up to the next `|` or the end of the statement.
package struct Arguments: Sendable, Hashable {
  package let tokens: [Token]
  /// What stands behind them.
  package let end: Token

  package init(tokens: [Token], end: Token) {
    self.tokens = tokens
    self.end = end
  }
}
