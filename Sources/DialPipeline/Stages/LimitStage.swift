package import DialLanguage
package import DialRows

/// `limit N`: the first rows, and no page more than they need.
package struct LimitStage: Stage {
  package static let signature = Signature(
    "limit", .number,
    summary: "Take the first N rows, and ask for no page more than they need.",
    synonyms: ["head", "take", "first", "top"],
    details: ["Memory: one page."],
    examples: [
      Example("numbers | limit 1", "one request with limit=1"),
      Example("numbers where status=active | limit 20", "the API filters"),
    ])

  let count: Int
  /// The word that asks for it: the stage, or the setting.
  let word: String

  /// The limit that the setting `.limit` puts behind every pipeline.
  init(setting count: Int) {
    self.count = count
    word = Setting.limit.signature.name
  }

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    count = try arguments.count(for: "limit", value: context.scope.value)
    word = Self.signature.name
    try arguments.finish(after: "the number")
  }

  /// Whether the setting asks for the limit, not the pipeline itself.
  var isSetting: Bool { word != Self.signature.name }

  package var demand: Demand { .atMost(count) }
  package var memory: Memory { .page }

  package func apply(
    to upstream: some AsyncSequence<Batch, any Error>, in run: RunReport
  ) -> Batches {
    LimitedBatches(upstream, stage: self, report: run)
  }
}

/// The first rows of its upstream. Buffers nothing; ends with the last row wanted, without
/// asking for more; can be iterated as often as its upstream.
struct LimitedBatches<Base: AsyncSequence>: AsyncSequence
where Base.Element == Batch, Base.Failure == any Error {
  private let base: Base
  private let stage: LimitStage
  private let report: RunReport

  init(_ base: Base, stage: LimitStage, report: RunReport) {
    self.base = base
    self.stage = stage
    self.report = report
  }

  struct Iterator: AsyncIteratorProtocol {
    var base: Base.AsyncIterator
    var left: Int
    let stage: LimitStage
    let report: RunReport

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      guard left > 0, var batch = try await base.next(isolation: actor) else { return nil }
      if batch.records.count > left { batch.records.removeSubrange(left...) }
      left -= batch.records.count
      if left == 0 { report.limitWasReached(by: stage) }
      return batch
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(base: base.makeAsyncIterator(), left: stage.count, stage: stage, report: report)
  }
}

extension LimitedBatches: Sendable where Base: Sendable {}

@available(*, unavailable)
extension LimitedBatches.Iterator: Sendable {}
