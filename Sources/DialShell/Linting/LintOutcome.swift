import DialPipeline
import DialRows
import DialStack

/// What came of a rule.
struct LintOutcome: Sendable {
  let rule: LintRule
  /// What it expects in vain.
  let broken: [BrokenExpectation]
  /// How its run ended: `done` where every row was looked at.
  let status: ExitStatus

  /// How many rows break it.
  var count: Int { broken.reduce(0) { $0 + $1.count } }

  /// What it comes to, the worst first.
  enum Verdict: String, Sendable, Hashable, CaseIterable {
    case broken
    /// It could not be run to its end.
    case failed
    case kept
  }

  var verdict: Verdict {
    if !broken.isEmpty { .broken } else { status == .done ? .kept : .failed }
  }

  /// The order of the report: what is broken, by its severity, before what is not.
  var rank: (Int, Int, String) {
    (
      Verdict.allCases.firstIndex(of: verdict) ?? 0,
      LintRule.Severity.allCases.firstIndex(of: rule.severity) ?? 0, rule.name
    )
  }

  /// The columns of ``record``.
  static let columns = [
    Column("severity", .text, .cell(0)), Column("verdict", .text, .cell(1)),
    Column("rule", .text, .cell(2)), Column("rows", .integer, .cell(3)),
    Column("title", .text, .cell(4)),
  ]

  /// What it looks like in the report; how many rows break it is not known where it was not run.
  var record: Record {
    Record(cells: [
      .text(rule.severity.rawValue), .text(verdict.rawValue), .text(rule.name),
      verdict == .failed ? .null : .integer(count), .text(rule.title),
    ])
  }
}
