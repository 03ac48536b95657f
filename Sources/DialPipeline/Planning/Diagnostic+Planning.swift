import DialExport
package import DialLanguage
import DialRows
import DialStack
import PatternMatching
import TerminalText

/// The sentences of planning.
extension Diagnostic {
  static func unknownSource(_ word: Word, in scope: Scope, _ vocabulary: Vocabulary) -> Diagnostic {
    let commands = vocabulary.commands.map(\.name)
    guard !commands.contains(word.keyword) else {
      return Diagnostic(
        at: word.range, "`\(word.text)` is a command, and a source must stand here")
    }
    let definitions = scope.definitions.values.filter(\.isPipeline).map(\.name.text)
    let known = vocabulary.catalog.resources.map(\.name) + commands + definitions.sorted()
    if Spelling.nearest(to: word.text, in: known) == nil,
      let name = vocabulary.stageName(meantBy: word.text),
      let stage = vocabulary.stageSignatures.first(where: { $0.name == name })
    {
      return Diagnostic(
        at: word.range,
        "`\(word.text)` is no resource or command; a stage follows a source: "
          + "`numbers | \(stage.usage)`")
    }
    if vocabulary.catalog.unavailable.contains(word.keyword) {
      return notInThisVersion(word, vocabulary: vocabulary)
    }
    return misspelt(
      word, "unknown resource or command `\(word.text)`",
      Spelling.nearest(to: word.text, in: known), otherwise: "`help` lists them")
  }

  static func notASource(_ word: Word, isKnown: Bool) -> Diagnostic {
    let what = isKnown ? "is a value, and a line begins with rows" : "is unknown"
    return Diagnostic(
      at: word.range,
      "`$\(word.text)` \(what); `$\(KeptRows.Name.it)` is the last result, "
        + "`$\(KeptRows.Name.errors)` the accounts that it lacks")
  }

  package static func onlyAtThePrompt(_ word: Word) -> Diagnostic {
    Diagnostic(at: word.range, "`\(word.text)` belongs to the prompt; a script can't have it")
  }

  static func nothingShownYet(_ range: SourceRange) -> Diagnostic {
    Diagnostic(at: range, "nothing has been shown yet; run a pipeline first")
  }

  static func unknownSetting(_ word: Word, vocabulary: Vocabulary) -> Diagnostic {
    misspelt(
      word, "unknown setting `\(word.text)`",
      Spelling.nearest(to: word.text, in: vocabulary.dotSignatures.map(\.name)),
      otherwise: "`help settings` lists them")
  }

  static func unknownStage(_ call: StageCall, in scope: Scope, _ vocabulary: Vocabulary)
    -> Diagnostic
  {
    let word = call.name
    let definitions = scope.definitions.values.filter { !$0.isPipeline }.map(\.name.text)
    guard let stage = vocabulary.stage(calledElsewhere: word.text) else {
      return misspelt(
        word, "unknown stage `\(word.text)`",
        vocabulary.stageName(meantBy: word.text)
          ?? Spelling.nearest(to: word.text, in: definitions.sorted()),
        otherwise: "`help` lists them")
    }
    var replaced = word.range
    // `order by` is two words for one.
    if !stage.parameters.contains(where: { $0.lead == "by" }),
      let by = call.arguments.tokens.first, by.isWord("by")
    {
      replaced = replaced.through(by.range)
    }
    return Diagnostic(
      at: word.range,
      "unknown stage `\(word.text)`; it is called `\(stage.name)` here: \(stage.usage)",
      mend: Mend(replaced, stage.name))
  }

  static func unknownField(_ name: FieldName, in columns: Columns) -> Diagnostic {
    let message = "unknown field `\(name.source)` in \(columns.origin)"
    if let nearest = Spelling.nearest(to: name.text, in: columns.names) {
      return misspelt(Word(name.text, at: name.range), message, nearest)
    }
    guard columns.resource != nil, columns.names.count > 8 else {
      return Diagnostic(
        at: name.range,
        "\(message) (\(columns.visible.map(\.name).joined(separator: ", ")))")
    }
    return Diagnostic(at: name.range, "\(message); `describe \(columns.origin)` lists them")
  }

  static func unknownExporter(_ word: Word, vocabulary: Vocabulary) -> Diagnostic {
    let kinds = vocabulary.exporters.map { $0.signature.name }
    return misspelt(
      word, "unknown export format `\(word.text)`", Spelling.nearest(to: word.text, in: kinds),
      list: kinds)
  }

  static func unknownFunction(_ word: Word, vocabulary: Vocabulary) -> Diagnostic {
    misspelt(
      word, "unknown function `\(word.text)`",
      Spelling.nearest(to: word.text, in: vocabulary.functions.map { $0.signature.name }),
      otherwise: "`help` lists them")
  }

  static func wrongNumberOfArguments(
    _ count: Int, of function: any LanguageFunction.Type, at range: SourceRange
  ) -> Diagnostic {
    let (least, most) = (function.arity.lowerBound, function.arity.upperBound)
    let wanted = least == most ? "\(least)" : count < least ? "\(least) or more" : "at most \(most)"
    return Diagnostic(
      at: range,
      "`\(function.signature.usage)` takes \(wanted) value\(wanted == "1" ? "" : "s"), found \(count)"
    )
  }

