package import DialLanguage
package import DialRows
package import DialStack

/// `year(TIME)`: the year of a time.
package enum YearFunction: LanguageFunction {
  package static let signature = Signature(
    function: "year", .value("TIME"),
    summary: "The year of a time.",
    examples: [
      Example("users | count by year(created_at)", "users by the year they came")
    ])

  package static let parameters: [FieldKind?] = [.time]
  package static let result: FieldKind? = .integer
  package static let countsDays = true

  package static func value(of arguments: Span<Value>, in zone: Zone) -> Value {
    guard let date = zone.date(of: arguments[0]) else { return .null }
    return .integer(date.year)
  }

  package static func value(of arguments: Span<Value>) -> Value {
    value(of: arguments, in: .utc)
  }
}
