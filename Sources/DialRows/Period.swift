import DialStack

/// What a time literal stands for: a moment, a day or a month.
package struct Period: Sendable, Hashable {
  /// The first moment.
  package let start: Timestamp
  /// The first moment after it.
  package let end: Timestamp

  /// Whether `time` stands in the relation `comparison` to the whole period: before
  /// all of it, within it, after all of it.
  package func holds(_ comparison: OrderedComparison, for time: Timestamp) -> Bool {
    switch comparison {
    case .equal: start <= time && time < end
    case .notEqual: !(start <= time && time < end)
    case .less: time < start
    case .lessOrEqual: time < end
    case .greater: time >= end
    case .greaterOrEqual: time >= start
    }
  }
}

extension Period {
  /// Reads `2026-09-01`, `2026-09`, `2026-09-01T10:00Z`, `today`, `yesterday`, `now`, `-2w`,
  /// `-7d`, `-12h` or `-30m`. Days and months are those of `zone`.
  package init?(_ text: String, now: Timestamp, in zone: Zone) {
    switch text {
    case "now": self.init(moment: now)
    case "today": self.init(day: zone.day(at: now), in: zone)
    case "yesterday": self.init(day: zone.day(at: now) - 1, in: zone)
    default:
      if let period = Period(ago: text, now: now) ?? Period(date: text, in: zone) {
        self = period
      } else if let time = Timestamp(Bytes(text)) {
        self.init(moment: time)
      } else {
        return nil
      }
    }
  }

  /// Whether the period is one moment.
  package var isMoment: Bool { end == start.successor }

  package init(moment: Timestamp) {
    self.init(start: moment, end: moment.successor)
  }

  private init(day: Int, in zone: Zone) {
    self.init(start: zone.start(ofDay: day), end: zone.start(ofDay: day + 1))
  }

  private init?(ago text: String, now: Timestamp) {
    guard text.first == "-", let unit = text.last,
      let seconds = ["w": 7 * 86_400, "d": 86_400, "h": 3600, "m": 60][unit],
      let count = Int(text.dropFirst().dropLast()), (0...1_000_000).contains(count)
    else { return nil }
    self.init(moment: now.advanced(by: -count * seconds))
  }

  private init?(date text: String, in zone: Zone) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.map { part in part.utf8.allSatisfy { (48...57).contains($0) } }
    guard (2...3).contains(parts.count), !digits.contains(false),
      parts.map(\.count) == [4, 2, 2].prefix(parts.count).map({ $0 }),
      let year = Int(parts[0]), let month = Int(parts[1]),
      let day = parts.count == 3 ? Int(parts[2]) : 1,
      let date = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    if parts.count == 3 {
      self.init(day: date.number, in: zone)
    } else {
      self.init(
        start: zone.start(ofDay: date.number), end: zone.start(ofDay: date.endOfMonth))
    }
  }
}
