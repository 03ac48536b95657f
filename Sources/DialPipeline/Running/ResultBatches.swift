import DialRows
import DialStack

/// The rows of a result that was shown: those that were read, then the others as they come.
struct ResultBatches: AsyncSequence {
  let result: any KeptResult
  let report: RunReport

  struct Iterator: AsyncIteratorProtocol {
    let result: any KeptResult
    let report: RunReport
    private var count = 0

    init(_ batches: ResultBatches) {
      result = batches.result
      report = batches.report
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      guard let rows = try await result.rows(behind: count) else {
        report.sourceIsExhausted()
        return nil
      }
      count += rows.count
      if await result.isAtEnd { report.sourceIsExhausted() }
      return Batch(records: rows)
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator { Iterator(self) }
}

@available(*, unavailable)
extension ResultBatches.Iterator: Sendable {}
