package import DialStack

/// A moment, to the nanosecond, as times of the API are compared.
package struct Timestamp: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int
  /// 0 to 999,999,999.
  package let nanoseconds: Int

  package init(seconds: Int, nanoseconds: Int = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// The moment `seconds` later.
  package func advanced(by seconds: Int) -> Timestamp {
    Timestamp(seconds: self.seconds + seconds, nanoseconds: nanoseconds)
  }

  /// The next moment that can be told apart.
  var successor: Timestamp {
    nanoseconds == 999_999_999
      ? Timestamp(seconds: seconds + 1)
      : Timestamp(seconds: seconds, nanoseconds: nanoseconds + 1)
  }
}

extension Timestamp {
  /// Reads an RFC 3339 time; `nil` for anything else.
  ///
  /// A fraction of any length is taken to the nanosecond, `T`, `t` or a space divide
  /// date and time, seconds may be left out, as users write it, and so may the minutes of the
  /// offset, as tables show it.
  package init?(_ bytes: Bytes) {
    guard let (seconds, nanoseconds) = RFC3339.moment(bytes, .lenient) else { return nil }
    self.init(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// The time as RFC 3339 has it, in UTC, cut to the microsecond; the end of the years 1 to 9999 for a
  /// time outside of them.
  package var text: String {
    RFC3339.text(seconds: seconds, nanoseconds: nanoseconds)
      ?? (seconds < 0 ? "0001-01-01T00:00:00Z" : "9999-12-31T23:59:59Z")
  }
}
