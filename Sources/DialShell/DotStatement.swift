import DialLanguage
import DialPipeline

/// A word with a dot that does something, with what stands behind it.
struct DotStatement: Statement {
  private let step: Step

  init(
    _ word: DotCommand, _ arguments: inout ArgumentReader, in context: StatementContext
  ) throws(Rejection) {
    step = try Self.step(word, &arguments, context)
  }

  func plan(in planner: inout Planner) -> Step { step }

  private static func step(
    _ word: DotCommand, _ arguments: inout ArgumentReader, _ context: StatementContext
  ) throws(Rejection) -> Step {
    switch word {
    case .help, .tables:
      let topic = arguments.words(as: .topic)
      if word == .tables, topic.isEmpty { return .help(.resources) }
      return .help(try context.vocabulary.topic(topic))
    case .quit:
      try arguments.finish(after: "`\(context.word.text)`")
      return .exit
    case .status, .settings, .retry:
      try arguments.finish(after: "`\(context.word.text)`")
      if word == .retry { return .command(RetryFailed()) }
      return .command(word == .status ? ShowStatus() : ShowSettings())
    case .history, .edit, .again:
      guard context.scope.prompt != nil else { throw Rejection(.onlyAtThePrompt(context.word)) }
      return .command(AskPrompt(request: try request(word, &arguments, context)))
    }
  }

  /// What only a prompt can do.
  private static func request(
    _ word: DotCommand, _ arguments: inout ArgumentReader, _ context: StatementContext
  ) throws(Rejection) -> PromptRequest {
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
}

extension StatementWord {
  init(_ word: DotCommand) {
    self.init(word.signature, or: word.signature.synonyms, takesWords: true) {
      (arguments, context) throws(Rejection) in
      try DotStatement(word, &arguments, in: context)
    }
  }
}
