import DialLanguage
import DialRows
import DialStack

/// What is wrong with a value that is no time.
extension Diagnostic {
  static func notATime(_ column: Column, _ literal: Literal, at range: SourceRange) -> Diagnostic {
    noSuchDay(literal.text, at: range) ?? dayWithoutOrder(literal.text, at: range)
      ?? Diagnostic(
        at: range, "`\(column.name)` is a time; write 2026-09-01, 2026-09, today or -7d")
  }

  /// `2026-02-30`.
  private static func noSuchDay(_ text: String, at range: SourceRange) -> Diagnostic? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), day > 0, let first = CalendarDay(year: year, month: month, day: 1)
    else { return nil }
    let days = first.endOfMonth - first.number
    return Diagnostic(
      at: range,
      "there is no day `\(text)`: \(monthNames[month - 1]) \(year) has \(days) days",
      mend: Mend(range, "\(parts[0])-\(parts[1])-\(days)"))
  }

  /// `01/02/2026`, which is one day in America and another in Europe; `01.02.2026` is one.
  private static func dayWithoutOrder(_ text: String, at range: SourceRange) -> Diagnostic? {
    guard let sign = ["/", "."].first(where: { text.contains($0) }) else { return nil }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4, let first = Int(parts[0]),
      let second = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    let monthFirst = sign == "/" ? CalendarDay(year: year, month: first, day: second) : nil
    let dayFirst = CalendarDay(year: year, month: second, day: first)
    let readings = [monthFirst, dayFirst].compactMap { $0?.description }
    guard let reading = readings.first else { return nil }
    guard readings.count == 2, readings[1] != reading else {
      return Diagnostic(
        at: range, "a day begins with its year; write \(reading)", mend: Mend(range, reading))
    }
    return Diagnostic(
      at: range,
      "`\(text)` may be \(reading) or \(readings[1]); write the one that you mean")
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
