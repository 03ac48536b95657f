extension Resource {
  /// The phones, DECT bases and handsets of an account.
  package static let devices = Resource(
    name: "devices", singular: "device",
    summary: "The desk phones, DECT bases and DECT handsets of an account.",
    path: "/v1/devices", scope: .account, idPrefixes: ["dev", "dectb", "decth"],
    fields: deviceMake + deviceState + deviceParts + [.createdAt, .updatedAt],
    essentials: [
      "name", "type", "model", "registration_status", "last_call_at", "location", "mac_address",
    ],
    filters: [.equal("type"), .equal("location")],
    expansions: [
      ResourceExpansion("users", key: "assignments", .array(of: "device_users")),
      ResourceExpansion("button_template", .row, isForItems: true),
    ],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(.anywhere, "a base repeats its handsets inside, and they are rows of their own, too"),
      Trap(
        .field("status"),
        "status says whether a device fetched its settings: registration_status says whether it "
          + "can be reached"),
      Trap(
        .field("registration_status"), "a device without lines is never registered"),
      Trap(
        .field("last_registered_at"),
        "last_registered_at is null while a device can't be reached: since when can't be told"),
      Trap(.field("last_call_at"), "last_call_at is the latest attempt, however it ended"),
      Trap(.field("location"), "a handset has no location of its own: it is where its base is"),
      Trap(.field("mac_address"), "a handset has an ipei in place of a mac_address"),
    ])

  private static let deviceMake: [Field] = [
    .id(of: "device", example: "dev_mock001"),
    Field(
      "type", .choice, .always, "what it is", example: "deskphone",
      choices: ["deskphone", "dect_base", "dect_handset"]),
    Field(
      "mac_address", .text, .optional, "the address on its network", example: "00:04:13:aa:bb:cc"),
    Field(
      "serial_number", .text, .optional, "the maker's number of it", example: "A1B2C3",
      since: .n4),
    Field(
      "vendor", .choice, .optional, "who made it", example: "snom",
      choices: ["snom", "yealink", "poly", "grandstream", "cisco", "fanvil"]),
    Field("model", .text, .sparse, "what its maker calls it", example: "D785"),
    .name(.sparse, example: "Front desk"),
    Field(
      "location", .id, .sparse, "where it stands", example: "loc_01abc", alias: "location_id",
      relation: .to("locations")),
  ]

  private static let deviceState: [Field] = [
    Field(
      "status", .choice, .always, "whether it fetched its settings", example: "provisioned",
      choices: ["pending-sync", "provisioned"]),
    Field(
      "registration_status", .choice, .always, "whether it can be reached", example: "registered",
      choices: ["registered", "not_registered"]),
    Field(
      "last_registered_at", .time, .nullable, "when it was last seen, while it can be reached",
      example: "2026-01-01T00:00:00Z"),
    Field(
      "last_call_at", .time, .nullable, "its latest call; null is never",
      example: "2026-02-24T14:30:00Z"),
    Field(
      "overrides", .object, .optional, "settings of its own", example: "{}",
      fields: [
        Field(
          "abstractions", .object, .optional, "those that do for every maker", example: "{}",
          fields: settingGroups)
      ]),
    Field(
      "current_ip_address", .text, .sparse, "where it is on the network", example: "203.0.113.7",
      sensitivity: .secret),
    Field(
      "last_provisioned_at", .time, .sparse, "when it last fetched its settings",
      example: "2026-01-01T00:00:00Z"),
    Field(
      "button_template", .id, .sparse, "what its buttons follow", example: "btpl_123",
      alias: "button_template_id", relation: .to("button_templates")),
  ]

  private static let settingGroups: [Field] = [
    Field("audio", .object, .optional, "sound", example: "{}", shape: "JSONValue"),
    Field("display", .object, .optional, "the screen", example: "{}", shape: "JSONValue"),
    Field(
      "regional", .object, .optional, "time zone and language", example: "{}", shape: "JSONValue"),
    Field("network", .object, .optional, "the network", example: "{}", shape: "JSONValue"),
    Field("features", .object, .optional, "what it can do", example: "{}", shape: "JSONValue"),
    Field(
      "provisioning", .object, .optional, "when it fetches settings", example: "{}",
      shape: "JSONValue", since: .n4),
  ]

  private static let deviceParts: [Field] = [
    Field(
      "primary_line", .id, .sparse, "the first line of a desk phone", example: "dln_01h2",
      alias: "primary_line_id"),
    Field(
      "lines", .list, .optional, "the lines of a desk phone", example: "[]",
      fields: line(
        of: Field(
          "device", .id, .always, "the desk phone", example: "dev_mock001",
          relation: .to("devices"))),
      items: .object, shape: "DeskPhoneLine"),
    Field(
      "multicell_role", .choice, .sparse, "what a base is among others", example: "single",
      choices: ["single", "data_master", "secondary"]),
    Field("max_handsets", .integer, .sparse, "how many handsets a base takes", example: "10"),
    Field(
      "handsets", .list, .optional, "the handsets of a base", example: "[]", fields: dectHandset,
      items: .object, shape: "DECTHandset"),
    Field(
      "firmware_version", .text, .sparse, "the software of a base or handset",
      example: "1.2.3"),
    Field(
      "base", .id, .sparse, "the base of a handset", example: "dectb_01h2",
      relation: .to("devices")),
    Field(
      "ipei", .text, .sparse, "the serial number of a handset", example: "01234567890123456789"),
    Field("display_name", .text, .sparse, "the name of a handset", example: "Kitchen"),
    Field("slot_number", .integer, .sparse, "the place of a handset in its base", example: "1"),
    Field(
      "registered_at", .time, .sparse, "when a handset was registered",
      example: "2026-01-01T00:00:00Z"),
    Field(
      "extensions", .list, .sparse, "the lines of a handset", example: "[]", fields: handsetLine,
      items: .object, shape: "HandsetLine"),
    Field(
      "compatibility", .object, .optional, "which of its buttons it can't show", example: "{}",
      fields: [
        Field(
          "device", .object, .optional, "what was judged", example: "{}",
          fields: [
            Field("vendor", .text, .optional, "who made it", example: "snom"),
            Field("model", .text, .optional, "what its maker calls it", example: "D785"),
            Field("kind", .text, .optional, "what it is", example: "deskphone"),
            Field("max_position", .integer, .optional, "its last button", example: "24"),
          ]),
        Field(
          "supported_count", .integer, .optional, "how many buttons it can show", example: "8"),
        Field(
          "unsupported", .list, .optional, "the others, and why", example: "[]",
          fields: [
            Field(
              "template_button", .id, .optional, "the button of the template", example: "tbtn_1",
              relation: .to("template_buttons")),
            Field(
              "override", .id, .optional, "the button of its own", example: "dbo_1",
              relation: .to("button_overrides")),
            Field("position", .integer, .optional, "the place of the button", example: "3"),
            Field("type", .text, .optional, "what it would do", example: "multicast"),
            Field(
              "reason", .text, .optional, "why it can't",
              example: "vendor_does_not_support_type"),
          ], items: .object),
      ]),
  ]

  /// Who uses one device.
  package static let deviceUsers = Resource(
    name: "device_users", singular: "device user",
    summary: "Who uses one device, a row a line.",
    path: "/v1/devices/{device}/users", parents: [Parent("device", namedBy: "device")],
    scope: .account, key: "line_number",
    fields: [
      Field(
        "user", .id, .always, "who it is", example: "user_01h2xcejqtf2nbrexx3vqjhp42",
        alias: "user_id", relation: .to("users")),
      Field(
        "device", .id, .always, "the device", example: "dev_mock001", alias: "device_id",
        relation: .to("devices")),
      Field("line_number", .integer, .optional, "which line of the device", example: "1"),
      .createdAt,
    ],
    essentials: ["user", "line_number", "created_at"], paging: .whole, order: .asListed,
    traps: [Trap(.field("user"), "a user with several lines comes several times")])
}
