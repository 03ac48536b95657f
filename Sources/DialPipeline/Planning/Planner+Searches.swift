import DialLanguage
import DialStack

// Lines that are no more than what is looked for.
extension Planner {
  /// How many digits the numbers of all countries have; a part of one has four at least.
  private static let digits = 8...15
  private static let fewestDigits = 4
  /// So many accounts are named where a word is part of the names of several.
  private static let mostAccounts = 3

  /// What a phone number alone stands for: the list of numbers where one is it, or begins with it.
  ///
  /// `nil` for any other word.
  func search(by word: Word) -> Definition? {
    guard !word.text.utf8.contains(where: \.isLetter), let number = PhoneLiteral(word.text),
      number.isWhole, let list = vocabulary.catalog.numberList,
      let field = list.fields.first(where: { $0.kind == .phone })
    else { return nil }
    let digits = number.text.utf8.count(where: \.isDigit)
    // Where no country is written it is the United States, where no area begins with 0 or 1.
    let isOfArea = word.text.contains("+") || number.text.hasArea
    guard digits >= Self.fewestDigits, digits <= Self.digits.upperBound, isOfArea else {
      return nil
    }
    let comparison = digits >= Self.digits.lowerBound ? "=" : "in"
    let text = "\(list.name) where \(field.name) \(comparison) \(number.text)"
    guard let statement = Script(SourceText(text)).statements.first else { return nil }
    var reader = ArgumentReader(statement.all)
    guard let body = try? reader.pipeline(sugar: Self.sugar) else { return nil }
    return Definition(name: word, parameters: [], body: .pipeline(body), text: text)
  }

  /// What to say at the prompt of a line that may be part of an account's name; `nil` for any other.
  func accountMeant(by pipeline: Pipeline) -> Diagnostic? {
    let words = pipeline.sourceArguments.tokens
    let first = pipeline.source.word
    guard !vocabulary.isKnown(first), scope.prompt != nil, pipeline.stages.isEmpty,
      let list = vocabulary.catalog.accountList,
      list.field(named: "name") != nil, words.allSatisfy({ $0.kind == .word })
    else { return nil }
    let range = first.range.through(words)
    let name = range.text
    guard name.contains(where: \.isLetter),
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" })
    else { return nil }
    let known = scope.known.knownAccounts(called: name, Self.mostAccounts + 1)
    let search = "\(list.name) where name ~ \("(?i)\(name)".quoted)"
    let start = "`\(name)` is no resource or command"
    return switch known.count {
    case 0: .mayBeAnAccount(name, search: search, at: range)
    case 1:
      .isAnAccount(start, known[0], at: range, mend: Mend(range, "use \(known[0].id)"))
    default:
      .isPartOfNames(
        start, known.prefix(Self.mostAccounts), "`\(search)` lists all", at: range,
        mend: Mend(range, search))
    }
  }

  /// What to say at the prompt of a word behind `use` that is no account which is known, but part of the id
  /// or the name of some.
  func accountNamed(_ text: String, at range: SourceRange) -> Diagnostic? {
    guard scope.prompt != nil, text.utf8.count > 1,
      Account.ID(rawValue: text).flatMap({ scope.known.knownAccount($0) }) == nil
    else { return nil }
    let known = scope.known.knownAccounts(called: text, Self.mostAccounts + 1)
    let start = "`\(text)` is no account's id"
    switch known.count {
    case 0: return nil
    case 1:
      return .isAnAccount(start, known[0], at: range, mend: Mend(range, known[0].id))
    default:
      return .isPartOfNames(
        start, known.prefix(Self.mostAccounts), "Tab shows all", at: range, mend: nil)
    }
  }
}

extension Vocabulary {
  /// Whether a word has a meaning elsewhere, here or in other tools.
  fileprivate func isKnown(_ word: Word) -> Bool {
    stageName(meantBy: word.text) != nil || catalog.unavailable.contains(word.keyword)
      || commands.contains { $0.name == word.keyword }
  }
}

extension String {
  /// Whether a number of the United States has an area: `+1`, then 2 to 9.
  fileprivate var hasArea: Bool { dropFirst(2).first.map { ("2"..."9").contains($0) } == true }
}

extension Diagnostic {
  fileprivate static func mayBeAnAccount(_ name: String, search: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      at: range,
      "unknown resource or command `\(name)`; `help` lists them, `\(search)` looks for an account",
      mend: Mend(range, search))
  }

  fileprivate static func isAnAccount(
    _ start: String, _ account: KnownAccount, at range: SourceRange, mend: Mend
  ) -> Diagnostic {
    Diagnostic(
      at: range, "\(start); `use \(account.id)` chooses \(account.name)", mend: mend)
  }

  fileprivate static func isPartOfNames(
    _ start: String, _ accounts: some Collection<KnownAccount>, _ end: String,
    at range: SourceRange, mend: Mend?
  ) -> Diagnostic {
    let names = accounts.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
    return Diagnostic(
      at: range, "\(start); accounts are called so: \(names); \(end)", mend: mend)
  }
}
