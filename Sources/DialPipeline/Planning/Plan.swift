package import DialExport
package import DialLanguage
package import DialRows
package import DialStack

/// What a script comes to: steps that make sense, in order.
package struct ScriptPlan: Sendable {
  package let steps: [Step]
}

/// One statement, planned.
package indirect enum Step: Sendable {
  /// The accounts for what follows.
  case use(AccountSelection)
  case run(Plan)
  case explain(Plan)
  case help(HelpTopic)
  /// `param` has done its work while planning.
  case declare(Word, Literal)
  /// Rows have a name for what follows.
  case name(Word, NamedRows)
  /// A text has a name for what follows.
  case define(Definition)
  /// What an included file does.
  case include([Step])
  /// What a script does that is given variables.
  case script([Step], [String: Literal])
  case exit
  /// The rows behind those that were shown.
  case more
  case command(any SessionCommand)
}

/// A pipeline with its meaning settled: what is asked of the API, what is done here,
/// where the rows go.
package struct Plan: Sendable {
  /// The characters of the source's name, which a failing run is blamed on.
  package let range: SourceRange
  /// The pipeline as it was written.
  package let text: String
  package var source: PlanSource
  package let stages: [PlannedStage]
  /// The columns behind the last stage, fixed before the first row.
  package let columns: Columns
  package var export: Export
  /// Whether no `export` says where the rows go.
  package let isShown: Bool
  /// The conditions on the list that only we test.
  let localConditions: [LocalCondition]

  /// Whether the names of accounts are looked at.
  var readsAccountNames: Bool {
    columns.visible.contains { $0.accessor == .accountName }
      || stages.contains { stage in
        let effect = stage.stage.effect
        return effect.reads.contains(.accountName)
          || effect.conditions.contains { $0.predicate.reads(.accountName) }
      }
  }

  /// The first stage that makes of its rows more than each by itself; `nil` where none does.
  package var firstGathering: PlannedStage? {
    stages.first { stage in
      let effect = stage.stage.effect
      return effect.demand != .rowForRow && effect.conditions.isEmpty
    }
  }

  /// Whether a stage wants so many rows of its source, and no more.
  var wantsFew: Bool {
    let demand = stages.lazy.map(\.stage.effect.demand).first { $0 != .rowForRow }
    if case .atMost? = demand { return true }
    return false
  }

  /// Whether all rows of its source are wanted, whatever they are.
  var wantsAllRows: Bool {
    stages.allSatisfy { stage in
      let effect = stage.stage.effect
      return effect.demand == .rowForRow || effect.gathers || !effect.conditions.isEmpty
    }
  }

  /// Whether each of its rows is made of one row of its source, or left out.
  package var isRowByRow: Bool { firstGathering == nil }

  /// What tells it from plans that would write other rows.
  var identity: String {
    let conditions = stages.flatMap(\.stage.effect.conditions).map(\.predicate)
    let parts = [
      text, source.list?.accounts.identity ?? "", "\(columns.visible.map(\.name))",
      source.list?.path ?? "", "\(source.list?.filters.map { $0.predicate ?? $0.check } ?? [])",
      "\(conditions)",
    ]
    return parts.joined(separator: "\n")
  }

  /// Whether its rows are the same in whichever order the lists of accounts come.
  var takesAnyOrder: Bool {
    firstGathering?.stage.effect.takesAnyOrder == true
  }

  /// Whether anything of it asks the API.
  package var asksAPI: Bool {
    source.list != nil || source.named?.plan.asksAPI == true
      || stages.contains(where: \.stage.effect.asksAPI)
  }
}

/// A stage and how it was written.
package struct PlannedStage: Sendable {
  package let stage: any Stage
  /// The stage with its arguments: `limit 20`.
  let text: String

  init(_ stage: any Stage, text: String) {
    self.stage = stage
    self.text = text
  }

  /// The word that calls it.
  package var name: String { type(of: stage).signature.name }
}

/// Where a plan's rows come from.
package enum PlanSource: Sendable {
  case list(SourcePlan)
  /// `$it` or `$errors`: rows of an earlier line.
  case kept(KeptRows.Name)
  /// Rows that `let` gave a name.
  case named(NamedRows)

  /// The rows that have a name; `nil` for any others.
  var named: NamedRows? {
    if case .named(let rows) = self { rows } else { nil }
  }

  /// Whether they are rows of an earlier line.
  package var isKept: Bool {
    if case .kept = self { true } else { false }
  }

  /// What is asked of the API; `nil` if nothing is.
  package var list: SourcePlan? {
    switch self {
    case .list(let plan): plan
    case .kept, .named: nil
    }
  }
}

