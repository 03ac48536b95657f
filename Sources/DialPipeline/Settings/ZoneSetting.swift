/// Whose time zone times are shown in, and days begin in.
package enum ZoneSetting: Sendable, Hashable {
  /// The account's own, as far as it is known.
  case account
  case utc
  /// By its name in the IANA's list.
  case named(String)

  /// The words that stand for zones without a name.
  static let words = ["account", "utc"]

  init?(_ text: String) {
    switch text.lowercased() {
    case "account": self = .account
    case "utc", "z", "gmt": self = .utc
    default: self = .named(text)
    }
  }

  /// The zone as it would be typed.
  package var text: String {
    switch self {
    case .account: "account"
    case .utc: "utc"
    case .named(let name): name
    }
  }
}
