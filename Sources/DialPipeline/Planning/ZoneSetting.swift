package import DialRows

/// Whose time zone times are shown in, and days begin in.
package enum ZoneSetting: Sendable, Hashable {
  /// The account's own at the prompt, UTC in a script.
  case byDefault
  /// The account's own, as far as it is known.
  case account
  case utc
  case named(Zone)

  /// The words that stand for zones without a name.
  package static let words = ["utc", "account"]

  package init?(_ text: String) {
    switch text.lowercased() {
    case "account": self = .account
    case "utc", "z", "gmt": self = .utc
    default:
      guard let zone = Zone(identifier: text) else { return nil }
      self = .named(zone)
    }
  }

  /// The zone as it would be typed.
  package var text: String {
    switch self {
    case .byDefault, .account: "account"
    case .utc: "utc"
    case .named(let zone): zone.name
    }
  }
}
