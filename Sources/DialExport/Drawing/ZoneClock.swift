import DialRows
import DialStack

/// Shows times of the API as clocks in a zone do: `2026-02-03 12:20:11-05`.
struct ZoneClock: Sendable {
  private let zone: Zone

  init(_ zone: Zone) {
    self.zone = zone
  }

  /// The time in the zone, with the fraction as it was sent; `nil` for what is no time.
  func text(of sent: Bytes) -> Bytes? {
    guard let time = Timestamp(sent) else { return nil }
    let offset = zone.offset(at: time)
    let local = Timestamp(seconds: time.seconds + offset)
    let number = Zone.utc.day(at: local)
    guard let day = CalendarDay(number: number) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(25)
    text.append(day, divider: " ", second: local.seconds - number * 86_400)
    text.append(sent.fraction)
    text.append(offset: offset, of: zone)
    return Bytes(text)
  }
}

extension Bytes {
  /// The point and the digits behind it; nothing if there is no point.
  var fraction: Bytes {
    guard let start = (0..<count).first(where: { self[$0] == UInt8(ascii: ".") }) else {
      return slice(0, 0)
    }
    let end = (start + 1..<count).first { !(48...57).contains(self[$0]) }
    return slice(start, end ?? count)
  }
}

extension [UInt8] {
  /// Appends `Z` for UTC, else `-05`, or as many parts as the offset has.
  mutating func append(offset: Int, of zone: Zone) {
    guard zone != .utc else { return append(UInt8(ascii: "Z")) }
    let magnitude = abs(offset)
    append(UInt8(ascii: offset < 0 ? "-" : "+"))
    append(magnitude / 3600, digits: 2)
    if magnitude % 3600 != 0 { appendPart(magnitude / 60 % 60) }
    if magnitude % 60 != 0 { appendPart(magnitude % 60) }
  }

  private mutating func appendPart(_ part: Int) {
    append(UInt8(ascii: ":"))
    append(part, digits: 2)
  }
}
