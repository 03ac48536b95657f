import DialLanguage

extension Planner {
  /// What a word with a dot does.
  ///
  /// - Throws: a ``Rejection`` for an unknown word, a value that it doesn't take, or what only
  ///   a prompt can do.
  func setting(_ call: SettingCall) throws(Rejection) -> Step {
    var arguments = ArgumentReader(call.arguments)
    return try Self.setting(
      call, &arguments, vocabulary: vocabulary, source: source, scope: scope)
  }

  /// The same, leaving in `arguments` what was read and what may follow.
  static func setting(
    _ call: SettingCall, _ arguments: inout ArgumentReader, vocabulary: Vocabulary,
    source: SourceText, scope: Scope
  ) throws(Rejection) -> Step {
    if let setting = vocabulary.setting(named: call.name.text) {
      let change = try setting.change(&arguments)
      return .command(change.map { .change($0) } ?? .show(setting))
    }
    guard let word = PromptWord(spelling: call.name.text) else {
      throw Rejection(.unknownSetting(call.name, vocabulary: vocabulary))
    }
    return try step(
      word, call, &arguments, vocabulary: vocabulary, source: source, scope: scope)
  }

  private static func step(
    _ word: PromptWord, _ call: SettingCall, _ arguments: inout ArgumentReader,
    vocabulary: Vocabulary, source: SourceText, scope: Scope
  ) throws(Rejection) -> Step {
    switch word {
    case .help, .tables:
      let topic = topic(&arguments)
      try arguments.finish(after: "`\(call.name.text)`")
      if word == .tables, topic.isEmpty { return .help(HelpPage.resources(of: vocabulary)) }
      return .help(
        try HelpPage.text(
          of: Help(topic: topic, range: call.range), in: vocabulary, seen: scope.seen))
    case .quit:
      try arguments.finish(after: "`\(call.name.text)`")
      return .exit
    case .status, .settings:
      try arguments.finish(after: "`\(call.name.text)`")
      return .command(word == .status ? .status : .settings)
    case .history, .again, .edit:
      guard scope.prompt != nil else { throw Rejection(.onlyAtThePrompt(call.name)) }
      return .command(.prompt(try prompt(word, call, &arguments, source: source)))
    }
  }

  private static func prompt(
    _ word: PromptWord, _ call: SettingCall, _ arguments: inout ArgumentReader,
    source: SourceText
  ) throws(Rejection) -> PromptCommand {
    let text = call.arguments.tokens.first.map {
      $0.range.through(call.range).text
    }
    switch word {
    case .again:
      guard !arguments.isAtEnd else { return .again(nil) }
      let number = try arguments.count(for: call.name.text) { (literal) throws(Rejection) in literal
      }
      try arguments.finish(after: "the number")
      return .again(number)
    case .edit: return .edit(text)
    case .history, .status, .settings, .tables, .help, .quit:
      return .history(containing: text ?? "")
    }
  }

  private static func topic(_ arguments: inout ArgumentReader) -> [Word] {
    var words: [Word] = []
    while let word = try? arguments.word("a word", as: .topic) { words.append(word) }
    return words
  }
}
