// Made from the catalog by scripts/generate.

/// What one account pays today, and from when something else.
///
/// - Note: A rate of 0 was never agreed; one that is absent doesn't apply.
public struct AccountEffectivePricing: Sendable, Hashable, Codable {
  /// Cents a month for a user.
  public var perUserRate: Int?
  /// Cents a month for a number.
  public var perDIDRate: Int?
  /// Cents a month for a place with an agent.
  public var perVoiceaiLocationRate: Int?
  /// The first day of these rates: `2026-09-01`.
  public var effectiveFrom: String?
  /// The rates after that.
  public var next: Next?

  /// The rates after that.
  public struct Next: Sendable, Hashable, Codable {
    /// Cents a month for a user.
    public var perUserRate: Int?
    /// Cents a month for a number.
    public var perDIDRate: Int?
    /// Cents a month for a place with an agent.
    public var perVoiceaiLocationRate: Int?
    /// Their first day: `2026-10-01`.
    public var effectiveFrom: String?

    private enum CodingKeys: String, CodingKey {
      case perUserRate = "per_user_rate"
      case perDIDRate = "per_did_rate"
      case perVoiceaiLocationRate = "per_voiceai_location_rate"
      case effectiveFrom = "effective_from"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case next
    case perUserRate = "per_user_rate"
    case perDIDRate = "per_did_rate"
    case perVoiceaiLocationRate = "per_voiceai_location_rate"
    case effectiveFrom = "effective_from"
  }
}
