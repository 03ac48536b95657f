package import DialLanguage
package import DialRows
package import DialStack

/// `day(TIME)`: the day of a time, 2026-09-15.
package enum DayFunction: LanguageFunction {
  package static let signature = Signature(
    function: "day", .value("TIME"),
    summary: "The day of a time: 2026-09-15.",
    examples: [
      Example("calls where started_at >= -7d | count by day(started_at)", "calls a day")
    ])

  package static let parameters: [FieldKind?] = [.time]
  package static let result: FieldKind? = .text
  package static let countsDays = true

  package static func value(of arguments: Span<Value>, in zone: Zone) -> Value {
    guard let date = zone.date(of: arguments[0]) else { return .null }
    return .text(date.dayText)
  }

  package static func value(of arguments: Span<Value>) -> Value {
    value(of: arguments, in: .utc)
  }
}
