// Where lines begin and end.
extension Token {
  /// What the token adds to the number of open parentheses.
  var nesting: Int { isSymbol(.open) ? 1 : isSymbol(.close) ? -1 : 0 }

  /// Whether it would be a comment behind a space.
  var beginsLikeComment: Bool { range.text.utf8.first == UInt8(ascii: "#") }

  /// The sign `*`, which is none without a space on both sides.
  var isStar: Bool { kind == .word && text == "*" }

  /// Whether a line may begin with it.
  var mayBeginLine: Bool { !isStar && !beginsLikeComment }

  /// Whether a line may end behind it: a `\` would take the line break away.
  var mayEndLine: Bool { !isStar && range.text.utf8.last != UInt8(ascii: "\\") }

  /// Whether a statement goes on in the next line behind this token.
  var joinsLines: Bool {
    switch kind {
    case .symbol(let symbol): symbol.joinsLines
    case .word: ["and", "or", "not", "in"].contains { text.isKeyword($0) }
    case .string, .rawString, .variable, .newline, .end, .invalid: false
    }
  }
}

extension BidirectionalCollection<Token> {
  /// Whether a statement goes on in the next line behind these tokens of it.
  var joinsLines: Bool {
    let depth = reduce(0) { Swift.max(0, $0 + $1.nesting) }
    return depth > 0 || last?.joinsLines == true
  }
}

extension Token.Symbol {
  var joinsLines: Bool {
    switch self {
    case .semicolon, .close: false
    case .bar, .comma, .open, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
      .matches, .doesNotMatch:
      true
    }
  }
}
