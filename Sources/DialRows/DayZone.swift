import DialStack

/// In which zone days and months begin.
package enum DayZone: Sendable, Hashable {
  case one(Zone)
  /// Of each row in that of the account whose row it is; in another where that is not known.
  case ofEachAccount(else: Zone)
}

/// Finds the zone of many rows.
struct DayZoneReader: Sendable {
  /// The zones of accounts by their names.
  private var known: [String: Zone] = [:]

  mutating func zone(of record: Record, by zone: DayZone) -> Zone {
    switch zone {
    case .one(let zone): return zone
    case .ofEachAccount(let other):
      guard let name = record.owner?.timeZone else { return other }
      if let zone = known[name] { return zone }
      let zone = Zone(identifier: name) ?? other
      known[name] = zone
      return zone
    }
  }
}
