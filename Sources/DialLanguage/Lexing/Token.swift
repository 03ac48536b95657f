/// A word of the language with its place in the text.
package struct Token: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Letters, digits and whatever else is not punctuation.
    case word
    /// Text in double quotes; `text` has the escapes undone.
    case string
    /// Text in single quotes, taken as it is.
    case rawString
    /// `$name`; `text` is the name.
    case variable
    case symbol(Symbol)
    /// A line break that ends a statement.
    case newline
    /// The end of the text.
    case end
    case invalid(Fault)
  }

  /// Why characters make no token.
  package enum Fault: Sendable, Hashable {
    case openString, badEscape, bareDollar, strayCharacter
  }

  package enum Symbol: String, Sendable, Hashable {
    case bar = "|"
    case semicolon = ";"
    case comma = ","
    case open = "("
    case close = ")"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case matches = "~"
    case doesNotMatch = "!~"
  }

  package let kind: Kind
  package let text: String
  package let range: SourceRange
  /// Whether the token touches the one before it.
  package let isAttached: Bool

  /// Whether this is the bare word `word` of the language, in any case.
  package func isWord(_ word: String) -> Bool { kind == .word && text.isKeyword(word) }

  /// Whether a statement ends before the token.
  var endsStatement: Bool {
    switch kind {
    case .newline, .end, .symbol(.semicolon): true
    case .word, .string, .rawString, .variable, .symbol, .invalid: false
    }
  }

  /// Whether this is the symbol `symbol`.
  package func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }

  /// The token as a message names it.
  package var spelling: String {
    switch kind {
    case .word, .symbol, .invalid: "`\(text)`"
    case .string, .rawString: "`\"\(text)\"`"
    case .variable: "`$\(text)`"
    case .newline: "the end of the line"
    case .end: "the end"
    }
  }
}

extension StringProtocol {
  /// Whether the text is `word`, which is in lower case, whatever the case of its letters.
  package func isKeyword(_ word: some StringProtocol) -> Bool {
    utf8.elementsEqual(word.utf8) { byte, letter in
      (65...90).contains(byte) ? byte + 32 == letter : byte == letter
    }
  }
}

extension SourceRange {
  /// From the start of this range to the end of the last of `tokens`, which stand behind it.
  package func through(_ tokens: some BidirectionalCollection<Token>) -> SourceRange {
    tokens.last.map { through($0.range) } ?? self
  }
}
