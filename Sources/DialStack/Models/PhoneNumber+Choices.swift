// Made from the catalog by scripts/generate.

extension PhoneNumber {
  /// Where it is in its life; the API may know more than these.
  public struct Status: OpenChoice {
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
}

extension PhoneNumber {
  /// Owned or lent; the API may know more than these.
  public struct NumberClass: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The account's own.
    public static let accountOwned = NumberClass(rawValue: "account_owned")
    /// Lent for a while.
    public static let temporary = NumberClass(rawValue: "temporary")
  }
}

extension PhoneNumber {
  /// What becomes of a call; the API may know more than these.
  public struct InboundRouting: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The call rings at the number's target, or everywhere.
    public static let `default` = InboundRouting(rawValue: "default")
    /// The call is dropped.
    public static let drop = InboundRouting(rawValue: "drop")
  }
}

extension PhoneNumber {
  /// Whether the number is shown; the API may know more than these.
  public struct CallerIDVisibility: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Those who are called see it.
    public static let `public` = CallerIDVisibility(rawValue: "PUBLIC")
    /// They don't.
    public static let `private` = CallerIDVisibility(rawValue: "PRIVATE")
  }
}

extension PhoneNumber {
  /// How the directory lists it; the API may know more than these.
  public struct DirectoryListingType: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// In the directory and at directory assistance.
    public static let listed = DirectoryListingType(rawValue: "listed")
    /// At directory assistance only.
    public static let nonListed = DirectoryListingType(rawValue: "non_listed")
    /// Nowhere, on request of the owner.
    public static let nonPublished = DirectoryListingType(rawValue: "non_published")
    /// Not known to the directory.
    public static let nonRegistered = DirectoryListingType(rawValue: "non_registered")
  }
}
