package import DialLanguage

/// `explain PIPELINE`: says what it would do, and sends nothing.
package struct ExplainStatement: WordStatement {
  package static let signature = Signature(
    "explain", .pipeline, summary: "Say what a pipeline would do, and send nothing.",
    examples: [
      Example(
        "explain numbers where status=active | limit 5", "its request, filters, order, memory")
    ])

  private let plan: Plan

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    plan = try context.pipeline(&arguments)
  }

  package func plan(in planner: inout Planner) -> Step { .explain(plan) }
}
