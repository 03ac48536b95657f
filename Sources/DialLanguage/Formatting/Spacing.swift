/// The space between a token and the one before it.
struct Spacing {
  private let index: Int
  private let tokens: [Token]
  private let uses: [TokenUse?]

  init(_ index: Int, of tokens: [Token], _ uses: [TokenUse?]) {
    self.index = index
    self.tokens = tokens
    self.uses = uses
  }

  /// Whether a space stands between them.
  var isWanted: Bool {
    guard index > 0 else { return false }
    let (before, token) = (tokens[index - 1], tokens[index])
    if token.beginsLikeComment { return false }
    if before.isStar || token.isStar { return true }
    if uses[index] == .path || uses[index - 1] == .path && !token.isSymbol(.bar) {
      return !token.isAttached
    }
    if before.isSymbol(.open) || token.isSymbol(.close) || token.isSymbol(.comma) { return false }
    if before.isSymbol(.comma) || before.isSymbol(.close) { return true }
    if before.isSymbol(.bar) || token.isSymbol(.bar) { return true }
    if token.isSymbol(.open), let use = uses[index - 1] { return use == .keyword || use == .sign }
    if isAtOption(index) || isAtOption(index - 1) { return false }
    return uses[index] == .sign || uses[index - 1] == .sign || !token.isAttached
  }

  /// Whether `=` stands there between the name of an option and its value.
  private func isAtOption(_ place: Int) -> Bool {
    place > 0 && tokens[place].isSymbol(.equal) && uses[place - 1] == .option
      && place + 1 < tokens.count && tokens[place + 1].isValue
  }
}
