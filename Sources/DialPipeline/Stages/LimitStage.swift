package import DialLanguage
import DialRows

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

  private let count: Int
  /// The setting that asks for it; `nil` where the pipeline does.
  private let setting: String?

  private init(_ count: Int, by setting: String) {
    self.count = count
    self.setting = setting
  }

  /// The limit that a setting puts behind every pipeline.
  package static func behindAll(_ count: Int, by setting: String) -> PlannedStage {
    let stage = LimitStage(count, by: setting)
    return PlannedStage(stage, text: stage.text)
  }

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    count = try arguments.count(for: "limit", value: context.scope.number)
    setting = nil
    try arguments.finish(after: "the number")
  }

  /// How it is typed: `limit 20`, `.limit 1000`.
  private var text: String { "\(word) \(count)" }

  /// The word that asks for it: the stage, or the setting.
  private var word: String { setting ?? Self.signature.name }

  package var effect: StageEffect {
    StageEffect(
      count == 1 ? "takes the first row" : "takes the first \(count) rows",
      demand: .atMost(count, by: word))
  }

  package func start(in run: Run) -> any StageWork {
    LimitWork(left: count, setting: setting == nil ? nil : text)
  }
}

private struct LimitWork: StageWork {
  /// How many rows are still wanted.
  var left: Int
  let setting: String?

  mutating func take(_ batch: inout Batch, in run: Run) -> Flow {
    if batch.records.count > left { batch.records.removeSubrange(left...) }
    left -= batch.records.count
    guard left == 0 else { return .goOn }
    run.report.limitWasReached(setting: setting)
    return .enough
  }
}
