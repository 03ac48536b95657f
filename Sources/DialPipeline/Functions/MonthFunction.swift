package import DialLanguage
package import DialRows
package import DialStack

/// `month(TIME)`: the month of a time, 2026-09.
package enum MonthFunction: LanguageFunction {
  package static let signature = Signature(
    function: "month", .value("TIME"),
    summary: "The month of a time: 2026-09.",
    examples: [
      Example("users | count by month(created_at)", "users by the month they came")
    ])

  package static let parameters: [FieldKind?] = [.time]
  package static let result: FieldKind? = .text
  package static let countsDays = true

  package static func value(of arguments: Span<Value>, in zone: Zone) -> Value {
    guard let date = zone.date(of: arguments[0]) else { return .null }
    return .text(date.monthText)
  }

  package static func value(of arguments: Span<Value>) -> Value {
    value(of: arguments, in: .utc)
  }
}
