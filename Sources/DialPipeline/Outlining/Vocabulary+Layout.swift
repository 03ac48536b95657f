package import DialLanguage
import DialRows
import DialStack

extension Vocabulary {
  /// A script in the one layout that there is; what its words mean is not asked for.
  ///
  /// - Throws: a ``Rejection`` for a text whose statements have no right form.
  package func layout(of script: SourceText, in scope: Scope) throws(Rejection) -> String {
    var scope = scope
    scope.openParameters = .withoutValue
    scope.includes = nil
    var planner = Planner(vocabulary: self, scope: scope)
    _ = planner.steps(of: Script(script))
    return try ScriptLayout.text(
      of: script, uses: uses(of: planner.notes.parts), takesWords: takesWords)
  }

  /// What the tokens that were read are, by where they begin.
  private func uses(of parts: [ReadingNotes.Part]) -> [Int: TokenUse] {
    var uses: [Int: TokenUse] = [:]
    for part in parts {
      if let word = part.word, statement(beginningWith: word)?.isDotted == false {
        uses[word.range.lower] = .keyword
      }
      for reading in part.reader.readings {
        guard let use = use(of: reading, over: part.columns) else { continue }
        uses[reading.range.lower] = use
      }
    }
    return uses
  }

  /// What a token is; `nil` where the space about it stays.
  private func use(of reading: Reading, over columns: Columns?) -> TokenUse? {
    let token = reading.token
    let isKeyword: Bool
    switch reading.role {
    case .misplaced, .topic: return nil
    case .path: return .path
    case .comparison, .arithmetic, .symbol: return .sign
    case .option: return .option
    case .keyword, .command: isKeyword = true
    case .stage: isKeyword = isStage(token)
    case .format: isKeyword = exporter(named: token.text) != nil
    case .account: isKeyword = token.isWord("all") || token.isWord("none")
    case .value(let field):
      let isBoolean = (try? columns?.column(field))?.kind == .boolean
      isKeyword =
        token.isWord("null") || isBoolean && (token.isWord("true") || token.isWord("false"))
    case .source, .item, .part, .field, .fieldOf, .number, .newName, .anyValue, .function, .operand,
      .parameter:
      isKeyword = false
    }
    return isKeyword ? .keyword : .name
  }
}
