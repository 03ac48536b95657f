package import DialLanguage
package import DialRows
import DialStack

/// `last N`: the last rows, in their order.
package struct LastStage: Stage {
  package static let signature = Signature(
    "last", .number,
    summary: "Take the last N rows, in their order.",
    synonyms: ["tail"],
    details: ["Reads everything first. Memory: N rows."],
    examples: [Example("numbers | last 5", "the five oldest")])

  private let count: Int

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    count = try arguments.count(for: "last", value: context.scope.value)
    try arguments.finish(after: "the number")
  }

  package var demand: Demand { .unknown }
  package var memory: Memory { .rows(count) }

  package func apply(
    to upstream: some AsyncSequence<Batch, any Error>, in run: RunReport
  ) -> Batches {
    GatheredBatches(upstream, into: LastRecords(count: count))
  }
}

private struct LastRecords: Gathering {
  let count: Int
  private var records: [Record] = []

  init(count: Int) {
    self.count = count
  }

  mutating func add(_ batch: Batch) {
    records += batch.records.suffix(count)
    // Trimming only now and then keeps the cost of a row constant.
    if records.count / 2 >= count { records = records.suffix(count) }
  }

  func rows() -> [Record] { records.suffix(count) }
}
