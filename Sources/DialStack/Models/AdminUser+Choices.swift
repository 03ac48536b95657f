// Made from the catalog by scripts/generate.

extension AdminUser {
  /// What they may do; the API may know more than these.
  public struct Role: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `account_admin`.
    public static let accountAdmin = Role(rawValue: "account_admin")
    /// `owner`.
    public static let owner = Role(rawValue: "owner")
  }
}

extension AdminUser {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``AdminUser/user`` names.
    case user
  }
}
