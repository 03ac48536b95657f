import DialStack

/// In which zone days and months begin.
package enum DayZone: Sendable, Hashable {
  case one(Zone)
  /// Of each row in that of the account whose row it is; in UTC where that is not known.
  case ofEachAccount
}

/// Finds the zone of many rows.
struct DayZoneReader: Sendable {
  /// The zones of accounts by their names.
  private var known: [String: Zone] = [:]

  mutating func zone(of record: Record, by zone: DayZone) -> Zone {
    switch zone {
    case .one(let zone): return zone
    case .ofEachAccount:
      guard let name = record.owner?.timeZone else { return .utc }
      if let zone = known[name] { return zone }
      let zone = Zone(identifier: name) ?? .utc
      known[name] = zone
      return zone
    }
  }
}
