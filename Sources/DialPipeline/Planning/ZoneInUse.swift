package import DialRows
import DialStack

/// The zone by which days and months are counted, and who chose it.
package struct ZoneInUse: Sendable, Hashable {
  /// Why it is this zone.
  package enum Reason: Sendable, Hashable {
    /// A script counts in UTC, unless `.zone account` asks for something else.
    case byDefault
    /// No account is chosen.
    case noAccount
    /// Several accounts may be chosen, each with a zone of its own.
    case eachAccount
    /// The account has not been told about yet.
    case accountUnknown
    /// The account's settings name no zone.
    case accountWithout
    /// The account's settings name it.
    case account
    /// The user named it with `.zone`.
    case setting
  }

  package let zone: Zone
  package let reason: Reason

  package init(_ zone: Zone, because reason: Reason) {
    self.zone = zone
    self.reason = reason
  }

  /// The zones of the accounts that the rows are of.
  static let ofEachAccount = ZoneInUse(.utc, because: .eachAccount)

  /// Whether rows go by their own account's zone, where that is known.
  var isOfRows: Bool {
    switch reason {
    case .byDefault, .setting: false
    case .noAccount, .eachAccount, .accountUnknown, .accountWithout, .account: true
    }
  }

  /// Where the days of rows begin.
  var days: DayZone { isOfRows ? .ofEachAccount(else: zone) : .one(zone) }

  /// The zone for the rows of one account.
  func narrowed(to owner: ListOwner?) -> ZoneInUse {
    guard isOfRows, let zone = owner?.timeZone.flatMap(Zone.init(identifier:)) else { return self }
    return ZoneInUse(zone, because: .account)
  }

  /// The account, with its zone where that is known.
  func owner(_ account: Account.ID) -> ListOwner {
    ListOwner(account, timeZone: reason == .account ? zone.name : nil)
  }

  /// Whether somebody chose it: the account or the user.
  var isChosen: Bool { reason == .account || reason == .setting }

  package static let utc = ZoneInUse(.utc, because: .byDefault)

  /// The zone and who chose it, as `.zone` says it.
  package var text: String {
    switch reason {
    case .byDefault: "\(zone.name) (that of scripts)"
    case .noAccount: "\(zone.name) (no account is chosen)"
    case .eachAccount: "each account's own for its days; times are shown in \(zone.name)"
    case .accountUnknown: "\(zone.name) (the account's zone is not known yet)"
    case .accountWithout: "\(zone.name) (the account has no zone)"
    case .account: "\(zone.name) (the account's)"
    case .setting: zone.name
    }
  }

  /// Where days begin, as `explain` says it.
  var midnight: String {
    let place = zone == .utc ? "midnight UTC" : "midnight in \(zone.name)"
    switch reason {
    case .byDefault, .noAccount: return place
    case .eachAccount: return "midnight in the zone of each account, in UTC where it has none"
    case .accountUnknown: return "\(place) (the account's zone is not known yet)"
    case .accountWithout: return "\(place) (the account has no zone)"
    case .account: return "\(place), the account's zone"
    case .setting: return "\(place), as `.zone` says"
    }
  }
}
