import DialLanguage
import DialStack

// Lines that are no more than what is looked for.
extension Planner {
  /// No number of any country has fewer digits.
  private static let fewestDigits = 8
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
    let isWhole = number.text.utf8.count(where: \.isDigit) >= Self.fewestDigits
    let text = "\(list.name) where \(field.name) \(isWhole ? "=" : "in") \(number.text)"
    guard let statement = Script(SourceText(text)).statements.first else { return nil }
    var reader = ArgumentReader(statement.all)
    guard let body = try? reader.pipeline(sugar: Self.sugar) else { return nil }
    return Definition(name: word, parameters: [], body: .pipeline(body), text: text)
  }

  /// What to say at the prompt of a line that may be part of an account's name; `nil` for any other.
  func accountMeant(by pipeline: Pipeline) -> Diagnostic? {
    let words = pipeline.sourceArguments.tokens
    guard scope.prompt != nil, pipeline.stages.isEmpty, let list = vocabulary.catalog.accountList,
      list.field(named: "name") != nil, words.allSatisfy({ $0.kind == .word })
    else { return nil }
    let range = pipeline.source.word.range.through(words)
    let name = range.text
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }) else {
      return nil
    }
    let known = scope.known.knownAccounts(called: name, Self.mostAccounts + 1)
    let search = "\(list.name) where name ~ \("(?i)\(name)".quoted)"
    return switch known.count {
    case 0: .mayBeAnAccount(name, search: search, at: range)
    case 1: .isAnAccount(name, known[0], at: range)
    default: .isPartOfNames(name, known.prefix(Self.mostAccounts), search: search, at: range)
    }
  }
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
    _ name: String, _ account: KnownAccount, at range: SourceRange
  )
    -> Diagnostic
  {
    let way = "use \(account.id)"
    return Diagnostic(
      at: range, "`\(name)` is no resource or command; `\(way)` chooses \(account.name)",
      mend: Mend(range, way))
  }

  fileprivate static func isPartOfNames(
    _ name: String, _ accounts: some Collection<KnownAccount>, search: String, at range: SourceRange
  ) -> Diagnostic {
    let names = accounts.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
    return Diagnostic(
      at: range,
      "`\(name)` is no resource or command; accounts are called so: \(names); `\(search)` lists all",
      mend: Mend(range, search))
  }
}
