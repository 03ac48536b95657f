package import DialLanguage
import DialRows
import DialStack

/// `use acct_…`, `use all`, `use ( accounts where … )`, `use none` or `use -`: the accounts for the
/// statements after it.
package struct UseStatement: WordStatement {
  package static let signature = Signature(
    "use", .value("ACCOUNT", or: ["all", "none", "-"]).repeated(.withCommas),
    summary: "Choose the accounts for the statements after it.",
    details: [
      "Of several accounts, of `all` of the platform, and of those whose ids a pipeline has in its",
      "first column, the lists are one table: `account` in front, account by account, the newest row",
      "of each first. Up to `.concurrency` (16) lists are read at a time.",
      "An account that can't be read does not end the run: `$errors` tells of it, the result is",
      "called partial, and the exit status is 3.",
      "At the prompt the API is asked for the accounts first: one that isn't there, or that the",
      "key can't read, is not chosen, and what was chosen stays.",
    ],
    examples: [
      Example("use acct_01h2xcejqtf2nbrexx3vqjhp41; numbers | limit 5", "five numbers of it"),
      Example("use all; numbers | count by account, status", "the whole fleet as one table"),
      Example("use (accounts where tos_status=signed); numbers | count", "those of a pipeline"),
      Example("use all; accounts; use -", "back to the accounts that were chosen before"),
      Example("use none; accounts", "forget the account; platform-wide lists need none"),
    ])

  private enum Choice {
    case words([Literal])
    case rows(Plan, at: SourceRange)
  }

  private let choice: Choice

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    if arguments.current.isSymbol(.open) {
      let range = arguments.current.range
      choice = .rows(try context.pipelineInParentheses(&arguments), at: range)
    } else {
      var words: [Literal] = []
      repeat {
        words.append(
          try arguments.literal("an account id, `all`, `none` or ( a pipeline )", as: .account))
      } while arguments.skip(.comma)
      choice = .words(words)
    }
    try arguments.finish(after: "`use`")
  }

  package func plan(in planner: inout Planner) throws(Rejection) -> Step {
    planner.accountIsUnclear = true
    guard let accounts = try accounts(in: planner) else { return .use(.none) }
    planner.choose(accounts)
    return .use(accounts)
  }

  /// What is chosen; `nil` where a variable has no value yet.
  private func accounts(in planner: Planner) throws(Rejection) -> AccountSelection? {
    switch choice {
    case .rows(let plan, let range):
      guard let column = plan.columns.visible.first, column.kind == .id else {
        throw Rejection(.namesNoAccounts(plan.columns, at: range))
      }
      let lists =
        column.relation?.lists ?? (column.isKey ? [plan.columns.resource?.name ?? ""] : [])
      if let list = lists.first, !lists.contains(planner.vocabulary.catalog.accountListName) {
        throw Rejection(.namesOthers(column, of: list, at: range))
      }
      guard plan.isShown else { throw Rejection(.writesInParentheses(at: range)) }
      return .rows(of: plan)
    case .words(let words):
      var values: [(value: Literal, word: Literal)] = []
      for word in words {
        let value = try planner.scope.value(of: word, as: "an account")
        if value.form == .open { return nil }
        // A variable may hold several, as they would be written here.
        let parts = word.form == .variable ? value.parts : [value]
        values += parts.map { ($0, word) }
      }
      if values.count == 1, let one = try choice(of: values[0].value, at: words[0], in: planner) {
        return one
      }
      let isAlone = values.count == 1
      return AccountSelection(
        try values.map { (value, word) throws(Rejection) in
          try Self.id(value, at: word, isAlone: isAlone, in: planner)
        })
    }
  }

  /// What a word alone chooses that is no id; `nil` for an id.
  private func choice(of value: Literal, at word: Literal, in planner: Planner) throws(Rejection)
    -> AccountSelection?
  {
    if value.isWord("none") { return AccountSelection.none }
    if value.isWord("-") {
      guard let before = planner.scope.accountsBefore else {
        throw Rejection(.noAccountsBefore(word))
      }
      return before
    }
    guard value.isWord("all") else { return nil }
    guard let list = planner.vocabulary.catalog.accountList else {
      throw Rejection(.noListOfAccounts(word))
    }
    return .all(in: list)
  }

  private static func id(
    _ value: Literal, at word: Literal, isAlone: Bool, in planner: Planner
  ) throws(Rejection) -> Account.ID {
    if !isAlone, ["all", "none", "-"].contains(where: value.isWord) {
      throw Rejection(.standsAlone(word))
    }
    guard !value.text.holdsKey else { throw Rejection(.keyForAccount(word)) }
    if let named = planner.accountNamed(value.text, at: word.range) { throw Rejection(named) }
    guard let id = Account.ID(rawValue: value.text) else {
      throw Rejection(.notAnAccount(value, at: word.range))
    }
    return id
  }
}

extension Literal {
  /// The values between its commas.
  fileprivate var parts: [Literal] {
    text.split(separator: ",", omittingEmptySubsequences: false).map {
      Literal(form, $0.trimmingPrefix(" ").description.trimmedEnd, at: range)
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}

extension Diagnostic {
  fileprivate static func namesOthers(_ column: Column, of list: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      at: range,
      "`use` takes the ids of accounts in the first column, and `\(column.name)` is of `\(list)`")
  }
}
