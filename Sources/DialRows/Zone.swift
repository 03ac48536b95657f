// FoundationEssentials knows no zone but GMT on Linux. What only this file imports is in the
// program anyway: other dependencies link it.
import Foundation

/// A time zone by its name of the IANA: `America/New_York`.
package struct Zone: Sendable, Hashable {
  /// The name as it was given; `UTC` for all its spellings.
  package let name: String
  private let rules: TimeZone

  package static let utc = Zone(name: "UTC", rules: .gmt)

  /// The zone called `identifier`, spelled as the IANA spells it; `nil` if there is none.
  ///
  /// Abbreviations are none: `CST` is Chicago's and Shanghai's.
  package init?(identifier: String) {
    if Self.namesOfUTC.contains(identifier) {
      self = .utc
      return
    }
    // Foundation takes a name up to a NUL character, and reads `GMT+5` in the opposite sense of
    // the IANA's `Etc/GMT+5`.
    guard identifier.utf8.count <= Self.longestName, identifier.utf8.contains(UInt8(ascii: "/")),
      identifier.utf8.allSatisfy(Self.isPartOfName), let rules = TimeZone(identifier: identifier)
    else { return nil }
    self.init(name: identifier, rules: rules)
  }

  private init(name: String, rules: TimeZone) {
    self.name = name
    self.rules = rules
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "+"):
      true
    default: false
    }
  }

  private static let namesOfUTC: Set<String> = ["UTC", "GMT", "Etc/UTC", "Etc/GMT"]
  private static let longestName = 64

  /// Names of zones, for suggestions and completion; there are aliases besides.
  package static var names: [String] {
    (TimeZone.knownTimeZoneIdentifiers.filter { $0 != "GMT" } + [utc.name]).sorted()
  }

  /// The seconds by which clocks in the zone are ahead of UTC at `time`.
  ///
  /// - Complexity: a search in the zone's table, some 100 nanoseconds.
  package func offset(at time: Timestamp) -> Int {
    self == .utc ? 0 : rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.seconds)))
  }

  /// The day in the zone that holds `time`, counted from 1970-01-01.
  package func day(at time: Timestamp) -> Int {
    let local = time.seconds + offset(at: time)
    return local >= 0 ? local / 86_400 : (local + 1) / 86_400 - 1
  }

  /// The first moment of a day in the zone; days are counted from 1970-01-01.
  ///
  /// That is midnight but where clocks skip it. Of two midnights it is the first, and a day that
  /// the zone left out begins when the next one does.
  package func start(ofDay day: Int) -> Timestamp {
    let midnight = day * 86_400
    // No zone is a day away from UTC, and none changes its clocks twice in two days.
    let before = offset(at: Timestamp(seconds: midnight - 86_400))
    let after = offset(at: Timestamp(seconds: midnight + 86_400))
    var late = midnight - min(before, after)
    var early = midnight - max(before, after)
    if hasBegun(midnight, at: early) { return Timestamp(seconds: early) }
    while late - early > 1 {
      let middle = early + (late - early) / 2
      if hasBegun(midnight, at: middle) { late = middle } else { early = middle }
    }
    return Timestamp(seconds: late)
  }

  /// Whether clocks show `midnight` or later, which is counted as if the zone were UTC.
  private func hasBegun(_ midnight: Int, at seconds: Int) -> Bool {
    seconds + offset(at: Timestamp(seconds: seconds)) >= midnight
  }
}
