// What many lists have alike.

extension Field {
  /// When a row was made.
  static let createdAt = Field(
    "created_at", .time, .always, "when it was made", example: "2026-01-15T10:00:00Z")

  /// When a row last changed.
  static let updatedAt = Field(
    "updated_at", .time, .always, "when it last changed", example: "2026-01-15T10:00:00Z")

  /// The keys of an address, of which the street is a secret.
  static let addressKeys: [Field] = [
    Field(
      "address_number", .text, .optional, "the house", example: "12", sensitivity: .secret),
    Field("street", .text, .optional, "the street", example: "Main Street", sensitivity: .secret),
    Field("unit", .text, .optional, "the flat", example: "4", sensitivity: .secret),
    Field("city", .text, .optional, "the city", example: "Springfield"),
    Field("state", .text, .optional, "the state", example: "IL"),
    Field("postal_code", .text, .optional, "the postal code", example: "62701"),
    Field("country", .text, .optional, "the country", example: "US"),
  ]

  /// The id by which rows are told apart.
  static func id(of thing: String, example: String) -> Field {
    Field("id", .id, .always, "the id of the \(thing)", example: example)
  }

  /// What people call a row.
  static func name(_ presence: Presence = .always, example: String) -> Field {
    Field("name", .text, presence, "what people call it", example: example)
  }
}

extension Filter {
  /// A parameter that is called as the field whose value it wants.
  static func equal(_ name: String) -> Filter { Filter(name, on: name, by: .equal) }
}

extension Relation {
  /// Whatever may ring when a number or an extension is called.
  static let whatRings = Relation.byPrefix([
    "users", "ring_groups", "queues", "dial_plans", "voice_apps", "shared_voicemail_boxes",
  ])

  /// A mailbox: a person's own or a shared one.
  static let mailbox = Relation.byPrefix(["users", "shared_voicemail_boxes"])
}
