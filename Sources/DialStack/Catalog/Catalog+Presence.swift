// Who and what is busy at this moment.

extension Resource {
  /// What people and park slots do.
  package static let presence = Resource(
    name: "presence", singular: "presence entry",
    summary: "What the people, or the park slots, that are named do at this moment.",
    path: "/v1/presence", scope: .account, key: "user",
    fields: [
      Field(
        "user", .id, .optional, "who it is", example: "user_01h2xcejqtf2nbrexx3vqjhp42",
        relation: .to("users"))
    ] + Field.presenceOfUser(.optional) + [
      Field("slot", .integer, .optional, "which park slot", example: "1"),
      Field(
        "parked_call", .object, .sparse, "the call that is parked there; null is a free slot",
        example: "{}", fields: parkedCall),
      Field(
        "object", .choice, .always, "what a row is", example: "user_presence",
        choices: ["user_presence", "park_slot"]),
    ],
    essentials: ["user", "state", "do_not_disturb", "slot", "parked_call"],
    filters: [
      Filter("user[]", on: "user", by: .among),
      Filter("park_slot[]", on: "slot", by: .among, anyValue: "all"),
    ],
    askedBy: ["user", "slot"], paging: .whole, readsItems: false, order: .asListed,
    traps: [
      Trap(.anywhere, "the rows are true at this moment alone"),
      Trap(.anywhere, "an id that the API doesn't know fails the whole answer"),
    ])

  private static let parkedCall: [Field] = [
    Field(
      "call", .id, .sparse, "the call", example: "call_01h2xcejqtf2nbrexx3vqjhp44",
      relation: .to("calls")),
    Field("from_number", .phone, .optional, "who called", example: "+15551234567"),
    Field("from_label", .text, .sparse, "what the caller is called", example: "LA MESA CA"),
    Field(
      "status", .choice, .optional, "whether it rings again", example: "parked",
      choices: ["parked", "ringing_back"]),
    Field(
      "parked_by", .id, .sparse, "who parked it", example: "user_01h2xcejqtf2nbrexx3vqjhp42",
      relation: .to("users")),
    Field("parked_by_extension", .text, .sparse, "their extension", example: "1001"),
    Field("parked_at", .time, .optional, "since when", example: "2026-09-15T10:00:00Z"),
    Field(
      "rings_back_at", .time, .optional, "when it rings again", example: "2026-09-15T10:02:00Z"),
  ]
}

extension Field {
  /// What one person does.
  ///
  /// - Parameter presence: whether each item is about a person.
  static func presenceOfUser(_ presence: Presence) -> [Field] {
    [
      Field(
        "state", .choice, presence, "what they do", example: "available",
        choices: ["available", "on_call", "offline"]),
      Field("notifiable", .boolean, .optional, "whether a call reaches them", example: "true"),
      Field("do_not_disturb", .boolean, .optional, "whether they want none", example: "false"),
      Field(
        "webrtc", .object, .optional, "the browser", example: "{}",
        fields: [
          Field("state", .text, .optional, "what it does", example: "available"),
          Field("sessions", .integer, .optional, "how many there are", example: "1"),
        ]),
    ]
  }
}
