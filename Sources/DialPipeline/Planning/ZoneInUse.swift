/// The zone by which days and months are counted, and who chose it.
package struct ZoneInUse: Sendable, Hashable {
  /// Why it is this zone.
  package enum Reason: Sendable, Hashable {
    /// Nothing is known of a better one.
    case byDefault
    /// The account's settings name it.
    case account
    /// The user named it with `.zone`.
    case setting
  }

  package var zone: Zone
  package var reason: Reason

  package init(_ zone: Zone, because reason: Reason) {
    self.zone = zone
    self.reason = reason
  }

  package static let utc = ZoneInUse(.utc, because: .byDefault)

  /// Where days begin, as `explain` says it.
  var midnight: String {
    let place = zone == .utc ? "midnight UTC" : "midnight in \(zone.name)"
    switch reason {
    case .byDefault: return place
    case .account: return "\(place), the account's zone"
    case .setting: return "\(place), as `.zone` says"
    }
  }
}
