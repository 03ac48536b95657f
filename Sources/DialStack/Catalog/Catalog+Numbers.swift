extension Resource {
  /// The phone numbers of an account.
  package static let numbers = Resource(
    name: "numbers", singular: "number",
    summary: "The phone numbers (DIDs) of an account.",
    path: "/v1/phone-numbers", scope: .account, idPrefixes: ["did"],
    fields: [
      Field("id", .id, .always, "the number's id", example: "did_01k4x3v9m2e8rr0q5h7c6t1zab"),
      Field(
        "phone_number", .phone, .always, "the number, not unique in the list",
        example: "+14155551234"),
      Field(
        "status", .choice, .always, "where it is in its life", example: "active",
        choices: [
          Choice("active", "in use"), Choice("inactive", "not in use, or not yet"),
          Choice("pending", "on its way to the account"), Choice("released", "given up"),
        ]),
      Field(
        "number_class", .choice, .optional, "owned or lent", example: "account_owned",
        choices: [
          Choice("account_owned", "the account's own"), Choice("temporary", "lent for a while"),
        ]),
      Field(
        "inbound_routing", .choice, .optional, "what becomes of a call", example: "default",
        choices: [
          Choice("default", "the call rings at the number's target, or everywhere"),
          Choice("drop", "the call is dropped"),
        ]),
      Field(
        "routing_target", .id, .sparse, "who rings; null is everyone",
        example: "user_01h2xcejqtf2nbrexx3vqjhp42",
        relation: .whatRings),
      Field(
        "location", .id, .sparse, "where it is used, for tax and fees", example: "loc_01abc",
        relation: .to("locations"), since: .n1),
      Field(
        "outbound_enabled", .boolean, .optional, "whether it may call out", example: "true"),
      Field("fax_enabled", .boolean, .optional, "whether it takes faxes", example: "false"),
      Field("caller_id_name", .text, .sparse, "the name shown to others", example: "ARMSTRONG"),
      Field(
        "caller_id_prefix", .text, .sparse, "what precedes a caller's name", example: "[Acme]"),
      Field(
        "caller_id_visibility", .choice, .optional, "whether the number is shown",
        example: "PUBLIC",
        choices: [
          Choice("PUBLIC", "those who are called see it"), Choice("PRIVATE", "they don't"),
        ]),
      Field(
        "directory_listing_name", .text, .sparse, "the name in the directory",
        example: "Acme Corp"),
      Field(
        "directory_listing_type", .choice, .optional, "how the directory lists it",
        example: "listed",
        choices: [
          Choice("listed", "in the directory and at directory assistance"),
          Choice("non_listed", "at directory assistance only"),
          Choice("non_published", "nowhere, on request of the owner"),
          Choice("non_registered", "not known to the directory"),
        ]),
      Field(
        "directory_listing_location", .id, .sparse, "the address in the directory",
        example: "loc_01abc", alias: "directory_listing_location_id",
        relation: .to("locations")),
      Field(
        "expires_at", .time, .sparse, "when a temporary number ends",
        example: "2026-03-01T10:00:00Z"),
      Field(
        "disconnected_at", .time, .sparse, "when it was given up",
        example: "2026-05-01T10:00:00Z"),
      Field(
        "config", .object, .optional, "the settings", example: "{}",
        fields: [
          Field(
            "fax_notifications", .object, .optional, "what happens to faxes", example: "{}",
            fields: [
              Field(
                "recipients", .list, .optional, "e-mail addresses", example: "[]", items: .text),
              Field(
                "delete_documents", .boolean, .optional, "delete once sent", example: "false"),
              Field("attach_pdf", .boolean, .optional, "attach the pages", example: "true"),
            ])
        ]),
      Field("created_at", .time, .always, "when it was added", example: "2026-01-15T10:00:00Z"),
      Field(
        "updated_at", .time, .optional, "when it last changed", example: "2026-01-15T10:00:00Z"),
    ],
    essentials: [
      "phone_number", "status", "id", "created_at", "inbound_routing", "routing_target",
      "caller_id_name", "outbound_enabled", "number_class",
    ],
    filters: [Filter("status", on: "status", by: .equal)],
    order: .newestFirst(by: "created_at"),
    formatColumns: [
      FormatColumn("id", of: "id", .asSent, rank: 1),
      FormatColumn("display", of: "phone_number", .display, rank: 0),
      FormatColumn("raw", of: "phone_number", .asSent, rank: 2),
    ],
    traps: [
      Trap(.anywhere, "the first row is the newest number, not the main one"),
      Trap(
        .field("phone_number"),
        "a phone_number may stand in several rows: a released one stays beside the live one"),
      Trap(
        .field("routing_target"),
        "routing_target null rings everyone, unless inbound_routing is drop"),
      Trap(
        .anywhere, "inactive is also a number whose order or port is not through yet"),
      Trap(
        .field("location"),
        "location null is no gap: then the location whose primary number it is counts, else the "
          + "main one"),
    ])
}
