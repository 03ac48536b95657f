extension SourceText {
  /// Whether the text is the beginning of a statement that goes on in the next line:
  /// it ends in `|`, `,`, an operator or `\`, or a quote or parenthesis is open.
  ///
  /// - Parameter takesWords: whether the arguments of the statement that a token begins are words,
  ///   whatever these mean elsewhere: `help ~`.
  package func isUnfinished(_ takesWords: (Token) -> Bool) -> Bool {
    let tokens = Lexer.tokens(of: self).dropLast()
    guard let last = tokens.last else { return false }
    if let first = tokens.split(whereSeparator: \.endsStatement).last?.first, takesWords(first) {
      return last.kind == .invalid(.openString)
    }
    if last.kind == .invalid(.openString) || last.joinsLines { return true }
    let depth = tokens.reduce(0) { depth, token in
      if token.isSymbol(.open) { return depth + 1 }
      return token.isSymbol(.close) ? max(0, depth - 1) : depth
    }
    return depth > 0 || endsInContinuation
  }

  private var endsInContinuation: Bool {
    var end = utf8.count
    while end > 0, [0x20, 0x09, 0x0A, 0x0D].contains(utf8[end - 1]) { end -= 1 }
    return end > 0 && utf8[end - 1] == UInt8(ascii: "\\")
  }
}
