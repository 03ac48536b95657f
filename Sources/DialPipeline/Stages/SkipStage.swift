package import DialLanguage
import DialRows

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
    count = try arguments.count(for: "skip", atLeast: 0, value: context.scope.number)
    try arguments.finish(after: "the number")
  }

  package var effect: StageEffect {
    StageEffect(
      count == 1 ? "leaves out the first row" : "leaves out the first \(count) rows",
      demand: .unknown)
  }

  package func start(in run: Run) -> any StageWork { SkipWork(left: count) }
}

private struct SkipWork: StageWork {
  /// How many rows are still to be left out.
  var left: Int

  mutating func take(_ batch: inout Batch, in run: Run) -> Flow {
    let skipped = min(left, batch.records.count)
    batch.records.removeFirst(skipped)
    left -= skipped
    return .goOn
  }
}
