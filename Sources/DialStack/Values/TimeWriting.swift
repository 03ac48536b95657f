extension [UInt8] {
  /// Appends the last `digits` digits of a number that is not negative, zeros where it has fewer.
  package mutating func append(_ number: Int, digits: Int) {
    let start = count
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits))
    var (rest, place) = (number, count)
    while rest > 0, place > start {
      place -= 1
      self[place] += UInt8(rest % 10)
      rest /= 10
    }
  }

  /// Appends a day and a time of it as `2026-02-03T17:20:11`, with `divider` in the middle.
  package mutating func append(_ day: CalendarDay, divider: Unicode.Scalar, second: Int) {
    append(day)
    append(UInt8(ascii: divider))
    append(second / 3600, digits: 2)
    append(UInt8(ascii: ":"))
    append(second / 60 % 60, digits: 2)
    append(UInt8(ascii: ":"))
    append(second % 60, digits: 2)
  }

  /// Appends a day as `2026-02-03`.
  mutating func append(_ day: CalendarDay) {
    append(day.year, digits: 4)
    append(UInt8(ascii: "-"))
    append(day.month, digits: 2)
    append(UInt8(ascii: "-"))
    append(day.day, digits: 2)
  }
}
