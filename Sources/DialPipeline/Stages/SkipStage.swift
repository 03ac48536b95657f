package import DialLanguage
package import DialRows

/// `skip N`: all but the first rows.
package struct SkipStage: Stage {
  package static let signature = Signature(
    "skip", .number,
    summary: "Leave out the first N rows.",
    synonyms: ["offset", "drop"],
    details: ["The rows are fetched all the same. Memory: one page."],
    examples: [Example("numbers | skip 10 | limit 10", "the second ten")])

  private let count: Int

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    count = try arguments.count(for: "skip", atLeast: 0, value: context.scope.value)
    try arguments.finish(after: "the number")
  }

  package var demand: Demand { .unknown }
  package var memory: Memory { .page }

  package func apply(
    to upstream: some AsyncSequence<Batch, any Error>, in run: RunReport
  ) -> Batches {
    SkippedBatches(upstream, count: count)
  }
}

/// Its upstream without the first rows. Buffers nothing, ends with its upstream, and can
/// be iterated as often as that.
struct SkippedBatches<Base: AsyncSequence>: AsyncSequence
where Base.Element == Batch, Base.Failure == any Error {
  private let base: Base
  private let count: Int

  init(_ base: Base, count: Int) {
    self.base = base
    self.count = count
  }

  struct Iterator: AsyncIteratorProtocol {
    var base: Base.AsyncIterator
    var left: Int

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      guard var batch = try await base.next(isolation: actor) else { return nil }
      let skipped = Swift.min(left, batch.records.count)
      batch.records.removeFirst(skipped)
      left -= skipped
      return batch
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(base: base.makeAsyncIterator(), left: count)
  }
}

extension SkippedBatches: Sendable where Base: Sendable {}

@available(*, unavailable)
extension SkippedBatches.Iterator: Sendable {}
