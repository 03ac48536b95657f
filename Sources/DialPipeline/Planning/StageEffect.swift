package import DialLanguage
package import DialRows

/// What a stage does, as far as it is known before it runs: planning and `explain` go by it.
package struct StageEffect: Sendable {
  /// What it does in words, behind the stage itself: `takes the first 20 rows`.
  package var phrase: String
  /// How many rows it asks of the stage before it.
  package var demand: Demand
  package var order = OrderEffect.kept
  package var memory = Memory.page
  /// The conditions that are all it does: each row stays for which every one holds. Planning may
  /// have the API apply some, and put a `where` with the others in its place.
  package var conditions: [StageCondition] = []
  /// The values that it orders the rows by.
  package var sortKeys: [Accessor] = []
  /// The values that it reads besides those of its conditions.
  package var reads: [Accessor] = []
  /// The relations whose ids it follows.
  var follows: [FollowedRelation] = []
  /// Whether what it makes is the same in whichever order the rows come; a batch says where its rows
  /// would stand.
  package var takesAnyOrder = false
  /// Whether its rows are of its own making, and no items any more.
  package var makesRows = false
  /// Whether it may give more rows than it takes.
  package var multiplies = false
  /// Whether its first row comes after the last one before it: a run that is stopped shows what
  /// came so far.
  package var gathers = false
  /// Whether days or hours matter to it besides its conditions and what it reads.
  var countsDays = false
  /// Whether it sends requests of its own.
  package var asksAPI = false

  package init(_ phrase: String, demand: Demand) {
    self.phrase = phrase
    self.demand = demand
  }
}

extension StageEffect {
  /// The values by which it keeps rows, or orders them.
  var decides: [Accessor] { conditions.flatMap(\.predicate.values) + sortKeys }
}

/// A condition as it was written, and its meaning.
package struct StageCondition: Sendable {
  package let condition: Condition
  package let predicate: Predicate

  package init(_ condition: Condition, _ predicate: Predicate) {
    self.condition = condition
    self.predicate = predicate
  }
}

/// How many rows a stage needs to give one.
package enum Demand: Sendable, Hashable {
  /// Each row in gives one out.
  case rowForRow
  /// No more than so many rows are wanted; the word is the stage that says so, or a setting.
  case atMost(Int, by: String)
  /// Nobody knows before the rows are there.
  case unknown
}

/// What a stage does to the order of the rows.
package enum OrderEffect: Sendable, Hashable {
  case kept
  /// Another order, as `explain` says it: `as sorted here`.
  case changed(String)
}

/// What a stage keeps, as `explain` and `help` say it.
package enum Memory: Sendable, Hashable {
  /// The page that is being worked on.
  case page
  case rows(Int)
  case oneKeyARow
  case oneRowAGroup
  case everything

  package var phrase: String {
    switch self {
    case .page: "one page"
    case .rows(let count): "the last \(count) rows"
    case .oneKeyARow: "one key for each different row"
    case .oneRowAGroup: "one row a group"
    case .everything: "all rows; what `.memory` has no room for, in a temporary file"
    }
  }
}
