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
      "`in ( PIPELINE )` holds for the values of its first column, 100,000 at most; it is read first,",
      "and of several accounts for each by itself.",
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
      Example(
        "users where id not in (extensions | select target)", "users whom no extension rings"),
    ])

  private var conditions: [StageCondition]
  private let queries: [Subquery]

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    let condition = try arguments.condition()
    if let loose = condition.looseWords(arguments.rest, in: context) {
      throw Rejection(loose)
    }
    try arguments.finish(after: "the condition")
    var resolver = ConditionResolver(in: context)
    let predicate = resolver.resolve(condition)
    if let rejection = Rejection(resolver.diagnostics) { throw rejection }
    queries = resolver.queries
    if case .all(let parts) = condition.form, case .all(let predicates) = predicate {
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
    let asked = Predicate.all(conditions.map(\.predicate)).queries.sorted().map { queries[$0] }
    if !asked.isEmpty {
      effect.asksAPI = true
      effect.countsDays = asked.contains(where: \.countsDays)
      effect.phrase += "; " + asked.map(\.phrase).joined(separator: ", ")
    }
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    WhereWork(filter: RowFilter(.all(conditions.map(\.predicate)), queries, in: run))
  }
}

private struct WhereWork: StageWork {
  var filter: RowFilter

  mutating func take(_ batch: inout Batch, in run: Run) async throws -> Flow {
    batch.records = try await filter.matching(batch.records, in: run)
    return .goOn
  }
}
