import DialLanguage
import DialRows
import DialStack

/// A pipeline in parentheses whose first column is a set: `id in ( extensions | select target )`.
struct Subquery: Sendable {
  /// The most values that it may give.
  static let mostValues = 100_000

  /// How far values are counted that are too many, so that it can be said how many.
  static let mostCounted = 2 * mostValues

  /// How deep such pipelines may be nested.
  static let deepest = 20

  /// What stands for the account whose rows are held against it, where there are several.
  private static let eachAccount: Account.ID = "acct_each"

  private let plan: Plan
  /// Whether it is run for each account by itself: ids belong to an account.
  let isOfEachAccount: Bool

  /// The column whose values it gives, of those of `plan`: the first, but for the account that stands in
  /// front of rows of several.
  static func column(of plan: Plan) -> Column? {
    let visible = plan.columns.visible
    return visible.first { $0.accessor != .account || $0.importance == .chosen } ?? visible.first
  }

  /// Whether days or hours matter to it.
  var countsDays: Bool { plan.usesDays }

  /// The part of a stage's phrase that tells of it.
  var phrase: String {
    "asks for `\(plan.text)` first" + (isOfEachAccount ? ", for each account by itself" : "")
  }

  init(_ plan: Plan, isOfEachAccount: Bool) {
    self.plan = plan
    self.isOfEachAccount = isOfEachAccount
  }

  /// The same planner, whose pipelines are each of one account.
  static func planner(of planner: Planner) -> (planner: Planner, isOfEachAccount: Bool) {
    var inner = planner
    inner.depth += 1
    // What a setting cuts is no whole set.
    inner.scope.limit = nil
    let isOfEachAccount = inner.scope.accounts.mayBeMany
    if isOfEachAccount { inner.scope.accounts = .one(eachAccount) }
    return (inner, isOfEachAccount)
  }

  /// What is asked for rows of `account`.
  func plan(for account: Account.ID?) -> Plan {
    guard isOfEachAccount, case .list(var list) = plan.source,
      list.accounts.single == Self.eachAccount
    else { return plan }
    list.accounts = AccountSelection(account)
    var plan = plan
    plan.source = .list(list)
    return plan
  }
}

extension StageContext {
  /// Whether rows come from what a token names: a list, a definition, or rows that have a name.
  func isSource(_ token: Token) -> Bool {
    token.kind == .variable
      ? scope.named[token.text] != nil
        || KeptRows.Name(rawValue: token.text) != nil && scope.prompt != nil
      : vocabulary.catalog[token.text] != nil
        || scope.definitions[token.text]?.isPipeline == true
  }

  /// Plans a pipeline in parentheses as a set of values.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  func subquery(_ pipeline: Arguments) throws(Rejection) -> Subquery {
    let (inner, isOfEachAccount) = Subquery.planner(of: planner)
    guard inner.depth <= Subquery.deepest else {
      throw Rejection(
        Diagnostic(
          at: pipeline.tokens.first?.range ?? .nowhere,
          "pipelines may be nested \(Subquery.deepest) deep, not deeper"))
    }
    return Subquery(try inner.pipeline(pipeline), isOfEachAccount: isOfEachAccount)
  }
}

/// Why a pipeline in parentheses is no set that rows can be held against.
struct SetIsTooLarge: Error, CustomStringConvertible {
  let pipeline: String
  /// How many values it gives, of which no more than ``Subquery/mostCounted`` were counted.
  let count: Int

  var description: String {
    let number =
      count > Subquery.mostCounted ? "more than \(Subquery.mostCounted)" : "\(count)"
    return "`\(pipeline)` gives \(number) values; `in` takes at most \(Subquery.mostValues)"
  }
}
