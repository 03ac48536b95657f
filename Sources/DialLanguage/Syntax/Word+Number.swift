extension Word {
  /// The fewest digits of a number that is looked for; extensions have fewer.
  private static let fewestDigits = 4
  private static let signs: Set<Character> = [
    "+", "-", ".", "(", ")", " ", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2013}",
  ]

  /// The phone number that tokens are, as it was written: `(415) 555-0100`; `nil` for anything else.
  init?(numberIn tokens: some BidirectionalCollection<Token>) {
    guard let first = tokens.first, Self.mayBegin(first),
      !tokens.contains(where: { $0.kind == .variable })
    else { return nil }
    let range = first.range.through(tokens)
    let text = tokens.count == 1 ? first.text : range.text
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    guard digits >= Self.fewestDigits,
      text.allSatisfy({ ("0"..."9").contains($0) || Self.signs.contains($0) })
    else { return nil }
    self.init(text, at: range)
  }

  private static func mayBegin(_ token: Token) -> Bool {
    token.text.first.map { "+(0123456789".contains($0) } ?? false
  }
}
