extension SourceText {
  /// Whether the text is the beginning of a statement that goes on in the next line:
  /// it ends in `|`, `,`, an operator or `\`, or a quote or parenthesis is open.
  ///
  /// - Parameter takesWords: whether the arguments of the statement that a token begins are words,
  ///   whatever these mean elsewhere: `help ~`.
  package func isUnfinished(_ takesWords: (Token) -> Bool) -> Bool {
    let tokens = Lexer.tokens(of: self).dropLast()
    let start = tokens.lastIndex(where: \.endsStatement).map { $0 + 1 } ?? tokens.startIndex
    let statement = tokens[start...]
    if statement.last?.kind == .invalid(.openString) { return true }
    if let first = statement.first, takesWords(first) { return false }
    return statement.joinsLines || endsInContinuation
  }

  private var endsInContinuation: Bool {
    var end = utf8.count
    while end > 0, [0x20, 0x09, 0x0A, 0x0D].contains(utf8[end - 1]) { end -= 1 }
    return end > 0 && utf8[end - 1] == UInt8(ascii: "\\")
  }
}
