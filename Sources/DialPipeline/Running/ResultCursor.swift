import DialRows
package import DialStack

/// The rows of a pipeline, given a screenful at a time, and kept.
///
/// It asks the API for no page before its rows are wanted, and for none twice.
package actor ResultCursor {
  /// The most rows that are kept for `$it`.
  package static let mostKept = 100_000

  package nonisolated let plan: Plan
  package nonisolated let run: Run
  /// `nil` at the end, and after a failure that would come again.
  private var iterator: StagedBatches.Iterator?
  /// Whether the last attempt to show rows was stopped or has failed.
  package private(set) var isBroken = false
  /// What was read and not given yet.
  private var waiting: ArraySlice<Record> = []
  /// How many rows were given.
  package private(set) var given = 0
  private var kept: [Record] = []

  init(_ plan: Plan, in run: Run) {
    self.plan = plan
    self.run = run
    iterator = plan.batches(in: run).makeAsyncIterator()
  }

  /// What is known of the run besides its rows.
  package nonisolated var report: RunReport { run.report }

  /// The next rows, no more than `most` and no more than a page brings; `nil` at the end.
  func next(atMost most: Int) async throws -> Batch? {
    while waiting.isEmpty {
      guard var iterator else { return nil }
      self.iterator = nil
      let batch: Batch?
      do {
        batch = try await iterator.next(isolation: self)
      } catch {
        // What stopped the run may be over when somebody asks for more.
        if error is CancellationError || (error as? APIError)?.isPassing == true {
          self.iterator = iterator
        }
        throw error
      }
      guard let batch else { return nil }
      self.iterator = iterator
      waiting = batch.records[...]
    }
    let rows = Array(waiting.prefix(most))
    waiting = waiting.dropFirst(rows.count)
    given += rows.count
    kept += rows.prefix(Self.mostKept - kept.count)
    return Batch(records: rows)
  }

  /// Puts rows of accounts that were lacking where they belong in `$it`.
  ///
  /// - Parameter order: all accounts in their order.
  package func insert(_ rows: [Record], in order: [Account.ID]) {
    let places = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let place = { (record: Record) in record.account.flatMap { places[$0] } ?? .max }
    let inserted = Set(rows.compactMap(\.account))
    // What had come of them before they failed comes again.
    let others = kept.filter { $0.account.map { !inserted.contains($0) } ?? true }
    kept = (others + rows).enumerated()
      .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element)
    given = kept.count
  }

  /// Rows are about to be shown; until ``endShowing()`` they count as a part.
  func beginShowing() { isBroken = true }

  /// All rows that were wanted have been shown.
  func endShowing() { isBroken = false }

  /// Whether there may be rows that were not given, as far as that is known without asking.
  package var mayHaveMore: Bool { !waiting.isEmpty || iterator != nil && !report.isAtEnd }

  /// What is left, as far as that is known without asking.
  package var remainder: Remainder {
    guard mayHaveMore else { return .nothing }
    let isFiltered = plan.stages.contains { $0.stage.effect.demand == .unknown }
    return waiting.isEmpty && isFiltered ? .possible : .certain
  }

  /// Whether the rows that were given are not all that there are, or may not be.
  package var isPart: Bool { isBroken || mayHaveMore || report.isLimited }

  /// The rows that were given, for `$it`; `nil` where they were too many to be kept.
  package var rows: [Record]? { kept.count == given ? kept : nil }
}