  static func cannotCalculate(
    _ sign: ArithmeticOperator, _ left: FieldKind?, _ right: FieldKind?, at range: SourceRange
  ) -> Diagnostic {
    func phrase(_ kind: FieldKind?) -> String { kind?.phrase ?? "any value" }
    return Diagnostic(
      at: range,
      "`\(sign.rawValue)` can't join \(phrase(left)) and \(phrase(right)); it takes numbers"
        + (sign == .subtract ? ", or two times" : ""))
  }

  static func wrongArgument(
    _ found: FieldKind, at range: SourceRange, for wanted: FieldKind,
    of function: any LanguageFunction.Type
  ) -> Diagnostic {
    Diagnostic(
      at: range,
      "`\(function.signature.usage)` takes \(wanted.phrase) here, found \(found.phrase)")
  }

  static func notAChoice(_ value: Literal, at range: SourceRange, of column: Column) -> Diagnostic {
    let article = "aeiou".contains(column.name.first ?? "x") ? "an" : "a"
    return misspelt(
      Word(value.text, at: range), "`\(value.text)` is not \(article) \(column.name)",
      Spelling.nearest(to: value.text, in: column.choices), list: column.choices)
  }

  /// What came by a variable is not to be seen in the text.
  static func found(_ value: Literal, in variable: Literal, _ diagnostic: Diagnostic) -> Diagnostic
  {
    let isTold = diagnostic.message.contains("`\(value.text)`")
    return Diagnostic(
      at: diagnostic.range,
      (isTold ? "" : "`$\(variable.text)` is `\(value.text)`; ") + diagnostic.message)
  }

  static func notANumber(_ column: Column, at range: SourceRange, found: String) -> Diagnostic {
    Diagnostic(at: range, "`\(column.name)` is a number, found `\(found)`")
  }

  static func notABoolean(_ column: Column, at range: SourceRange, found: String) -> Diagnostic {
    Diagnostic(at: range, "`\(column.name)` is true or false, found `\(found)`")
  }

  static func notAPhone(_ column: Column, at range: SourceRange, found: String) -> Diagnostic {
    Diagnostic(
      at: range,
      "`\(column.name)` is a phone number, found `\(found)`; write +14155550100 or \"(415) 555-0100\""
    )
  }

  static func notAPrefix(_ column: Column, at range: SourceRange, found: String) -> Diagnostic {
    Diagnostic(
      at: range,
      "`\(column.name) in` takes the beginning of a number, found `\(found)`; write +1415")
  }

  static func cannotCompare(
    _ column: Column, by comparison: String, at range: SourceRange, hint: String
  ) -> Diagnostic {
    let kind = column.kind?.phrase ?? "a key that the catalog doesn't know"
    return Diagnostic(
      at: range, "`\(column.name)` is \(kind) and can't be compared by `\(comparison)`; \(hint)")
  }

