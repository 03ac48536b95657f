package import DialLanguage
import DialRows
import DialStack

/// `where CONDITION`: keeps the rows for which the condition holds.
package struct WhereStage: Stage {
  package static let signature = Signature(
    Planner.sugar, .value("CONDITION"),
    summary: "Keep the rows for which a condition holds.",
    synonyms: ["filter", "having", "grep"],
    details: [
      "A field stands left of the operator, a value right of it: = != < <= > >=, ~ and !~ for",
      "regular expressions, `in` and `not in` for lists; `and`, `or`, `not` and parentheses join.",
      "A boolean field stands alone: where outbound_enabled.",
      "Times: 2026-09-01, 2026-09, 2026, 2026-09-01T10:00Z, today, last-week, now, -2w, -7d, +7d;",
      "`created_at in 2026-09` is the whole month. Days and months begin at midnight in the zone",
      "that `.zone` shows, UTC if nothing is known. A time of a table is typed back in quotes.",
      "Phones: phone_number in +1415 is a prefix; \"(415) 555-0100\" equals +14155550100;",
      "~ looks at the number as the API writes it and as `format` shows it: ~ \"602-3095\".",
      "Patterns are PCRE2's, found anywhere unless ^ and $ say where; (?i) ignores case. One that",
      "tries too many ways on a text, or meets one over 16 KiB, counts as not matching, and a",
      "warning says for how many rows.",
      "field = null is true for null and for absent; any other comparison with null is false.",
      "A word is held against the known values of a choice and those seen in this session; in",
      "quotes it is taken as it is.",
      "A leading dot names a key that the catalog doesn't know: .new_field = 3.",
      "The API filters what it can, and every row is checked here again. Memory: one page.",
    ],
    examples: [
      Example("numbers where status=active", "the first `where` needs no `|`"),
      Example("numbers where status in (active, pending) and not fax_enabled", "joined"),
      Example("numbers | where phone_number in +1415 and caller_id_name ~ \"^A\"", "patterns"),
      Example("numbers where created_at >= -30d or expires_at != null", "times and null"),
    ])

  private var conditions: [StageCondition]

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    let condition = try arguments.condition()
    if let loose = condition.looseWords(arguments.rest, in: context) {
      throw Rejection(loose)
    }
    try arguments.finish(after: "the condition")
    var resolver = ConditionResolver(columns: context.columns, scope: context.scope)
    let predicate = resolver.resolve(condition)
    if let rejection = Rejection(resolver.diagnostics) { throw rejection }
    if case .all(let parts) = condition, case .all(let predicates) = predicate {
      conditions = zip(parts, predicates).map { StageCondition($0, $1) }
    } else {
      conditions = [StageCondition(condition, predicate)]
    }
  }

  package func keeping(_ conditions: [StageCondition]) -> WhereStage {
    var stage = self
    stage.conditions = conditions
    return stage
  }

  package var effect: StageEffect {
    var effect = StageEffect("keeps the rows for which it holds", demand: .unknown)
    effect.conditions = conditions
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    let predicate = Predicate.all(conditions.map(\.predicate))
    return WhereWork(
      evaluator: PredicateEvaluator(predicate.settled(now: run.now, in: run.zone.zone)))
  }
}

private struct WhereWork: StageWork {
  var evaluator: PredicateEvaluator

  mutating func take(_ batch: inout Batch, in run: Run) throws -> Flow {
    batch.records = try evaluator.matching(batch.records)
    run.report.patternsWereUndecided(evaluator.takeUndecidedRows())
    return .goOn
  }
}
