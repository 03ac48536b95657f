import DialRows
import DialStack

/// Holds rows against a predicate, whose pipelines in parentheses are run before, once a run; of
/// several accounts once for each. Its days are those of the account whose rows they are.
struct RowFilter {
  private let predicate: Predicate
  private let queries: [Int: Subquery]
  /// Whether the rows of each account are held against something else.
  private let isOfEachAccount: Bool
  /// By the account whose rows they are for; that of `nil` is for all where it is the same for each.
  private var evaluators: [Account.ID?: PredicateEvaluator] = [:]

  init(_ predicate: Predicate, _ queries: [Subquery], in run: Run) {
    let asked = predicate.queries
    let queries = Dictionary(
      uniqueKeysWithValues: queries.enumerated().filter { asked.contains($0.offset) }
        .map { ($0.offset, $0.element) })
    self.predicate = predicate
    self.queries = queries
    isOfEachAccount =
      queries.values.contains(where: \.isOfEachAccount)
      || run.zone.isOfRows && predicate.comparesDays
  }

  /// The records for which the predicate holds.
  ///
  /// - Throws: `APIError`, `CancellationError`, ``SetIsTooLarge``.
  mutating func matching(_ records: [Record], in run: Run) async throws -> [Record] {
    guard isOfEachAccount else {
      return try await matching(records[...], for: nil, in: run)
    }
    var kept: [Record] = []
    var start = 0
    while start < records.count {
      let account = records[start].account
      let end = records[start...].firstIndex { $0.account != account } ?? records.count
      kept += try await matching(records[start..<end], for: records[start].owner, in: run)
      start = end
    }
    return kept
  }

  private mutating func matching(
    _ records: ArraySlice<Record>, for owner: ListOwner?, in run: Run
  ) async throws -> [Record] {
    guard !records.isEmpty else { return [] }
    var evaluator = try await evaluator(for: owner, in: run)
    defer { evaluators[owner?.id] = evaluator }
    let kept = try evaluator.matching(Array(records))
    run.report.patternsWereUndecided(evaluator.takeUndecidedRows())
    return kept
  }

  private mutating func evaluator(for owner: ListOwner?, in run: Run) async throws
    -> PredicateEvaluator
  {
    // Taken out, so that its own memory is not copied.
    if let evaluator = evaluators.removeValue(forKey: owner?.id) { return evaluator }
    var values: [Int: Set<Value>] = [:]
    for (number, query) in queries {
      values[number] = try await query.values(for: owner, in: run)
    }
    let settled = predicate.settled(now: run.now, in: run.zone.narrowed(to: owner).zone)
    return PredicateEvaluator(settled.answered(by: values))
  }
}

extension Subquery {
  /// The values of its first column, null left out.
  ///
  /// - Throws: `APIError`, `CancellationError`, ``SetIsTooLarge``.
  fileprivate func values(for owner: ListOwner?, in run: Run) async throws -> Set<Value> {
    let plan = plan(for: owner?.id)
    guard let column = Subquery.column(of: plan) else { return [] }
    // What it reads is no part of the rows that it is for.
    let run = Run(
      client: run.client, report: RunReport(), now: run.now, zone: run.zone.narrowed(to: owner),
      memory: run.memory, fanOut: run.fanOut, kept: run.kept)
    var reader = ColumnReader(column.accessor)
    var values: Set<Value> = []
    for try await batch in plan.batches(in: run) {
      for record in batch.records {
        let value = reader.value(in: record)
        if value != .null { values.insert(value.detached) }
      }
      guard values.count <= Subquery.mostCounted else { break }
    }
    guard values.count <= Subquery.mostValues else {
      throw SetIsTooLarge(pipeline: plan.text, count: values.count)
    }
    return values
  }
}
