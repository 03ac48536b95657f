// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A hardware order.
///
/// - Note: Drafts are in the list: `placedAt` is null where there is the key, else status is
///   draft.
public struct HardwareOrder: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<HardwareOrder>

  /// The id of the order: `hwo_123`.
  public var id: ID
  /// Where it is, on servers of 3.2 and before.
  public var status: Status?
  /// Whether it is paid. Servers that are older than it don't send it.
  ///
  /// - Note: Submitted says that a debit was sent, not that money came; a reversed order keeps
  ///   its `paymentSettledAt`.
  public var paymentStatus: PaymentStatus?
  /// Whether it may be sent. Servers that are older than it don't send it.
  ///
  /// - Note: No status says that an order was shipped: fulfilled_at of its items does.
  public var fulfillmentStatus: FulfillmentStatus?
  /// Why it was turned down: `No stock`.
  public var rejectionReason: String?
  /// When it was asked for. Servers that are older than it don't send it.
  public var requestedAt: Date?
  /// When it was placed; null is a draft. Servers that are older than it don't send it.
  public var placedAt: Date?
  /// When it was paid, for a time only. Servers that are older than it don't send it.
  public var paidAt: Date?
  /// When the debit was sent. Servers that are older than it don't send it.
  public var paymentSubmittedAt: Date?
  /// When the money came. Servers that are older than it don't send it.
  public var paymentSettledAt: Date?
  /// The goods, in cents of a US dollar. Servers that are older than it don't send it.
  ///
  /// - Note: The prices of a draft move until it is placed.
  public var goodsCents: Int?
  /// The way, in cents; 0 is a price. Servers that are older than it don't send it.
  ///
  /// - Note: `shippingCents` null is a price that nobody quoted yet, and then `totalCents` is
  ///   null, too.
  public var shippingCents: Int?
  /// Both, in cents. Servers that are older than it don't send it.
  public var totalCents: Int?
  /// When the way was priced. Servers that are older than it don't send it.
  public var shippingQuotedAt: Date?
  /// What stands on the bill. Servers that are older than it don't send it.
  public var lines: [Line]?
  /// Each thing to unpack.
  ///
  /// - Note: An item is one thing to unpack, a line one thing on the bill.
  public var items: [Item]
  /// How it goes: `Ground`. Servers that are older than it don't send it.
  public var shippingMethod: String?
  /// Who gets it: `Jane Doe`. Servers that are older than it don't send it. It is not for
  /// every eye.
  public var shipToRecipient: Secret?
  /// Where it goes. Servers that are older than it don't send it.
  public var shipToAddress: Address?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date

  /// What stands on the bill.
  public struct Line: Sendable, Hashable, Identifiable {
    /// What names it and no other.
    public typealias ID = Identifier<HardwareOrder.Line>

    /// The id of the line: `hwol_1`.
    public var id: ID
    /// What it is: `hwc_1`.
    public var hardwareCatalog: Expandable<HardwareProduct>?
    /// How many.
    public var quantity: Int?
    /// The price of one, in cents.
    public var unitPriceCents: Int?
    /// The price of all, in cents.
    public var amountCents: Int?
    /// When it was made.
    public var createdAt: Date
    /// When it last changed.
    public var updatedAt: Date
  }

  /// Each thing to unpack.
  public struct Item: Sendable, Hashable, Identifiable {
    /// What names it and no other.
    public typealias ID = Identifier<HardwareOrder.Item>

    /// The id of the item: `hwoi_1`.
    public var id: ID
    /// Who gets it: `user_01h2xcejqtf2nbrexx3vqjhp42`.
    public var user: User.ID?
    /// Where it will stand: `loc_01abc`.
    public var location: Location.ID?
    /// The base that a handset is for: `hwoi_2`.
    public var baseItem: String?
    /// The device that it became: `dev_mock001`.
    public var device: Expandable<Device>?
    /// When it was sent.
    public var fulfilledAt: Date?
    /// What it is.
    public var hardwareCatalog: HardwareProduct?
    /// The bundle that it came in: `hwc_2`. Servers that are older than it don't send it.
    public var bundleCatalog: Expandable<HardwareProduct>?
    /// What the parts of one bundle share: `1`. Servers that are older than it don't send it.
    public var bundleGroup: String?
    /// When it was made.
    public var createdAt: Date
    /// When it last changed.
    public var updatedAt: Date
  }
}
