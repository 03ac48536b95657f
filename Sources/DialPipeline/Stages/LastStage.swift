package import DialLanguage
import DialRows
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
    count = try arguments.count(for: "last", value: context.scope.number)
    try arguments.finish(after: "the number")
  }

  package var effect: StageEffect {
    var effect = StageEffect(
      count == 1 ? "takes the last row" : "takes the last \(count) rows", demand: .unknown)
    effect.memory = .rows(count)
    effect.gathers = true
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    GatheringWork(into: LastRecords(count: count))
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
