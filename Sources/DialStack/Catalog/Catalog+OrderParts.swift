// What an order of phones is made of.

extension Resource {
  /// One thing that was ordered, so many times.
  static let orderLine: [Field] = [
    .id(of: "line", example: "hwol_1"),
    Field("hardware_catalog", .id, .optional, "what it is", example: "hwc_1"),
    Field("quantity", .integer, .optional, "how many", example: "3"),
    Field("unit_price_cents", .integer, .optional, "the price of one, in cents", example: "9950"),
    Field("amount_cents", .integer, .optional, "the price of all, in cents", example: "29850"),
    .createdAt, .updatedAt,
  ]

  /// One thing to unpack.
  static let orderItem: [Field] = [
    .id(of: "item", example: "hwoi_1"),
    Field(
      "user", .id, .nullable, "who gets it", example: "user_01h2xcejqtf2nbrexx3vqjhp42",
      relation: .to("users")),
    Field(
      "location", .id, .nullable, "where it will stand", example: "loc_01abc",
      relation: .to("locations")),
    Field("base_item", .id, .nullable, "the base that a handset is for", example: "hwoi_2"),
    Field(
      "device", .id, .nullable, "the device that it became", example: "dev_mock001",
      relation: .to("devices")),
    Field(
      "fulfilled_at", .time, .nullable, "when it was sent", example: "2026-01-20T10:00:00Z"),
    Field(
      "hardware_catalog", .object, .optional, "what it is", example: "{}", fields: product,
      shape: "HardwareProduct"),
    Field(
      "bundle_catalog", .id, .sparse, "the bundle that it came in", example: "hwc_2", since: .n1),
    Field(
      "bundle_group", .text, .sparse, "what the parts of one bundle share", example: "1",
      since: .n1),
    .createdAt, .updatedAt,
  ]

  /// Something that can be ordered.
  static let product: [Field] = [
    .id(of: "product", example: "hwc_1"),
    Field("manufacturer", .text, .optional, "who makes it", example: "SNOM"),
    Field("model", .text, .optional, "what its maker calls it", example: "M500"),
    Field("sku", .text, .sparse, "what the shop calls it", example: "SN-M500"),
    Field(
      "device_type", .choice, .optional, "what it is", example: "dect_base",
      choices: ["deskphone", "dect_base", "dect_handset", "accessory", "bundle"]),
    Field("active", .boolean, .optional, "whether it can be ordered", example: "true"),
    Field(
      "components", .list, .optional, "what is in a bundle", example: "[]",
      fields: [
        Field("hardware_catalog", .id, .sparse, "the product", example: "hwc_3"),
        Field("manufacturer", .text, .optional, "who makes it", example: "SNOM"),
        Field("model", .text, .optional, "what its maker calls it", example: "M65"),
        Field("device_type", .text, .optional, "what it is", example: "dect_handset"),
        Field("quantity", .integer, .optional, "how many", example: "2"),
      ], items: .object, since: .n1),
    .createdAt, .updatedAt,
  ]
}
