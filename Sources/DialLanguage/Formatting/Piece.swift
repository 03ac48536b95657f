import TerminalText

/// A token as a layout writes it.
struct Piece {
  let text: String
  let width: Int
  /// Whether a space stands before it in a line.
  let isSpaced: Bool
  /// What it adds to the number of open parentheses.
  let nesting: Int
  /// Whether it is `|`.
  let isBar: Bool
  let mayBeginLine: Bool
  let mayEndLine: Bool
  /// Whether a line that gets too long may go on in the next one behind it.
  let mayBreakBehind: Bool
  /// The comments between the piece before it and this one.
  var comments: [Comment] = []

  private init(_ token: Token, _ use: TokenUse?, text: String, isSpaced: Bool) {
    self.text = text
    width = text.displayWidth
    self.isSpaced = isSpaced
    nesting = use == .path ? 0 : token.nesting
    isBar = use != .path && token.isSymbol(.bar)
    mayBeginLine = token.mayBeginLine
    mayEndLine = token.mayEndLine
    mayBreakBehind =
      use != .path && (token.isSymbol(.comma) || token.isWord("and") || token.isWord("or"))
  }

  /// The tokens of a statement whose arguments are words, with single spaces between them.
  static func words(_ tokens: [Token], _ uses: [TokenUse?]) -> [Piece] {
    zip(tokens, uses).map { token, use in
      let text = token.kind == .word ? token.spelled(as: use) : token.range.text
      return Piece(token, use, text: text, isSpaced: !token.isAttached)
    }
  }

  /// The tokens of a statement, each with the space before it that is the same everywhere.
  ///
  /// - Parameter uses: what they are, as far as that is known. Between others space stays.
  static func layout(_ tokens: [Token], _ uses: [TokenUse?]) -> [Piece] {
    tokens.indices.map { index in
      let spacing = Spacing(index, of: tokens, uses)
      return Piece(
        tokens[index], uses[index], text: tokens[index].spelled(as: uses[index]),
        isSpaced: spacing.isWanted)
    }
  }
}

extension Token {
  /// How a layout writes it: `==` is `=`, and the words of the language are in lower case.
  func spelled(as use: TokenUse?) -> String {
    switch kind {
    case .symbol(let symbol) where use == .sign: symbol.rawValue
    case .word where use == .keyword: text.lowercased()
    case .word, .symbol, .string, .rawString, .variable, .newline, .end, .invalid: range.text
    }
  }
}
