// Made from the catalog by scripts/generate.

/// The number of the account.
public struct PhoneNumberReference: Sendable, Hashable, Identifiable, Codable {
  /// What names it and no other.
  public typealias ID = PhoneNumber.ID

  /// The id of the number: `did_01k4x3v9m2e8rr0q5h7c6t1zab`.
  public var id: ID
  /// The number: `+14155551234`.
  public var phoneNumber: String

  private enum CodingKeys: String, CodingKey {
    case id
    case phoneNumber = "phone_number"
  }
}
