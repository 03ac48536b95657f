// Made from the catalog by scripts/generate.

/// The rates that one account agreed to last.
///
/// - Note: The rates may hold from the first of next month only.
public struct AccountPricing: Sendable, Hashable, Codable {
  /// Cents a month for a user.
  public var perUserRate: Int?
  /// Cents a month for a number.
  public var perDIDRate: Int?
  /// Cents a month for a place with an agent.
  public var perVoiceaiLocationRate: Int?

  private enum CodingKeys: String, CodingKey {
    case perUserRate = "per_user_rate"
    case perDIDRate = "per_did_rate"
    case perVoiceaiLocationRate = "per_voiceai_location_rate"
  }
}