extension PlanSource {
  /// The same source, which is asked for the rows of relations, too.
  func expanding(_ relations: [ExpandedRelation]) -> PlanSource {
    guard case .list(var list) = self else { return self }
    list.expanded = relations
    return .list(list)
  }
}

/// A condition that the API is not asked to apply.
struct LocalCondition: Sendable {
  /// The condition as it was written.
  let text: String
  /// Why the API is not asked.
  let reason: String
}

/// What is asked of the API.
package struct SourcePlan: Sendable {
  package let resource: Resource
  package var accounts: AccountSelection
  /// The path of the list, with the ids of its parents, or of one item of it.
  let path: String
  /// Whether one item is read.
  var isItem = false
  /// Rows a page, 1...100; `nil` where the list comes whole.
  package let pageSize: Int?
  /// Why the page has that size.
  let pageSizeReason: String
  /// The filters that the API is asked to apply.
  package let filters: [PushedFilter]
  /// Moments before each of which no row is wanted.
  let bounds: [Bound]
  /// The relations whose rows come inside of the items.
  var expanded: [ExpandedRelation] = []

  /// The list of one account as the API knows it; its times are those of the moment `now` in
  /// `zone`.
  package func endpoint(of owner: ListOwner?, now: Timestamp, in zone: Zone) -> Endpoint {
    Endpoint(
      resource: resource, path: path,
      parameters: sizeItems + filters.flatMap { $0.queryItems(over: resource, now: now, in: zone) }
        + expanded.map { QueryItem(name: "expand[]", value: $0.expansion.name) },
      owner: owner, isItem: isItem)
  }

  private var sizeItems: [QueryItem] {
    guard let pageSize, let parameter = resource.sizeParameter else { return [] }
    return [QueryItem(name: parameter, value: "\(pageSize)")]
  }

  /// Whether one object is read, and no list.
  var isObject: Bool { isItem || resource.paging == .object }

  /// The latest bound: paging stops at the first older page.
  func oldest(now: Timestamp, in zone: Zone) -> (time: Timestamp, text: String)? {
    var oldest: (time: Timestamp, text: String)?
    for bound in bounds {
      let time = bound.time(now: now, in: zone)
      if oldest.map({ $0.time < time }) ?? true { oldest = (time, bound.text) }
    }
    return oldest
  }
}

/// A condition that lets nothing through from before some moment.
struct Bound: Sendable, Hashable {
  /// Where the moment is in the period of the literal.
  enum Edge: Sendable, Hashable {
    case start, end
  }

  let literal: TimeLiteral
  let edge: Edge
  /// The condition as it was written.
  let text: String

  func time(now: Timestamp, in zone: Zone) -> Timestamp {
    let period = literal.period(now: now, in: zone)
    return edge == .start ? period.start : period.end
  }
}

/// A condition that the API is asked to apply.
package struct PushedFilter: Sendable, Hashable {
  /// The names of the query parameters; none where the value stands in the path.
  package let parameters: [String]
  /// What the query says; `nil` where the value stands in the path.
  let predicate: Predicate?
  /// What rows are tested for here all the same; `nil` where they don't carry the field.
  let check: Predicate?
  /// The condition as it was written.
  let text: String
  /// Whether the API keeps other rows, too.
  var isWider = false

  /// What the query says; its times are those of the moment `now` in `zone`.
  func queryItems(over resource: Resource, now: Timestamp, in zone: Zone) -> [QueryItem] {
    guard let predicate, !parameters.isEmpty else { return [] }
    return resource.queryItems(impliedBy: predicate.settled(now: now, in: zone))
      .filter { parameters.contains($0.name) }
  }
}

/// What becomes of the rows: the sink is made of it when a run begins.
package struct Export: Sendable {
  /// The format with its options.
  package let format: any ExportFormat
  package let destination: Destination
  /// The characters of the path; `nil` where there is none, or nobody knows it yet.
  let pathRange: SourceRange?
  /// How to draw on the terminal that the rows go to, if they go to one.
  package let terminal: TerminalStyle?
  /// Where it is written which accounts could not be read; `nil` is nowhere.
  package var ledger: (path: String, range: SourceRange)?
  /// The column each of whose values has a file of its own in the folder that rows go to; `nil` is one
  /// file.
  package var divider: Column?
  /// Whether a run that was stopped is gone on with.
  package var resumes = false
}

extension Export {
  /// The file for the accounts that could not be read.
  static let errors = ExportOption<String>(
    "errors", takes: "a path", default: "",
    "a file for the accounts that could not be read, an object a line"
  ) { $0.isEmpty ? nil : $0 }

  /// Whether an export that was stopped is gone on with.
  static let resume = ExportOption<Bool>.flag(
    "resume", default: false, "the same line goes on where it was stopped, even by a crash")

  /// The options that stand behind every format.
  package static let options: [any ExportParameter] = [errors, resume]
}