  static func notAFlag(_ column: Column, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range,
      "`\(column.name)` is not true or false by itself; compare it, as in `\(column.name) = …`")
  }

  static func badExpression(_ pattern: String, _ fault: InvalidPattern, at range: SourceRange)
    -> Diagnostic
  {
    let place =
      fault.isAtEnd ? "at its end" : "at character \(max(1, fault.charactersRead))"
    return Diagnostic(
      at: range,
      "`\(pattern.shortened)` is not a regular expression: \(fault.reason) \(place); "
        + "\\ takes a sign as itself: \\+")
  }

  static func unknownVariable(_ literal: Literal, known: [String]) -> Diagnostic {
    let nearest = Spelling.nearest(to: literal.text, in: known).map { "$\($0)" }
    return Diagnostic(
      at: literal.range,
      "unknown variable `$\(literal.text)`"
        + hint(nearest, otherwise: "a script declares it with `param \(literal.text)`"),
      mend: nearest.map { Mend(literal.range, $0) })
  }

  static func missingParameter(_ name: Word) -> Diagnostic {
    Diagnostic(
      at: name.range,
      "`\(name.text)` has no value; give --\(name.text)=… or write `param \(name.text) = …`")
  }

  static func repeatedParameter(_ name: Word) -> Diagnostic {
    Diagnostic(at: name.range, "`\(name.text)` is declared twice")
  }

  static func undeclared(_ name: String, at range: SourceRange, known: [String]) -> Diagnostic {
    let nearest = Spelling.nearest(to: name, in: known).map { "--\($0)" }
    return Diagnostic(
      at: range,
      "--\(name) is given, but the text has no `param \(name)`" + hint(nearest))
  }

  static func tooManyStages(_ stage: Word, most: Int) -> Diagnostic {
    Diagnostic(at: stage.range, "a pipeline may have \(most) stages, not more")
  }

  static func formattedAlready(_ stage: Word) -> Diagnostic {
    Diagnostic(at: stage.range, "the rows are formatted already; one `format` is enough")
  }

  static func notExpanded(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range, "`\(path)` names another user's home, which is not looked up; write the path")
  }

  static func momentIsNoPeriod(_ column: Column, at range: SourceRange, found: String) -> Diagnostic
  {
    Diagnostic(
      at: range,
      "`\(found)` is a moment, and `\(column.name) in` takes a day or a month; "
        + "write >= \(found) for what came since")
  }

  static func noAccount(_ word: Word, known: [KnownAccount], in catalog: Catalog) -> Diagnostic {
    let way =
      known.first.map { account in
        "`use \(account.id)`" + (account.name.isEmpty ? "" : " (\(account.name))")
      } ?? "`use acct_…` (`\(catalog.accountListName)` lists them)"
    return Diagnostic(
      at: word.range,
      "no account chosen: `\(word.text)` belongs to an account; try \(way) or `use all`",
      mend: known.count == 1 ? Mend(word.range.start, "use \(known[0].id); ") : nil,
      about: .circumstances)
  }

  static func keyForAccount(_ literal: Literal) -> Diagnostic {
    Diagnostic(
      at: literal.range,
      "this looks like an API key, not an account id; a key goes into DIALSTACK_API_KEY or a file "
        + "for --api-key-file")
  }

  static func notAnAccount(_ value: Literal, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range,
      "`\(value.text)` is not an account id; it has 1 to 255 characters and no spaces")
  }

  static func noAccountsBefore(_ literal: Literal) -> Diagnostic {
    Diagnostic(at: literal.range, "no other accounts were chosen before; `use acct_…` chooses one")
  }

  static func standsAlone(_ literal: Literal) -> Diagnostic {
    Diagnostic(
      at: literal.range, "`\(literal.text)` stands alone behind `use`; leave the others out")
  }

  static func noListOfAccounts(_ literal: Literal) -> Diagnostic {
    Diagnostic(at: literal.range, "no resource lists the accounts; name them, as in `use acct_…`")
  }

  static func namesNoAccounts(_ columns: Columns, at range: SourceRange) -> Diagnostic {
    let found = columns.visible.first.map {
      "`\($0.name)` is \($0.kind?.phrase ?? "something else")"
    }
    return Diagnostic(
      at: range,
      "`use` takes the ids in the first column, and \(found ?? "there is none"); end the pipeline "
        + "with `| select id`")
  }

  static func writesInParentheses(at range: SourceRange) -> Diagnostic {
    Diagnostic(at: range, "a pipeline in parentheses has no `export`: its rows go to `use`")
  }

  static func dividesNoFolder(
    _ field: FieldName, _ format: any ExportFormat.Type, _ path: [Token]
  ) -> Diagnostic {
    let name = format.signature.name
    let folder = path.first.map { $0.range.through(path).text } ?? name
    return Diagnostic(
      at: path.first.map { $0.range.through(path) } ?? field.range,
      "`by` writes a file for each \(field.text), into a folder whose path ends with `/`: "
        + "`export \(name) \(folder)/ by \(field.text)`",
      mend: path.last.map { Mend($0.range.end, "/") })
  }

  static func resumesAll(_ stage: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      at: range,
      "`resume` goes on row by row, and `\(stage)` needs all of them; leave `resume` or the stage out"
    )
  }

  static func nothingMayFollow(_ export: Word) -> Diagnostic {
    Diagnostic(at: export.range, "`\(export.text)` ends a pipeline; nothing may follow it")
  }

  static func noPhoneField(_ range: SourceRange, in columns: Columns) -> Diagnostic {
    Diagnostic(
      at: range,
      "`format` shows phone numbers, and \(columns.origin) has none "
        + "(\(columns.visible.map(\.name).joined(separator: ", ")))")
  }

  static func repeatedColumn(_ name: Word) -> Diagnostic {
    Diagnostic(
      at: name.range,
      "two columns are called `\(name.text)`; name one of them with `as`")
  }

  static func cannotWrite(_ path: String, at range: SourceRange, because reason: String)
    -> Diagnostic
  {
    Diagnostic(at: range, "can't write `\(path)`: \(reason)")
  }

  static func unknownTopic(_ word: Word, vocabulary: Vocabulary) -> Diagnostic {
    misspelt(
      word, "no help on `\(word.text)`", Spelling.nearest(to: word.text, in: vocabulary.topics),
      otherwise: "`help` lists the topics")
  }
}

extension FieldKind {
  /// The kind in a sentence: `a choice`.
  package var phrase: String {
    switch self {
    case .text: "text"
    case .id: "an id"
    case .phone: "a phone number"
    case .choice: "a choice"
    case .time: "a time"
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .seconds: "a number of seconds"
    case .decimal: "a number"
    case .object: "an object"
    case .list: "a list"
    }
  }
}

extension Column {
  /// So many known values have room in a sentence.
  private static let fewChoices = 6

  /// What its values are, in a sentence: `one of active, inactive`.
  var phrase: String {
    guard choices.isEmpty || choices.count > Self.fewChoices else {
      return "one of \(choices.joined(separator: ", "))"
    }
    return kind?.phrase ?? "a value"
  }
}

extension String {
  /// The text as a sentence quotes it: its first characters.
  var shortened: String { count <= 60 ? self : prefix(59) + "…" }
}
