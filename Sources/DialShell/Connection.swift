package import DialStack

/// Which API a session talks to, and by what right; never the key itself.
package struct Connection: Sendable {
  /// What the key may see.
  package enum Mode: String, Sendable, Hashable {
    case live, test
    /// A key that doesn't say.
    case other
    case noKey = "no key"
  }

  /// The profile that is in use.
  package let profile: String?
  /// The key as it may be shown, and where it came from; `nil` where there is none.
  package let key: (shown: String, origin: String)?
  package let mode: Mode
  package let address: String
  package let isSandbox: Bool

  package init(
    profile: String?, key: APIKey?, origin: String, baseURL: BaseURL, isSandbox: Bool
  ) {
    self.profile = profile
    self.key = key.map { ("\($0)", origin) }
    mode = key.map { $0.isLive ? .live : $0.isTest ? .test : .other } ?? .noKey
    address = "\(baseURL)"
    self.isSandbox = isSandbox
  }

  /// No API, for what sends nothing.
  package static let none = Connection(
    profile: nil, key: nil, origin: "nowhere", baseURL: .production, isSandbox: false)
}
