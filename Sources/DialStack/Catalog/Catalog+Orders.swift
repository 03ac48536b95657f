extension Resource {
  /// The places of an account.
  package static let locations = Resource(
    name: "locations", singular: "location",
    summary: "The places of an account.",
    path: "/v1/locations", scope: .account, idPrefixes: ["loc"],
    fields: [
      .id(of: "location", example: "loc_01h2"),
      .name(example: "Headquarters"),
      Field(
        "address", .object, .always, "where it is", example: "{}", fields: Field.addressKeys,
        shape: "Address"),
      Field(
        "primary_did", .id, .sparse, "the main number of the place", example: "did_01abc",
        relation: .to("numbers")),
      Field(
        "e911_status", .choice, .sparse, "whether emergency calls name the place",
        example: "provisioned", choices: ["none", "pending", "binding", "provisioned", "failed"]),
      Field("status", .choice, .always, "always active", example: "active", choices: ["active"]),
      Field("config", .object, .optional, "the settings", example: "{}", shape: "JSONValue"),
      .createdAt, .updatedAt,
    ],
    essentials: ["name", "address", "e911_status", "primary_did", "created_at"],
    order: .newestFirst(by: "created_at"),
    traps: [Trap(.field("status"), "status is always active: e911_status is the one that counts")])

  /// Phones that were ordered.
  package static let hardwareOrders = Resource(
    name: "hardware_orders", singular: "hardware order",
    summary: "Phones that were ordered, drafts included.",
    path: "/v1/hardware-orders", scope: .account, idPrefixes: ["hwo"],
    fields: orderState + orderPrice + orderShipping + [
      .createdAt, .updatedAt,
      Field(
        "location", .id, .inQuery, "a place that one of its items is for", example: "loc_01h2",
        relation: .to("locations")),
    ],
    essentials: [
      "id", "payment_status", "status", "fulfillment_status", "placed_at", "total_cents", "items",
      "created_at",
    ],
    filters: [Filter("location", on: "location", by: .equal, within: "items")],
    expansions: [
      ResourceExpansion("items.device", .row),
      ResourceExpansion(
        "items.bundle_catalog", .part(shape: "HardwareProduct", product), since: .n1),
      ResourceExpansion(
        "lines.hardware_catalog", .part(shape: "HardwareProduct", product), since: .n1),
    ],
    paging: .whole, order: .asListed,
    traps: [
      Trap(
        .anywhere,
        "drafts are in the list: placed_at is null where there is the key, else status is draft"),
      Trap(.field("items"), "an item is one thing to unpack, a line one thing on the bill"),
      Trap(
        .field("payment_status"),
        "submitted says that a debit was sent, not that money came; a reversed order keeps its "
          + "payment_settled_at"),
      Trap(
        .field("fulfillment_status"),
        "no status says that an order was shipped: fulfilled_at of its items does"),
      Trap(
        .field("shipping_cents"),
        "shipping_cents null is a price that nobody quoted yet, and then total_cents is null, too"),
      Trap(.field("goods_cents"), "the prices of a draft move until it is placed"),
    ])

  private static let orderState: [Field] = [
    .id(of: "order", example: "hwo_123"),
    Field(
      "status", .choice, .optional, "where it is, on servers of 3.2 and before",
      example: "approved",
      choices: ["draft", "submitted", "approved", "rejected", "fulfilled", "cancelled"]),
    Field(
      "payment_status", .choice, .optional, "whether it is paid", example: "settled",
      choices: ["unpaid", "paid", "submitted", "settled", "failed", "reversed"], since: .n1),
    Field(
      "fulfillment_status", .choice, .optional, "whether it may be sent", example: "released",
      choices: ["on_hold", "released", "rejected"], since: .n1),
    Field("rejection_reason", .text, .nullable, "why it was turned down", example: "No stock"),
    Field(
      "requested_at", .time, .sparse, "when it was asked for", example: "2026-01-15T10:00:00Z",
      since: .n4),
    Field(
      "placed_at", .time, .sparse, "when it was placed; null is a draft",
      example: "2026-01-15T10:00:00Z", since: .n1),
    Field(
      "paid_at", .time, .sparse, "when it was paid, for a time only",
      example: "2026-01-15T10:00:00Z", since: .n1),
    Field(
      "payment_submitted_at", .time, .sparse, "when the debit was sent",
      example: "2026-01-15T10:00:00Z", since: .n2),
    Field(
      "payment_settled_at", .time, .sparse, "when the money came",
      example: "2026-01-15T10:00:00Z", since: .n2),
  ]

  private static let orderPrice: [Field] = [
    Field(
      "goods_cents", .integer, .optional, "the goods, in cents of a US dollar", example: "19900",
      since: .n1),
    Field(
      "shipping_cents", .integer, .sparse, "the way, in cents; 0 is a price", example: "1500",
      since: .n1),
    Field("total_cents", .integer, .sparse, "both, in cents", example: "21400", since: .n1),
    Field(
      "shipping_quoted_at", .time, .sparse, "when the way was priced",
      example: "2026-01-15T10:00:00Z", since: .n1),
    Field(
      "lines", .list, .optional, "what stands on the bill", example: "[]", fields: orderLine,
      items: .object, since: .n1),
    Field(
      "items", .list, .always, "each thing to unpack", example: "[]", fields: orderItem,
      items: .object),
  ]

  private static let orderShipping: [Field] = [
    Field("shipping_method", .text, .sparse, "how it goes", example: "Ground", since: .n4),
    Field(
      "ship_to_recipient", .text, .sparse, "who gets it", example: "Jane Doe",
      sensitivity: .secret, since: .n4),
    Field(
      "ship_to_address", .object, .sparse, "where it goes", example: "{}",
      fields: Field.addressKeys, shape: "Address", since: .n4),
  ]

  /// Numbers that were bought or given back.
  package static let phoneNumberOrders = Resource(
    name: "phone_number_orders", singular: "phone number order",
    summary: "Numbers that were bought or given back.",
    path: "/v1/phone-number-orders", scope: .account, idPrefixes: ["ord", "no"],
    fields: [
      .id(of: "order", example: "ord_01h2"),
      Field(
        "order_type", .choice, .always, "whether it buys", example: "purchase",
        choices: ["purchase", "disconnect"]),
      Field(
        "status", .choice, .always, "how far it is", example: "complete",
        choices: ["pending", "complete", "partial", "failed"]),
      Field(
        "phone_numbers", .list, .always, "all that was ordered", example: "[\"+14155551234\"]",
        items: .phone),
      Field(
        "completed_numbers", .list, .always, "those that went through",
        example: "[\"+14155551234\"]", items: .phone),
      Field(
        "failed_numbers", .list, .always, "those that did not", example: "[]", items: .phone),
      Field("error_message", .text, .nullable, "why not", example: "Not available"),
      .createdAt, .updatedAt,
    ],
    essentials: [
      "created_at", "order_type", "status", "phone_numbers", "failed_numbers", "error_message",
    ],
    filters: [.equal("status"), .equal("order_type")],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(
        .field("status"),
        "of a partial order completed_numbers has what went through, failed_numbers the rest")
    ])

  /// Numbers that come from other carriers.
  package static let portOrders = Resource(
    name: "port_orders", singular: "port order",
    summary: "Numbers that are brought along from other carriers.",
    path: "/v1/port-orders", scope: .account, idPrefixes: ["port"],
    fields: [
      .id(of: "order", example: "port_01h2"),
      Field(
        "status", .choice, .always, "how far it is", example: "foc",
        choices: [
          "draft", "approved", "submitted", "exception", "foc", "complete", "cancelled",
        ]),
      Field(
        "details", .object, .always, "what moves, whence and when", example: "{}",
        fields: portDetails + portPapers),
      Field(
        "submitted_at", .time, .nullable, "when it was given to the carrier",
        example: "2026-01-15T10:00:00Z"),
      .createdAt, .updatedAt,
    ],
    essentials: ["id", "status", "details", "submitted_at"],
    filters: [.equal("status")], order: .newestFirst(by: "created_at"),
    traps: [
      Trap(
        .field("submitted_at"),
        "until submitted_at has a value, a requested date is a wish and nothing is fixed"),
      Trap(
        .field("details"),
        "dates and times of details are those of requested_foc_timezone, or Eastern time"),
    ])
}
