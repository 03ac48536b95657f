/// A text as statements: what can be said of it without knowing a word.
package struct Script: Sendable, Hashable {
  package let statements: [StatementText]

  /// Divides a text; whatever is wrong in it, all of it is there.
  package init(_ source: SourceText) {
    var statements: [StatementText] = []
    var tokens: [Token] = []
    for token in Lexer.tokens(of: source) {
      guard token.endsStatement else {
        tokens.append(token)
        continue
      }
      if let first = tokens.first {
        statements.append(
          StatementText(
            first: first, arguments: Arguments(tokens: Array(tokens.dropFirst()), end: token)))
      }
      tokens = []
    }
    self.statements = statements
  }
}

/// A first word and the tokens behind it.
package struct StatementText: Sendable, Hashable {
  package let first: Token
  package let arguments: Arguments

  /// All tokens of the statement.
  package var all: Arguments {
    Arguments(tokens: [first] + arguments.tokens, end: arguments.end)
  }

  package var range: SourceRange { first.range.through(arguments.tokens) }

  /// All tokens of a pipeline; one that begins with `|` goes on from a variable.
  package func goingOn(from variable: String) -> Arguments {
    guard first.isSymbol(.bar) else { return all }
    let source = Token(
      kind: .variable, text: variable, range: first.range.start, isAttached: false)
    return Arguments(tokens: [source] + all.tokens, end: all.end)
  }
}

/// The tokens behind a name up to where something else begins.
package struct Arguments: Sendable, Hashable {
  package let tokens: [Token]
  /// What stands behind them.
  package let end: Token

  package init(tokens: [Token], end: Token) {
    self.tokens = tokens
    self.end = end
  }
}

/// A word as the user wrote it and where.
package struct Word: Sendable, Hashable {
  package let text: String
  package let range: SourceRange

  package init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }

  package init(_ token: Token) {
    self.init(token.text, at: token.range)
  }

  /// The word in lower case, as those of the language are looked up.
  package var keyword: String { text.lowercased() }
}
