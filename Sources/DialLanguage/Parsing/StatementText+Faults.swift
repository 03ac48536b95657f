extension StatementText {
  private static let beginning = "a resource or a command"

  /// What is no text of the language, whatever its words mean: characters that make no tokens, or
  /// a first one that begins nothing.
  package var faults: [Diagnostic] {
    let tokens = all.tokens + [arguments.end]
    let faults = tokens.indices.dropLast().compactMap { Self.fault(at: $0, of: tokens) }
    guard faults.isEmpty, first.kind != .word, first.kind != .variable, !first.isSymbol(.bar),
      Word(numberIn: all.tokens.prefix { !$0.isSymbol(.bar) && !$0.isWord("where") }) == nil
    else { return faults }
    return [.expected(Self.beginning, found: first)]
  }

  /// What is wrong with its form, whatever its words mean: the faults, or else a parenthesis without
  /// its other one, or a `|` without a stage behind it.
  var faultsOfForm: [Diagnostic] {
    guard faults.isEmpty else { return faults }
    guard first.mayBeginLine, !first.isSymbol(.bar) else {
      return [.expected(Self.beginning, found: first)]
    }
    var diagnostics: [Diagnostic] = []
    var open: [Token] = []
    let tokens = all.tokens + [arguments.end]
    for (index, token) in tokens.enumerated().dropLast() {
      switch token.kind {
      case .symbol(.open): open.append(token)
      case .symbol(.close):
        if open.popLast() == nil { diagnostics.append(.parenthesisNotOpened(token)) }
      case .symbol(.bar) where tokens[index + 1].kind != .word:
        diagnostics.append(.missingStage(after: token))
      case .word, .string, .rawString, .variable, .symbol, .newline, .end, .invalid: break
      }
    }
    return diagnostics + open.map { .parenthesisNotClosed($0) }
  }

  private static func fault(at index: Int, of tokens: [Token]) -> Diagnostic? {
    let token = tokens[index]
    guard case .invalid(let fault) = token.kind else { return nil }
    switch fault {
    case .openString: return .stringNotClosed(token)
    case .badEscape: return .badEscape(token)
    case .bareDollar: return .variableWithoutName(token)
    case .strayCharacter:
      let next = tokens[index + 1]
      if token.text == "*", index > 0, token.isAttached, next.isAttached,
        tokens[index - 1].endsOperand
      {
        return .unspacedProduct(token)
      }
      if token.text == "*", index > 1, tokens[index - 1].isSymbol(.open),
        tokens[index - 2].isWord("count"), next.isSymbol(.close)
      {
        return .countsStar(tokens[index - 1].range.through(next.range))
      }
      let isFirst = index == 0 || !token.isAttached || tokens[index - 1].leadsToCondition
      let negates = token.text == "!" && isFirst && (next.kind == .word || next.isSymbol(.open))
      return negates ? .exclamation(token, before: next) : .strayCharacter(token)
    }
  }
}

extension Token {
  /// Whether something that is worked with may end with the token: `2`, `.field`, `)`.
  var endsOperand: Bool {
    kind == .variable || isSymbol(.close)
      || kind == .word && (text.first == "." || text.first?.isNumber == true)
  }

  /// Whether a condition may begin right behind the token, here or in other languages: `(`, `||`,
  /// `a&&`.
  var leadsToCondition: Bool {
    isSymbol(.open) || isSymbol(.bar) || kind == .word && text.last == "&"
  }
}

extension StringProtocol {
  /// Whether a statement that begins with the word is about the prompt: `.timing`, `\x`, `?`.
  package var isSettingName: Bool { first == "." || first == "\\" || self == "?" }
}
