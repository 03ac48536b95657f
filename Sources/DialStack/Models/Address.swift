// Made from the catalog by scripts/generate.

/// Where it is.
public struct Address: Sendable, Hashable, Codable {
  /// The house: `12`. It is not for every eye.
  public var addressNumber: Secret?
  /// The street: `Main Street`. It is not for every eye.
  public var street: Secret?
  /// The flat: `4`. It is not for every eye.
  public var unit: Secret?
  /// The city: `Springfield`.
  public var city: String?
  /// The state: `IL`.
  public var state: String?
  /// The postal code: `62701`.
  public var postalCode: String?
  /// The country: `US`.
  public var country: String?

  private enum CodingKeys: String, CodingKey {
    case street, unit, city, state, country
    case addressNumber = "address_number"
    case postalCode = "postal_code"
  }
}
