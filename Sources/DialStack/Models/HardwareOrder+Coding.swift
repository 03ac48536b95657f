// Made from the catalog by scripts/generate.

extension HardwareOrder: Codable {
  private enum Key: String, CodingKey {
    case id, status, lines, items
    case paymentStatus = "payment_status"
    case fulfillmentStatus = "fulfillment_status"
    case rejectionReason = "rejection_reason"
    case requestedAt = "requested_at"
    case placedAt = "placed_at"
    case paidAt = "paid_at"
    case paymentSubmittedAt = "payment_submitted_at"
    case paymentSettledAt = "payment_settled_at"
    case goodsCents = "goods_cents"
    case shippingCents = "shipping_cents"
    case totalCents = "total_cents"
    case shippingQuotedAt = "shipping_quoted_at"
    case shippingMethod = "shipping_method"
    case shipToRecipient = "ship_to_recipient"
    case shipToAddress = "ship_to_address"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `items`, `created_at` and `updated_at` must be
  /// there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    status = try item.decodeIfPresent(.status)
    paymentStatus = try item.decodeIfPresent(.paymentStatus)
    fulfillmentStatus = try item.decodeIfPresent(.fulfillmentStatus)
    rejectionReason = try item.decodeIfPresent(.rejectionReason)
    requestedAt = try item.timeIfPresent(.requestedAt)
    placedAt = try item.timeIfPresent(.placedAt)
    paidAt = try item.timeIfPresent(.paidAt)
    paymentSubmittedAt = try item.timeIfPresent(.paymentSubmittedAt)
    paymentSettledAt = try item.timeIfPresent(.paymentSettledAt)
    goodsCents = try item.decodeIfPresent(.goodsCents)
    shippingCents = try item.decodeIfPresent(.shippingCents)
    totalCents = try item.decodeIfPresent(.totalCents)
    shippingQuotedAt = try item.timeIfPresent(.shippingQuotedAt)
    lines = try item.decodeIfPresent(.lines)
    items = try item.decode([Item].self, forKey: .items)
    shippingMethod = try item.decodeIfPresent(.shippingMethod)
    shipToRecipient = try item.decodeIfPresent(.shipToRecipient)
    shipToAddress = try item.decodeIfPresent(.shipToAddress)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(status, forKey: .status)
    try item.encodeIfPresent(paymentStatus, forKey: .paymentStatus)
    try item.encodeIfPresent(fulfillmentStatus, forKey: .fulfillmentStatus)
    try item.encodeIfPresent(rejectionReason, forKey: .rejectionReason)
    try item.encodeTime(requestedAt, forKey: .requestedAt)
    try item.encodeTime(placedAt, forKey: .placedAt)
    try item.encodeTime(paidAt, forKey: .paidAt)
    try item.encodeTime(paymentSubmittedAt, forKey: .paymentSubmittedAt)
    try item.encodeTime(paymentSettledAt, forKey: .paymentSettledAt)
    try item.encodeIfPresent(goodsCents, forKey: .goodsCents)
    try item.encodeIfPresent(shippingCents, forKey: .shippingCents)
    try item.encodeIfPresent(totalCents, forKey: .totalCents)
    try item.encodeTime(shippingQuotedAt, forKey: .shippingQuotedAt)
    try item.encodeIfPresent(lines, forKey: .lines)
    try item.encode(items, forKey: .items)
    try item.encodeIfPresent(shippingMethod, forKey: .shippingMethod)
    try item.encodeIfPresent(shipToRecipient, forKey: .shipToRecipient)
    try item.encodeIfPresent(shipToAddress, forKey: .shipToAddress)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}

extension HardwareOrder.Line: Codable {
  private enum Key: String, CodingKey {
    case id, quantity
    case hardwareCatalog = "hardware_catalog"
    case unitPriceCents = "unit_price_cents"
    case amountCents = "amount_cents"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `created_at` and `updated_at` must be there, the
  /// rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    hardwareCatalog = try item.decodeIfPresent(.hardwareCatalog)
    quantity = try item.decodeIfPresent(.quantity)
    unitPriceCents = try item.decodeIfPresent(.unitPriceCents)
    amountCents = try item.decodeIfPresent(.amountCents)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(hardwareCatalog, forKey: .hardwareCatalog)
    try item.encodeIfPresent(quantity, forKey: .quantity)
    try item.encodeIfPresent(unitPriceCents, forKey: .unitPriceCents)
    try item.encodeIfPresent(amountCents, forKey: .amountCents)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}

extension HardwareOrder.Item: Codable {
  private enum Key: String, CodingKey {
    case id, user, location, device
    case baseItem = "base_item"
    case fulfilledAt = "fulfilled_at"
    case hardwareCatalog = "hardware_catalog"
    case bundleCatalog = "bundle_catalog"
    case bundleGroup = "bundle_group"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `created_at` and `updated_at` must be there, the
  /// rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    user = try item.decodeIfPresent(.user)
    location = try item.decodeIfPresent(.location)
    baseItem = try item.decodeIfPresent(.baseItem)
    device = try item.decodeIfPresent(.device)
    fulfilledAt = try item.timeIfPresent(.fulfilledAt)
    hardwareCatalog = try item.decodeIfPresent(.hardwareCatalog)
    bundleCatalog = try item.decodeIfPresent(.bundleCatalog)
    bundleGroup = try item.decodeIfPresent(.bundleGroup)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(user, forKey: .user)
    try item.encodeIfPresent(location, forKey: .location)
    try item.encodeIfPresent(baseItem, forKey: .baseItem)
    try item.encodeIfPresent(device, forKey: .device)
    try item.encodeTime(fulfilledAt, forKey: .fulfilledAt)
    try item.encodeIfPresent(hardwareCatalog, forKey: .hardwareCatalog)
    try item.encodeIfPresent(bundleCatalog, forKey: .bundleCatalog)
    try item.encodeIfPresent(bundleGroup, forKey: .bundleGroup)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
