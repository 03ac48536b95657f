package import DialLanguage
import DialRows
import DialStack
import TerminalText

/// `expect CONDITION`: lets all rows through, and fails the run where one breaks it.
package struct ExpectStage: Stage {
  package static let signature = Signature(
    "expect", .value("CONDITION"),
    summary: "Fail the run if a row breaks a condition; all rows go through.",
    synonyms: ["assert", "check", "ensure"],
    details: [
      "It is a script's check: the run ends with status 1 and the first ten rows that break it.",
      "The condition is one of `where`. Memory: one page.",
    ],
    examples: [
      Example("numbers where status=active | expect phone_number != null", "each has a number")
    ])

  private let condition: StageCondition
  private let queries: [Subquery]
  private let columns: Columns

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    let condition = try arguments.condition()
    try arguments.finish(after: "the condition")
    var resolver = ConditionResolver(in: context)
    let predicate = resolver.resolve(condition)
    if let rejection = Rejection(resolver.diagnostics) { throw rejection }
    self.condition = StageCondition(condition, predicate)
    queries = resolver.queries
    columns = context.columns
  }

  package var effect: StageEffect {
    var effect = StageEffect("fails the run if a row breaks it", demand: .rowForRow)
    effect.asksAPI = !queries.isEmpty
    effect.countsDays =
      condition.predicate.comparesDays || queries.contains(where: \.countsDays)
    effect.reads = condition.predicate.values + columns.visible.map(\.accessor)
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    ExpectWork(
      filter: RowFilter(.not(condition.predicate), queries, in: run),
      text: condition.condition.range.text,
      columns: telling)
  }

  /// What is shown of a row that breaks it: its first two columns, which tell whose it is, those that the
  /// condition reads, and others up to four.
  private var telling: [Column] {
    let read = Set(condition.predicate.values)
    let first = columns.visible.prefix(2)
    let rest = columns.visible.dropFirst(2)
    let named = rest.filter { read.contains($0.accessor) }
    let others = rest.filter { !read.contains($0.accessor) }
    return first + named + others.prefix(max(0, 2 - named.count))
  }
}

private struct ExpectWork: StageWork {
  /// How many rows are shown that break it.
  private static let mostShown = 10

  var filter: RowFilter
  let text: String
  let columns: [Column]
  private var count = 0
  private var shown: [String] = []

  init(filter: RowFilter, text: String, columns: [Column]) {
    self.filter = filter
    self.text = text
    self.columns = columns
  }

  mutating func take(_ batch: inout Batch, in run: Run) async throws -> Flow {
    let broken = try await filter.matching(batch.records, in: run)
    count += broken.count
    var readers = columns.map { ($0.name, ColumnReader($0.accessor)) }
    for record in broken.prefix(Self.mostShown - shown.count) {
      let values = readers.indices.map { index in
        let value = readers[index].1.value(in: record).string
        return "\(readers[index].0)=\(value.shortened.visible)"
      }
      shown.append(values.joined(separator: " "))
    }
    return .goOn
  }

  var broken: BrokenExpectation? {
    count == 0 ? nil : BrokenExpectation(condition: text, count: count, rows: shown)
  }
}
