import DialLanguage
import DialPipeline
import DialRows
import DialStack

/// `among FIELD (PIPELINE)`: keeps the rows whose field is in the first column of another
/// pipeline's rows, which are asked for first.
struct AmongStage: Stage {
  static let signature = Signature(
    "among", .field, .value("(PIPELINE)"), summary: "Keep the rows that another pipeline has, too.",
    examples: [Example("numbers | among id (numbers where status=active | select id)", "a list")])

  private let field: Column
  private let others: Plan

  init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    let field = try context.columns.column(try arguments.field())
    others = try context.pipelineInParentheses(&arguments)
    try arguments.finish(after: "the pipeline")
    self.field = field
  }

  var effect: StageEffect {
    var effect = StageEffect("asks for the rows in parentheses first", demand: .unknown)
    effect.asksAPI = true
    return effect
  }

  func start(in run: Run) async throws -> any StageWork {
    let inner = Run(client: run.client, report: RunReport(), now: run.now, zone: run.zone)
    var wanted: Set<String> = []
    var reader = ColumnReader(others.columns.visible[0].accessor)
    for try await batch in others.batches(in: inner) {
      for record in batch.records { wanted.insert(reader.value(in: record).string) }
    }
    return Work(reader: ColumnReader(field.accessor), wanted: wanted)
  }

  private struct Work: StageWork {
    var reader: ColumnReader
    let wanted: Set<String>

    mutating func take(_ batch: inout Batch, in run: Run) -> Flow {
      batch.records = batch.records.filter { wanted.contains(reader.value(in: $0).string) }
      return .goOn
    }
  }
}
