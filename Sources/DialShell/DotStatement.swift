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
    case .history, .edit, .again, .save:
      guard context.scope.prompt != nil else { throw Rejection(.onlyAtThePrompt(context.word)) }
      return .command(AskPrompt(request: try request(word, &arguments, context)))
    }
  }

  /// What only a prompt can do.
  private static func request(
    _ word: DotCommand, _ arguments: inout ArgumentReader, _ context: StatementContext
  ) throws(Rejection) -> PromptRequest {
    if word == .save { return try saving(&arguments, context) }
    if word == .again {
      let number = try number(&arguments, context.word)
      try arguments.finish(after: "the number")
      return .again(number)
    }
    let text = arguments.rest.first.map { $0.range.through(context.range).text }
    guard word == .edit else { return .history(containing: text ?? "") }
    // Whatever the text is: it is there to be edited.
    if !arguments.isAtEnd { _ = try? context.pipeline(&arguments) }
    return .edit(text)
  }

  private static func saving(
    _ arguments: inout ArgumentReader, _ context: StatementContext
  ) throws(Rejection) -> PromptRequest {
    let path = try context.path(arguments.pathParts())
    let lines = arguments.isAtOption ? nil : try number(&arguments, context.word)
    var replaces = false
    for (name, value) in try arguments.options([DotCommand.replace]) {
      guard name.text == DotCommand.replace.name,
        let answer = ["yes": true, "no": false][value.text]
      else {
        throw Rejection(
          Diagnostic(at: name.range, "`\(context.word.text)` takes `\(DotCommand.replace.usage)`"))
      }
      replaces = answer
    }
    try arguments.finish(after: "the options")
    return .save(path: path, lines: lines ?? 1, replaces: replaces)
  }

  private static func number(_ arguments: inout ArgumentReader, _ name: Word) throws(Rejection)
    -> Int?
  {
    guard !arguments.isAtEnd else { return nil }
    return try arguments.count(for: name.text) { (literal) throws(Rejection) in literal }
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
