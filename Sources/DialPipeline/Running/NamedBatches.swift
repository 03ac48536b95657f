import DialRows
import DialStack

/// The rows of a name as one batch; the first time they are fetched.
struct NamedBatches: AsyncSequence {
  let rows: NamedRows
  let run: Run

  struct Iterator: AsyncIteratorProtocol {
    var rows: NamedRows?
    let run: Run

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      guard let rows = rows.take() else { return nil }
      let records = try await rows.fetched(in: run)
      run.report.sourceIsExhausted()
      return Batch(records: records)
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator { Iterator(rows: rows, run: run) }
}

@available(*, unavailable)
extension NamedBatches.Iterator: Sendable {}

extension NamedRows {
  /// The rows, which are asked for where nobody has yet.
  ///
  /// - Throws: `APIError`, `CancellationError`, ``NamedRowsAreTooMany``, and what a stage throws.
  fileprivate func fetched(in run: Run) async throws -> [Record] {
    if let known { return known }
    // What it reads is no part of the rows that it is used for.
    let own = Run(
      client: run.client, report: RunReport(), now: run.now, zone: run.zone, memory: run.memory,
      fanOut: run.fanOut, kept: run.kept)
    var records: [Record] = []
    for try await batch in plan.batches(in: own) {
      records += batch.records
      guard records.count <= Self.mostRows else { throw NamedRowsAreTooMany(pipeline: plan.text) }
    }
    for warning in own.report.warnings { run.report.remark(warning) }
    for footnote in own.report.footnotes { run.report.tell(footnote) }
    keep(records)
    return records
  }
}
