package import DialLanguage
package import DialRows
package import DialStack

/// `weekday(TIME)`: the day of the week of a time, Monday.
package enum WeekdayFunction: LanguageFunction {
  package static let signature = Signature(
    function: "weekday", .value("TIME"),
    summary: "The day of the week of a time: Monday.",
    examples: [
      Example(
        "calls where started_at >= -30d | count by weekday(started_at) | sort weekday",
        "Monday first")
    ])

  package static let parameters: [FieldKind?] = [.time]
  package static let result: FieldKind? = .choice

  package static let choices = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  package static let countsDays = true

  package static func value(of arguments: Span<Value>, in zone: Zone) -> Value {
    guard let date = zone.date(of: arguments[0]) else { return .null }
    return .text(choices[date.weekday])
  }

  package static func value(of arguments: Span<Value>) -> Value {
    value(of: arguments, in: .utc)
  }
}
