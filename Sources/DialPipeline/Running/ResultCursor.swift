import DialExport
import DialRows
package import DialStack

/// The rows of a pipeline, given a screenful at a time, and kept.
///
/// It asks the API for no page before its rows are wanted, and for none twice.
package actor ResultCursor: KeptResult {
  /// The most rows that are kept for `$it`.
  package static let mostKept = 100_000

  package nonisolated let plan: Plan
  package nonisolated let run: Run
  /// `nil` at the end, and after a failure that would come again.
  private var iterator: StagedBatches.Iterator?
  /// Whether reading was stopped or has failed for good.
  private var isPart = false
  /// Whether an attempt to show rows has begun and not come to its end.
  private var isBeingShown = false
  /// The accounts that failed and were read whole later.
  private var mended: Set<Account.ID> = []
  /// The rows that were read; `nil` once they were too many to be kept.
  private var kept: [Record]? = []
  /// What was read and not given yet.
  private var waiting: ArraySlice<Record> = []
  /// How many rows were given.
  package private(set) var given = 0

  init(_ plan: Plan, in run: Run) {
    self.plan = plan
    self.run = run
    iterator = plan.batches(in: run).makeAsyncIterator()
  }

  /// What is known of the run besides its rows.
  package nonisolated var report: RunReport { run.report }

  /// Whether it counts as a part: the last attempt to show rows was stopped or has failed, or reading has.
  package var isBroken: Bool { isPart || isBeingShown }

  /// How many rows were read.
  package var read: Int { given + waiting.count }

  /// The next rows, no more than `most` and no more than a page brings; `nil` at the end.
  func next(atMost most: Int) async throws -> Batch? {
    while waiting.isEmpty {
      guard try await readOn() else { return nil }
    }
    let rows = Array(waiting.prefix(most))
    waiting = waiting.dropFirst(rows.count)
    given += rows.count
    return Batch(records: rows)
  }

  /// Rows behind the first `count`: all that were read, else the next ones; `nil` at the end, and where
  /// somebody has stopped it.
  ///
  /// They are not given by that: ``next(atMost:)`` still has them.
  ///
  /// - Throws: ``RowsAreNotKept``, and what reading them throws.
  package func rows(behind count: Int) async throws -> [Record]? {
    while let kept {
      if kept.count > count { return Array(kept[count...]) }
      guard !isBroken, try await readOn() else { return nil }
    }
    throw RowsAreNotKept()
  }

  /// Reads the next rows; `false` at the end.
  private func readOn() async throws -> Bool {
    guard var iterator else { return false }
    self.iterator = nil
    let batch: Batch?
    do {
      batch = try await iterator.next(isolation: self)
    } catch {
      // What stopped the run may be over when somebody asks for more.
      let isPassing = error is CancellationError || (error as? APIError)?.isPassing == true
      if isPassing, !iterator.wasStopped {
        self.iterator = iterator
      } else {
        isPart = true
      }
      throw error
    }
    guard let batch else { return false }
    self.iterator = iterator
    waiting += batch.records
    kept?.append(contentsOf: batch.records)
    if let count = kept?.count, count > Self.mostKept { kept = nil }
    return true
  }

  /// Reads what is left, so that it is kept.
  ///
  /// - Throws: ``RowsAreNotKept``, `CancellationError` for what was stopped before, and what reading throws.
  package func readToEnd() async throws {
    var count = 0
    while let rows = try await rows(behind: count) { count += rows.count }
    if isBroken { throw CancellationError() }
  }

  /// Puts the rows of accounts that were lacking where they belong in `$it`.
  ///
  /// - Parameters:
  ///   - accounts: those whose rows they are, all of them.
  ///   - order: all accounts in their order.
  package func insert(_ rows: [Record], of accounts: [Account.ID], in order: [Account.ID]) {
    mended.formUnion(accounts)
    guard let kept else { return }
    let places = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let place = { (record: Record) in record.account.flatMap { places[$0] } ?? .max }
    let inserted = Set(accounts)
    // What had come of them before they failed comes again.
    let others = kept.filter { $0.account.map { !inserted.contains($0) } ?? true }
    let all = (others + rows).enumerated()
      .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element)
    self.kept = all
    given = all.count - waiting.count
  }

  /// Rows are about to be shown; until ``endShowing()`` they count as a part.
  func beginShowing() { isBeingShown = true }

  /// All rows that were wanted have been shown.
  func endShowing() { isBeingShown = false }

  /// Whether there may be rows that were not given, as far as that is known without asking.
  package var mayHaveMore: Bool { !waiting.isEmpty || !isAtEnd }

  /// Whether nothing is left to be read.
  package var isAtEnd: Bool { iterator == nil || report.isAtEnd }

  /// How much there is of it, whatever was read.
  package var extent: Extent {
    if isBroken { return .stopped }
    if let books, !books.failures.isEmpty { return .lacking(books.share) }
    return report.isLimited ? .limited : .whole
  }

  /// How it went with each account, as far as it was read; `nil` for rows of one list.
  package var books: AccountBooks? {
    guard let list = plan.source.list, list.accounts.mayBeMany else { return nil }
    let books = report.books(of: list.resource)
    return AccountBooks(
      accounts: books.accounts, failures: books.failures.filter { !mended.contains($0.account) })
  }

  /// The accounts that are lacking; `nil` for rows of one list.
  package var failed: FailedAccounts? {
    books.map { FailedAccounts($0.failures, of: plan, SinkNotes()) }
  }

  /// What is left, as far as that is known without asking.
  package var remainder: Remainder {
    guard mayHaveMore else { return .nothing }
    let isFiltered = plan.stages.contains { $0.stage.effect.demand == .unknown }
    return waiting.isEmpty && isFiltered ? .possible : .certain
  }

  /// The rows that were read; `nil` where they were too many to be kept.
  package var rows: [Record]? { kept }
}

extension ResultCursor {
  /// How much there is of a result.
  package enum Extent: Sendable, Hashable {
    case whole
    /// Somebody limited it.
    case limited
    /// So many of its accounts could be read: `411 of 413 accounts`.
    case lacking(String)
    /// It was stopped.
    case stopped
  }
}

/// Why `$it` can't be asked: its rows were too many.
package struct RowsAreNotKept: Error, CustomStringConvertible {
  package var description: String {
    "`$it` has more than \(ResultCursor.mostKept) rows, which are not kept; run its line again"
  }
}
