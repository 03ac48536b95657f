package import DialLanguage
package import DialRows
package import DialStack

/// `week(TIME)`: the week of a time by ISO 8601, 2026-W38.
package enum WeekFunction: LanguageFunction {
  package static let signature = Signature(
    function: "week", .value("TIME"),
    summary: "The week of a time: 2026-W38.",
    details: [
      "Weeks begin on Monday, and the first has the first Thursday of the year, as ISO 8601 has it."
    ],
    examples: [
      Example("calls where started_at >= -30d | count by week(started_at)", "calls a week")
    ])

  package static let parameters: [FieldKind?] = [.time]
  package static let result: FieldKind? = .text
  package static let countsDays = true

  package static func value(of arguments: Span<Value>, in zone: Zone) -> Value {
    guard let date = zone.date(of: arguments[0]) else { return .null }
    return .text(date.weekText)
  }

  package static func value(of arguments: Span<Value>) -> Value {
    value(of: arguments, in: .utc)
  }
}
