import DialLanguage

/// A pipeline by itself: what begins with no word of another statement.
struct PipelineStatement: Statement {
  private let plan: Plan

  init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    plan = try context.pipeline(&arguments)
  }

  /// What it fetches and shows is `$it` for the statements behind it.
  func plan(in planner: inout Planner) -> Step {
    if plan.isShown, !plan.source.isKept { planner.scope.prompt?.lastResult = plan.columns }
    return .run(plan)
  }
}
