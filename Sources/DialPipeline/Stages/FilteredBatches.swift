import DialRows
import DialStack

/// The rows for which a predicate holds, batch by batch.
///
/// Buffers one batch, ends with its upstream, and can be iterated as often as that.
struct FilteredBatches<Base: AsyncSequence>: AsyncSequence
where Base.Element == Batch, Base.Failure == any Error {
  private let base: Base
  private let predicate: Predicate
  private let report: RunReport

  init(_ base: Base, by predicate: Predicate, in report: RunReport) {
    self.base = base
    self.predicate = predicate
    self.report = report
  }

  struct Iterator: AsyncIteratorProtocol {
    var base: Base.AsyncIterator
    var evaluator: PredicateEvaluator
    let report: RunReport
    /// The batch that is being looked through; whoever goes on after a stop begins with it.
    private var current: Batch?

    init(base: Base.AsyncIterator, evaluator: PredicateEvaluator, report: RunReport) {
      self.base = base
      self.evaluator = evaluator
      self.report = report
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      if current == nil { current = try await base.next(isolation: actor) }
      guard let batch = current else { return nil }
      let kept = try batch.records.filter { try evaluator.matches($0) }
      current = nil
      report.patternsWereUndecided(evaluator.takeUndecidedRows())
      return Batch(records: kept)
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(
      base: base.makeAsyncIterator(), evaluator: PredicateEvaluator(predicate), report: report)
  }
}

extension FilteredBatches: Sendable where Base: Sendable {}

@available(*, unavailable)
extension FilteredBatches.Iterator: Sendable {}
