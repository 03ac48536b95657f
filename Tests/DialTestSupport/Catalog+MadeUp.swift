package import DialStack

extension Catalog {
  /// The standard lists, and made-up ones of every form that the catalog can say.
  package static let madeUp = Catalog(
    resources: [.accounts, .numbers] + [
      MadeUp.users, MadeUp.queues, MadeUp.queueMembers, MadeUp.extensions, MadeUp.calls,
      MadeUp.hardwareOrders, MadeUp.webhookEndpoints,
      MadeUp.devices, MadeUp.deviceLines, MadeUp.lineEvents, MadeUp.deviceStatus,
    ])
}

/// Lists of every form that the catalog can say.
package enum MadeUp {
  /// A list with a search.
  package static let users = Resource(
    name: "users", singular: "user", summary: "The people of an account.", path: "/v1/users",
    scope: .account, idPrefixes: ["user"],
    fields: [
      Field("id", .id, .always, "the user's id", example: "user_01h2"),
      Field("name", .text, .nullable, "the name", example: "Alice Smith"),
      Field("email", .text, .sparse, "the address", example: "alice@example.com"),
      created,
    ],
    essentials: ["name", "email"], searches: [Search("search", in: ["name", "email"])],
    order: .newestFirst(by: "created_at"))

  /// A list that others belong to, whose ids have two prefixes.
  package static let queues = Resource(
    name: "queues", singular: "queue", summary: "The queues of an account.", path: "/v1/queues",
    scope: .account, idPrefixes: ["qu", "queue"],
    fields: [
      Field("id", .id, .always, "the queue's id", example: "qu_01h2"),
      Field("name", .text, .always, "the name", example: "Sales"), created,
    ],
    essentials: ["name"], order: .newestFirst(by: "created_at"))

  /// A list of one queue, whose rows say of which.
  package static let queueMembers = Resource(
    name: "queue_members", singular: "queue member", summary: "Who answers a queue.",
    path: "/v1/queues/{queue}/members", parents: [Parent("queue", namedBy: "queue")],
    scope: .account, idPrefixes: ["qm"],
    fields: [
      Field("id", .id, .always, "the member's id", example: "qm_01h2"),
      Field(
        "queue", .id, .always, "the queue", example: "qu_01h2", alias: "queue_id",
        relation: .to("queues")),
      Field("user", .id, .nullable, "who it is", example: "user_01h2", relation: .to("users")),
      Field("position", .integer, .always, "the place in the queue", example: "3"), created,
    ],
    essentials: ["user", "position"], order: .ascending(by: "position"))

  /// A list whose rows are told apart by a number, the highest first.
  package static let extensions = Resource(
    name: "extensions", singular: "extension", summary: "The short numbers of an account.",
    path: "/v1/extensions", scope: .account, key: "number",
    fields: [
      Field(
        "target", .id, .nullable, "who rings", example: "user_01h2",
        relation: .byPrefix(["users", "queues", "ring_groups"])),
      Field("number", .integer, .always, "what is dialled", example: "101"), created,
    ],
    essentials: ["number", "target"], filters: [Filter("target", on: "target", by: .equal)],
    order: .descending(by: "number"))

  /// A list with filters by comparison, newest first by a field of its own.
  package static let calls = Resource(
    name: "calls", singular: "call", summary: "The calls of an account.", path: "/v1/calls",
    scope: .account, idPrefixes: ["call", "cdr"],
    fields: [
      Field("id", .id, .always, "the call's id", example: "call_01h2"),
      Field("started_at", .time, .always, "when it began", example: "2026-09-01T10:00:00Z"),
      Field(
        "direction", .choice, .always, "whence", example: "inbound",
        choices: ["inbound", "outbound"]),
      Field("user", .id, .nullable, "whose", example: "user_01h2", relation: .to("users")),
      Field("did", .id, .sparse, "the number", example: "did_01h2", relation: .to("numbers")),
      Field("from_number", .phone, .nullable, "who called", example: "+14155550100"),
      Field("duration_seconds", .integer, .sparse, "how long", example: "120"),
      Field("is_recorded", .boolean, .optional, "whether it is kept", example: "true"),
      Field(
        "recording_url", .text, .nullable, "where it is kept", example: "https://a.example/x",
        sensitivity: .expiringLink(minutes: 10)),
    ],
    essentials: ["started_at", "direction", "from_number"],
    filters: [
      Filter("direction", on: "direction", by: .equal), Filter("user_id", on: "user", by: .equal),
      Filter("from_number", on: "from_number", by: .equal),
      Filter("from_date", on: "started_at", by: .atLeast),
      Filter("to_date", on: "started_at", by: .below),
      Filter("longer", on: "duration_seconds", by: .atLeast),
      Filter("shorter", on: "duration_seconds", by: .below),
      Filter("recorded", on: "is_recorded", by: .equal),
    ],
    order: .newestFirst(by: "started_at"))

  /// A list that comes whole, in no order.
  package static let hardwareOrders = Resource(
    name: "hardware_orders", singular: "hardware order", summary: "What was ordered.",
    path: "/v1/hardware-orders", scope: .account, idPrefixes: ["hwo"],
    fields: [
      Field("id", .id, .always, "the order's id", example: "hwo_01h2"),
      Field("total", .decimal, .always, "the price", example: "99.50"), created,
    ],
    essentials: ["id"], paging: .whole, order: .asListed)

  /// A list of the platform or of an account.
  package static let webhookEndpoints = Resource(
    name: "webhook_endpoints", singular: "webhook endpoint", summary: "Who is told of events.",
    path: "/v1/webhook_endpoints", scope: .either, idPrefixes: ["we"],
    fields: [
      Field("id", .id, .always, "the endpoint's id", example: "we_01h2"),
      Field(
        "secret", .text, .optional, "what signs events", example: "whsec_1", sensitivity: .secret),
      Field(
        "details", .object, .nullable, "what else", example: "{}",
        fields: [
          Field("pin", .text, .optional, "a number", example: "00123", sensitivity: .secret),
          Field("town", .text, .optional, "where", example: "Lodi"),
        ]),
      created,
    ],
    essentials: ["id"], order: .newestFirst(by: "created_at"))

  /// A list that others belong to.
  package static let devices = Resource(
    name: "devices", singular: "device", summary: "The phones of an account.", path: "/v1/devices",
    scope: .account, idPrefixes: ["dev"],
    fields: [Field("id", .id, .always, "the device's id", example: "dev_01h2"), created],
    essentials: ["id"], order: .newestFirst(by: "created_at"))

  /// A whole list of one device, whose rows don't say of which.
  package static let deviceLines = Resource(
    name: "device_lines", singular: "line", summary: "The lines of a phone.",
    path: "/v1/devices/{device}/lines", parents: [Parent("device", namedBy: "device")],
    scope: .account, key: "line_number",
    fields: [
      device, Field("line_number", .integer, .always, "which line", example: "1"),
      Field("user", .id, .nullable, "whose", example: "user_01h2", relation: .to("users")),
    ],
    essentials: ["line_number"], paging: .whole, order: .ascending(by: "line_number"))

  /// A list of one line of one device.
  package static let lineEvents = Resource(
    name: "line_events", singular: "event", summary: "What befell a line.",
    path: "/v1/devices/{device}/lines/{line}/events",
    parents: [Parent("device", namedBy: "device"), Parent("line", namedBy: "line_number")],
    scope: .account, idPrefixes: ["ev"],
    fields: [
      Field("id", .id, .always, "the event's id", example: "ev_01h2"), device,
      Field(
        "line_number", .integer, .always, "the line", example: "1", relation: .to("device_lines")),
      created,
    ],
    essentials: ["id"], order: .newestFirst(by: "created_at"))

  /// An object of one device, which may have none.
  package static let deviceStatus = Resource(
    name: "device_status", singular: "status", summary: "What a phone said last.",
    path: "/v1/devices/{device}/status", parents: [Parent("device", namedBy: "device")],
    scope: .account, key: "seen_at",
    fields: [
      device, Field("seen_at", .time, .always, "when", example: "2026-01-15T10:00:00Z"),
      Field("battery", .integer, .sparse, "how much is left", example: "80"),
    ],
    essentials: ["seen_at"], paging: .object, mayBeMissing: true, order: .asListed)

  private static let created = Field(
    "created_at", .time, .always, "when it was made", example: "2026-01-15T10:00:00Z")

  private static let device = Field(
    "device", .id, .inPath, "the device", example: "dev_01h2", relation: .to("devices"))
}
