import DialLanguage

/// A statement about the session: a setting, or another word with a dot.
struct DotStatement: Statement {
  private enum Content {
    case change(Setting, SettingChange?)
    case step(Step)
  }

  private let content: Content

  /// Reads what stands behind a setting.
  init(_ setting: Setting, _ arguments: inout ArgumentReader) throws(Rejection) {
    content = .change(setting, try setting.change(&arguments))
  }

  /// Reads what stands behind another word.
  init(
    _ word: PromptWord, _ arguments: inout ArgumentReader, in context: StatementContext
  ) throws(Rejection) {
    let name = context.word
    switch word {
    case .help, .tables:
      let topic = arguments.words(as: .topic)
      if word == .tables, topic.isEmpty {
        content = .step(.help(HelpPage.resources(of: context.vocabulary)))
      } else {
        content = .step(
          .help(
            try HelpPage.text(of: topic, in: context.vocabulary, seen: context.scope.seen)))
      }
    case .quit:
      try arguments.finish(after: "`\(name.text)`")
      content = .step(.exit)
    case .status, .settings:
      try arguments.finish(after: "`\(name.text)`")
      content = .step(.command(word == .status ? .status : .settings))
    case .history, .edit, .again:
      guard context.scope.prompt != nil else { throw Rejection(.onlyAtThePrompt(name)) }
      content = .step(.command(.prompt(try Self.command(word, &arguments, context))))
    }
  }

  /// What only a prompt can do.
  private static func command(
    _ word: PromptWord, _ arguments: inout ArgumentReader, _ context: StatementContext
  ) throws(Rejection) -> PromptCommand {
    if word == .again { return .again(try number(&arguments, context.word)) }
    let text = arguments.rest.first.map { $0.range.through(context.range).text }
    guard word == .edit else { return .history(containing: text ?? "") }
    // Whatever the text is: it is there to be edited.
    if !arguments.isAtEnd { _ = try? context.pipeline(&arguments) }
    return .edit(text)
  }

  private static func number(_ arguments: inout ArgumentReader, _ name: Word) throws(Rejection)
    -> Int?
  {
    guard !arguments.isAtEnd else { return nil }
    let number = try arguments.count(for: name.text) { (literal) throws(Rejection) in literal }
    try arguments.finish(after: "the number")
    return number
  }

  func plan(in planner: inout Planner) throws(Rejection) -> Step {
    switch content {
    case .change(let setting, nil): return .command(.show(setting))
    case .change(_, let change?):
      change.apply(&planner.scope.settings)
      planner.scope.settleZone()
      return .command(.change(change))
    case .step(let step): return step
    }
  }
}

extension StatementWord {
  init(_ setting: Setting) {
    self.init(setting.signature, or: setting.signature.synonyms, takesWords: true) {
      (arguments, _) throws(Rejection) in
      try DotStatement(setting, &arguments)
    }
  }

  init(_ word: PromptWord) {
    self.init(word.signature, or: word.signature.synonyms, takesWords: true) {
      (arguments, context) throws(Rejection) in
      try DotStatement(word, &arguments, in: context)
    }
  }
}
