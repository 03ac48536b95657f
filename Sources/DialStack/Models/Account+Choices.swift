// Made from the catalog by scripts/generate.

extension Account {
  /// Terms of service; the API may know more than these.
  public struct TermsStatus: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// They are signed.
    public static let signed = TermsStatus(rawValue: "signed")
    /// They are not.
    public static let unsigned = TermsStatus(rawValue: "unsigned")
    /// They need not be.
    public static let notRequired = TermsStatus(rawValue: "not_required")
  }
}

extension Account {
  /// Which terms; the API may know more than these.
  public struct TermsVariant: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Those of most accounts.
    public static let standard = TermsVariant(rawValue: "standard")
    /// Those of accounts that keep patients' data, by the US law HIPAA.
    public static let hipaa = TermsVariant(rawValue: "hipaa")
  }
}
