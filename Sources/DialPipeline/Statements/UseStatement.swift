package import DialLanguage
import DialStack

/// `use acct_…` or `use none`: the account for the statements after it.
package struct UseStatement: WordStatement {
  package static let signature = Signature(
    "use", .value("ACCOUNT", or: ["none"]),
    summary: "Choose the account for the statements after it.",
    details: [
      "At the prompt the API is asked for the account first: one that isn't there, or that the",
      "key can't read, is not chosen, and what was chosen stays.",
    ],
    examples: [
      Example("use acct_01h2xcejqtf2nbrexx3vqjhp41; numbers | limit 5", "five numbers of it"),
      Example("use none; accounts", "forget the account; platform-wide lists need none"),
    ])

  private let account: Literal

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    account = try arguments.literal("an account id or `none`", as: .account)
    try arguments.finish(after: "`use`")
  }

  package func plan(in planner: inout Planner) throws(Rejection) -> Step {
    planner.accountIsUnclear = true
    if account.isWord("none") {
      planner.choose(nil)
      return .use(nil)
    }
    let value = try planner.scope.value(of: account)
    if value.form == .open { return .use(nil) }
    if value.isWord("all") { throw Rejection(.useAllUnsupported(account)) }
    guard !value.text.holdsKey else { throw Rejection(.keyForAccount(account)) }
    guard let id = Account.ID(rawValue: value.text) else {
      throw Rejection(.notAnAccount(value, at: account.range))
    }
    planner.choose(id)
    return .use(id)
  }
}
