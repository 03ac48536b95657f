// Views of devices that were there before the list `devices`.

extension Resource {
  /// DECT bases.
  package static let dectBases = Resource(
    name: "dect_bases", singular: "DECT base",
    summary: "The DECT bases of an account.",
    path: "/v1/dect-bases", scope: .account,
    fields: [
      .id(of: "base", example: "dectb_01h2"),
      .name(.sparse, example: "Warehouse"),
      Field("model", .text, .sparse, "what its maker calls it", example: "M500"),
      Field(
        "mac_address", .text, .optional, "the address on its network", example: "00:04:13:aa:bb:cc"),
      Field("status", .text, .optional, "whether it fetched its settings", example: "provisioned"),
      Field(
        "location", .id, .sparse, "where it stands", example: "loc_01abc", alias: "location_id",
        relation: .to("locations")),
      Field(
        "current_ip_address", .text, .sparse, "where it is on the network",
        example: "203.0.113.7", sensitivity: .secret),
      .createdAt,
    ],
    essentials: ["name", "model", "status", "created_at"],
    order: .newestFirst(by: "created_at"), traps: [preferDevices])

  /// The handsets of one base.
  package static let dectHandsets = Resource(
    name: "dect_handsets", singular: "DECT handset",
    summary: "The handsets of one DECT base.",
    path: "/v1/dect-bases/{base}/handsets", parents: [Parent("base", namedBy: "base")],
    scope: .account,
    fields: dectHandset,
    essentials: ["display_name", "model", "status", "slot_number", "ipei"], order: .asListed,
    traps: [preferDevices])

  /// The lines of one handset.
  package static let dectExtensions = Resource(
    name: "dect_extensions", singular: "handset line",
    summary: "The lines of one DECT handset.",
    path: "/v1/dect-bases/{base}/handsets/{handset}/extensions",
    parents: [Parent("base", namedBy: "base"), Parent("handset", namedBy: "handset")],
    scope: .account, idPrefixes: ["decte"],
    fields: [
      Field(
        "base", .id, .inPath, "the base of the handset", example: "dectb_01h2",
        relation: .to("dect_bases"))
    ] + handsetLine,
    essentials: ["display_name", "handset", "endpoint_id", "id"], order: .asListed)

  /// The lines of one desk phone.
  package static let deskphoneLines = Resource(
    name: "deskphone_lines", singular: "desk phone line",
    summary: "The lines of one desk phone.",
    path: "/v1/deskphones/{deskphone}/lines", parents: [Parent("deskphone", namedBy: "device")],
    scope: .account, idPrefixes: ["dln"],
    fields: line(of: deskphone),
    essentials: ["line_number", "endpoint", "updated_at"], order: .asListed,
    traps: [onlyDeskphones])

  /// What one desk phone asked for.
  package static let deskphoneEvents = Resource(
    name: "deskphone_events", singular: "desk phone event",
    summary: "When one desk phone fetched its settings, and what went wrong.",
    path: "/v1/deskphones/{deskphone}/events", parents: [Parent("deskphone", namedBy: "device")],
    scope: .account, idPrefixes: ["preve"],
    fields: [
      .id(of: "event", example: "preve_01h2"), deskphone,
      Field(
        "event_type", .choice, .always, "what happened", example: "config_fetch",
        choices: ["config_fetch", "config_error"]),
      Field(
        "source_ip", .text, .optional, "where it came from", example: "203.0.113.7",
        sensitivity: .secret),
      Field("user_agent", .text, .optional, "what the phone calls itself", example: "snomD785"),
      Field("details", .object, .optional, "more of it", example: "{}", shape: "JSONValue"),
      .createdAt,
    ],
    essentials: ["created_at", "event_type", "source_ip"],
    filters: [
      Filter("from", on: "created_at", by: .atLeast), Filter("to", on: "created_at", by: .below),
    ],
    order: .newestFirst(by: "created_at"), traps: [onlyDeskphones])

  /// A handset, as its base and its list have it.
  static let dectHandset: [Field] = [
    .id(of: "handset", example: "decth_01h2"),
    Field(
      "base", .id, .nullable, "the base", example: "dectb_01h2", relation: .to("dect_bases")),
    Field("ipei", .text, .always, "the serial number", example: "01234567890123456789"),
    Field(
      "status", .choice, .always, "how far it is set up", example: "registered",
      choices: ["unpaired", "pending-sync", "registered", "provisioned"]),
    Field("slot_number", .integer, .always, "the place in its base", example: "1"),
    Field("display_name", .text, .sparse, "what people call it", example: "Kitchen"),
    Field("model", .text, .sparse, "what its maker calls it", example: "M65"),
    Field("firmware_version", .text, .sparse, "its software", example: "1.2.3"),
    Field(
      "registered_at", .time, .sparse, "when it was registered",
      example: "2026-01-01T00:00:00Z"),
    Field(
      "extensions", .list, .optional, "its lines", example: "[]", fields: handsetLine,
      items: .object, shape: "HandsetLine"),
  ]

  /// A line of a handset.
  static let handsetLine: [Field] = [
    .id(of: "line", example: "decte_01h2"),
    Field(
      "handset", .id, .always, "the handset", example: "decth_01h2",
      relation: .to("dect_handsets")),
    Field(
      "endpoint_id", .id, .always, "what calls by it", example: "ep_01h2xcejqtf2nbrexx3vqjhp43"),
    Field("endpoint", .object, .sparse, "the same in full", example: "{}", shape: "JSONValue"),
    Field("display_name", .text, .optional, "what people call it", example: "Kitchen"),
  ]

  /// A line of a desk phone, which a field names.
  static func line(of device: Field) -> [Field] {
    [
      .id(of: "line", example: "dln_01h2"), device,
      Field(
        "endpoint", .id, .always, "what calls by it", example: "ep_01h2xcejqtf2nbrexx3vqjhp43"),
      Field("line_number", .integer, .always, "which line, from 1 to 24", example: "1"),
      .createdAt, .updatedAt,
    ]
  }

  private static let preferDevices = Trap(
    .anywhere, "it is an older view of what devices lists, which knows more")

  private static let onlyDeskphones = Trap(
    .anywhere, "only desk phones have such rows: devices whose type is deskphone")

  private static let deskphone = Field(
    "device", .id, .always, "the desk phone", example: "dev_mock001", alias: "device_id",
    relation: .to("devices"))
}
