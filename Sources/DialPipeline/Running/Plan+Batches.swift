import DialExport
package import DialRows
import DialStack

extension Plan {
  /// The rows of the plan, as they come.
  package func batches(in run: Run) -> StagedBatches {
    var run = run
    run.wantsAllRows = !run.fanOut.startsGently && wantsAllRows
    switch source {
    case .list(let list):
      guard let client = run.client else {
        preconditionFailure("a list is asked for with a client")
      }
      if list.accounts.mayBeMany {
        if wantsFew { run.fanOut.startsGently = true }
        let batches = FannedOutBatches(
          list, of: client, in: run, isOrdered: !takesAnyOrder,
          knowsAccounts: readsAccountNames || run.zone.reason == .eachAccount && usesDays)
        return staged(batches, in: run)
      }
      let owner = list.accounts.single.map { run.zone.owner($0) }
      let isOfShard = owner.flatMap { run.fanOut.shard?.contains($0.id) } ?? true
      if !isOfShard || run.earlier?.done.contains(owner?.id) == true {
        return staged(KeptBatches([], report: run.report), in: run)
      }
      return staged(ListBatches(list, of: owner, from: client, in: run), in: run)
    case .named(let rows): return staged(NamedBatches(rows: rows, run: run), in: run)
    case .kept(.errors):
      return staged(KeptBatches(run.kept.failures, report: run.report), in: run)
    case .kept(.it):
      guard let result = run.kept.lastResult else {
        preconditionFailure("`$it` is planned behind a result")
      }
      return staged(ResultBatches(result: result, report: run.report), in: run)
    }
  }

  /// What its stages make of batches.
  package func staged(_ batches: Batches, in run: Run) -> StagedBatches {
    StagedBatches(batches, through: stages.map(\.stage), in: run)
  }
}

/// Rows that are here already, as one batch. Can be iterated as often as one likes.
struct KeptBatches: AsyncSequence {
  private let records: [Record]
  private let report: RunReport

  init(_ records: [Record], report: RunReport) {
    self.records = records
    self.report = report
  }

  struct Iterator: AsyncIteratorProtocol {
    var records: [Record]?
    let report: RunReport

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      guard let records = records.take() else { return nil }
      report.sourceIsExhausted()
      return Batch(records: records)
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator { Iterator(records: records, report: report) }
}

extension KeptBatches: Sendable {}

@available(*, unavailable)
extension KeptBatches.Iterator: Sendable {}
