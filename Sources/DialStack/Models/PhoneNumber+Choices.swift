extension PhoneNumber {
  /// Where a number is in its life; the API may know more than these.
  public struct Status: RawRepresentable, Sendable, Hashable, Codable {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// In use.
    public static let active = Status(rawValue: "active")
    /// Not in use, or not yet.
    public static let inactive = Status(rawValue: "inactive")
    /// On its way to the account.
    public static let pending = Status(rawValue: "pending")
    /// Given up.
    public static let released = Status(rawValue: "released")
  }

  /// Whether a number is owned or lent; the API may know more than these.
  public struct NumberClass: RawRepresentable, Sendable, Hashable, Codable {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The account's own.
    public static let accountOwned = NumberClass(rawValue: "account_owned")
    /// Lent for a while.
    public static let temporary = NumberClass(rawValue: "temporary")
  }

  /// What becomes of a call; the API may know more than these.
  public struct InboundRouting: RawRepresentable, Sendable, Hashable, Codable {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The call rings at the number's target, or everywhere.
    public static let `default` = InboundRouting(rawValue: "default")
    /// The call is dropped.
    public static let drop = InboundRouting(rawValue: "drop")
  }

  /// Whether those who are called see the number; the API may know more than these.
  public struct CallerIDVisibility: RawRepresentable, Sendable, Hashable, Codable {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// They see it.
    public static let visible = CallerIDVisibility(rawValue: "PUBLIC")
    /// They don't.
    public static let hidden = CallerIDVisibility(rawValue: "PRIVATE")
  }

  /// How the directory lists a number; the API may know more than these.
  public struct DirectoryListing: RawRepresentable, Sendable, Hashable, Codable {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// In the directory and at directory assistance.
    public static let listed = DirectoryListing(rawValue: "listed")
    /// At directory assistance only.
    public static let nonListed = DirectoryListing(rawValue: "non_listed")
    /// Nowhere, on request of the owner.
    public static let nonPublished = DirectoryListing(rawValue: "non_published")
    /// Not known to the directory.
    public static let nonRegistered = DirectoryListing(rawValue: "non_registered")
  }
}

extension PhoneNumber.Status: CustomStringConvertible {
  /// The value as the API spells it.
  public var description: String { rawValue }
}
