// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What it would cost to send one order, by each way that there is.
///
/// - Note: No list has quotes: whoever asked for one has its id.
public struct HardwareOrderShippingQuote: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<HardwareOrderShippingQuote>

  /// The id of the quote: `quote_01h2`.
  public var id: ID
  /// The order: `hwo_123`.
  public var hardwareOrder: HardwareOrder.ID
  /// The ways, the cheapest first.
  public var options: [JSONValue]
  /// What was weighed.
  public var items: [JSONValue]
  /// Where it would go.
  public var shipToAddress: ShipToAddress
  /// Until when it holds.
  public var expiresAt: Date
  /// When it was made.
  public var createdAt: Date
  /// What it is: `shipping_quote`.
  public var object: String

  /// Where it would go.
  public struct ShipToAddress: Sendable, Hashable, Codable {
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
}
