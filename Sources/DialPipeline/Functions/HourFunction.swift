package import DialLanguage
package import DialRows
package import DialStack

/// `hour(TIME)`: the hour of a time, 0 to 23.
package enum HourFunction: LanguageFunction {
  package static let signature = Signature(
    function: "hour", .value("TIME"),
    summary: "The hour of a time: 0 to 23.",
    examples: [
      Example(
        "calls where started_at >= -7d | count by hour(started_at) | sort hour",
        "calls by the hour of the day")
    ])

  package static let parameters: [FieldKind?] = [.time]
  package static let result: FieldKind? = .integer
  package static let countsDays = true

  package static func value(of arguments: Span<Value>, in zone: Zone) -> Value {
    guard let date = zone.date(of: arguments[0]) else { return .null }
    return .integer(date.hour)
  }

  package static func value(of arguments: Span<Value>) -> Value {
    value(of: arguments, in: .utc)
  }
}
