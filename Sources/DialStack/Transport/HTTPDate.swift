/// A time in the header of an answer (RFC 9110, 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
package enum HTTPDate {
  /// The months as they are spelled.
  package static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The seconds since 1970 that `text` spells; `nil` for anything else.
  ///
  /// The weekday is not looked at. The two forms that have been obsolete since 1997 are not read.
  static func seconds(_ text: String) -> Int? {
    var reader = TimeReader()
    let bytes = text.utf8.span.bytes
    guard reader.skipBytes(3, in: bytes), reader.skipWord(", ", in: bytes),
      let day = reader.number(of: 2, in: bytes), reader.skip(" ", in: bytes),
      let month = reader.month(in: bytes), reader.skip(" ", in: bytes),
      let year = reader.number(of: 4, in: bytes), reader.skip(" ", in: bytes),
      let second = reader.secondOfDay(.strict, in: bytes), reader.skipWord(" GMT", in: bytes),
      reader.isAtEnd(of: bytes), let date = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    return date.secondsSince1970 + second
  }
}

extension TimeReader {
  /// The number of a month by its name.
  mutating func month(in bytes: RawSpan) -> Int? {
    for (index, name) in HTTPDate.months.enumerated() where skipWord(name, in: bytes) {
      return index + 1
    }
    return nil
  }
}
