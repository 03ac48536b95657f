// Made from the catalog by scripts/generate.

/// An available phone number.
///
/// - Note: They are of the carrier's stock, not of the account, and an answer has 100 at
///   most: a count of them says nothing.
public struct AvailablePhoneNumber: Sendable, Hashable, Identifiable, Codable {
  /// The number: `+14155551234`.
  public var phoneNumber: String
  /// Where it is: `San Francisco`.
  ///
  /// - Note: A city that the carrier spells in another way is not found.
  public var city: String?
  /// In which state: `CA`.
  public var state: String?
  /// By what it is charged: `SNFC CNTRL`.
  public var rateCenter: String?
  /// The area of its carriers, or nothing: `722`.
  public var lata: String?

  /// What names it and no other: its ``phoneNumber``.
  public var id: String { phoneNumber }

  private enum CodingKeys: String, CodingKey {
    case city, state, lata
    case phoneNumber = "phone_number"
    case rateCenter = "rate_center"
  }
}
