extension StatementText {
  /// The fewest digits of a number that is looked for; extensions have fewer.
  private static let fewestDigits = 4
  private static let signs: Set<Character> = ["+", "-", ".", "(", ")", " ", "\u{A0}"]

  /// The phone number that stands where a source would, up to the first `|`: `(415) 555-0100`.
  package var number: Word? {
    let tokens = all.tokens.prefix { !$0.isSymbol(.bar) }
    guard !tokens.contains(where: { $0.kind == .variable }) else { return nil }
    let range = first.range.through(tokens)
    let text = tokens.count == 1 ? first.text : range.text
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    guard digits >= Self.fewestDigits,
      text.allSatisfy({ ("0"..."9").contains($0) || Self.signs.contains($0) })
    else { return nil }
    return Word(text, at: range)
  }

  /// All tokens of a pipeline that reads the rows of `list` where a field is `number`, and
  /// goes on as the statement does.
  ///
  /// - Parameter isPrefix: whether it only begins with it.
  package func looking(
    for number: Word, in list: String, where field: String, isPrefix: Bool
  ) -> Arguments {
    func token(_ kind: Token.Kind, _ text: String) -> Token {
      Token(kind: kind, text: text, range: number.range.start, isAttached: false)
    }
    let comparison = isPrefix ? token(.word, "in") : token(.symbol(.equal), "=")
    let value = Token(kind: .string, text: number.text, range: number.range, isAttached: false)
    let tokens = [
      token(.word, list), token(.word, "where"), token(.word, field), comparison, value,
    ]
    return Arguments(
      tokens: tokens + all.tokens.drop { !$0.isSymbol(.bar) }, end: arguments.end)
  }
}
