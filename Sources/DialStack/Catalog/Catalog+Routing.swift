extension Resource {
  /// People who ring together.
  package static let ringGroups = Resource(
    name: "ring_groups", singular: "ring group",
    summary: "People who ring together.",
    path: "/v1/ring_groups", scope: .account, idPrefixes: ["rg"],
    fields: [
      .id(of: "group", example: "rg_123"),
      .name(example: "Sales Team"),
      Field("timeout_seconds", .seconds, .always, "how long it rings", example: "20"),
      Field(
        "ignore_forwarding", .boolean, .always, "whether members' own forwarding is left out",
        example: "false"),
      Field(
        "confirm_external", .boolean, .optional, "whether outside numbers must press a key",
        example: "true"),
      Field(
        "timeout_action", .choice, .sparse, "what becomes of a call that nobody takes",
        example: "voicemail", choices: ["ring_user", "voicemail", "queue"]),
      Field(
        "timeout_target", .id, .sparse, "where such a call goes",
        example: "user_01h2xcejqtf2nbrexx3vqjhp42",
        relation: .byPrefix(["users", "shared_voicemail_boxes", "queues"])),
      Field(
        "members", .list, .always, "who rings", example: "[]",
        fields: [
          Field("id", .id, .always, "the id of the member", example: "rgm_123"),
          Field(
            "extension", .id, .sparse, "the person", example: "user_456",
            relation: .to("users")),
          Field(
            "phone_number", .phone, .sparse, "or a number outside", example: "+14155551234",
            sensitivity: .secret),
          .createdAt,
        ], items: .object),
      .createdAt, .updatedAt,
    ],
    essentials: [
      "name", "members", "timeout_seconds", "timeout_action", "ignore_forwarding", "updated_at",
    ],
    expansions: [.extensions], order: .newestFirst(by: "created_at"),
    traps: [Trap(.field("members"), "a member is a user, or a number outside")])

  /// Lines of callers who wait.
  package static let queues = Resource(
    name: "queues", singular: "queue",
    summary: "Where callers wait until somebody is free.",
    path: "/v1/queues", scope: .account, idPrefixes: ["qu"],
    fields: queueTimes + queueEnds + queueSounds + [.createdAt, .updatedAt],
    essentials: [
      "name", "strategy", "timeout_seconds", "max_queue_length", "wrap_up_seconds", "exit_key",
      "updated_at",
    ],
    expansions: [.extensions, ResourceExpansion("members", .list(of: "queue_members"))],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(.field("timeout_seconds"), "0 of timeout_seconds is an hour"),
      Trap(.field("exit"), "exit null hangs up"),
    ])

  private static let queueTimes: [Field] = [
    .id(of: "queue", example: "qu_123"),
    .name(example: "Support"),
    Field(
      "strategy", .choice, .always, "who rings first", example: "ringall",
      choices: [
        "ringall", "linear", "rrmemory", "leastrecent", "fewestcalls", "random", "wrandom",
      ]),
    Field("timeout_seconds", .seconds, .always, "how long callers wait", example: "300"),
    Field(
      "wrap_up_seconds", .seconds, .always, "the pause after a call; 0 is none", example: "30"),
    Field(
      "announcements", .object, .nullable, "what callers are told as they wait", example: "{}",
      fields: [
        Field("frequency_seconds", .seconds, .optional, "how often", example: "60")
      ]),
    Field(
      "callback", .object, .nullable, "the offer to call back", example: "{}",
      fields: [
        Field("offer_after_seconds", .seconds, .optional, "how soon", example: "120"),
        Field(
          "outbound_did_id", .id, .sparse, "the number that calls back", example: "did_01abc",
          relation: .to("numbers")),
      ]),
  ]

  private static let queueEnds: [Field] = [
    Field(
      "timeout", .object, .nullable, "where a call goes that waited too long", example: "{}",
      fields: wayOut, shape: "QueueDestination"),
    Field(
      "exit_key", .text, .sparse, "the key that leaves the queue", example: "0", since: .n1),
    Field(
      "exit", .object, .sparse, "where a call goes that leaves", example: "{}", fields: wayOut,
      shape: "QueueDestination", since: .n1),
    Field("max_queue_length", .integer, .always, "how many may wait", example: "50"),
    Field("join_empty", .text, .always, "whether one may wait for nobody", example: "yes"),
    Field(
      "leave_when_empty", .text, .always, "whether callers go when nobody is left",
      example: "no"),
  ]

  /// Where a call goes that no agent took.
  private static let wayOut: [Field] = [
    Field(
      "type", .choice, .optional, "which of the others it is", example: "queue",
      choices: ["ring_user", "voicemail", "queue"]),
    Field(
      "user", .id, .optional, "who rings", example: "user_01h2xcejqtf2nbrexx3vqjhp42",
      relation: .to("users")),
    Field(
      "voicemail", .id, .optional, "whose mailbox takes it",
      example: "user_01h2xcejqtf2nbrexx3vqjhp42", relation: .mailbox),
    Field(
      "queue", .id, .optional, "the next queue", example: "qu_124", relation: .to("queues"),
      since: .v3_2),
  ]

  private static let queueSounds: [Field] = [
    Field(
      "hold_music_clip", .id, .sparse, "what callers hear as they wait", example: "aud_01h2",
      relation: .to("audio_clips"), since: .v3_2),
    Field(
      "entry_prompt_clip", .id, .sparse, "what callers hear first", example: "aud_01h2",
      relation: .to("audio_clips"), since: .v3_2),
    Field(
      "periodic_prompt_clip", .id, .sparse, "what callers hear now and then",
      example: "aud_01h2", relation: .to("audio_clips"), since: .v3_2),
    Field(
      "periodic_prompt_frequency_seconds", .seconds, .optional, "how often they hear it",
      example: "60", since: .v3_2),
  ]

  /// Who answers one queue.
  package static let queueMembers = Resource(
    name: "queue_members", singular: "queue member",
    summary: "Who answers the calls of one queue.",
    path: "/v1/queues/{queue}/members", parents: [Parent("queue", namedBy: "queue")],
    scope: .account, idPrefixes: ["qm"],
    fields: [
      .id(of: "member", example: "qm_123"),
      Field(
        "queue", .id, .always, "the queue", example: "qu_123", alias: "queue_id",
        relation: .to("queues")),
      Field(
        "user", .id, .always, "who it is", example: "user_01h2xcejqtf2nbrexx3vqjhp42",
        alias: "user_id", relation: .to("users")),
      Field("penalty", .integer, .always, "those with less ring first", example: "2"),
      Field("position", .integer, .always, "the place in the queue", example: "1"),
      .createdAt,
    ],
    essentials: ["user", "position", "penalty", "created_at"],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(.anywhere, "the rows don't come in the order of the members: sort by position"),
      Trap(.field("position"), "gaps between positions are normal"),
    ])

  /// Opening hours.
  package static let schedules = Resource(
    name: "schedules", singular: "schedule",
    summary: "Opening hours and holidays.",
    path: "/v1/schedules", scope: .account, idPrefixes: ["sched"],
    fields: [
      .id(of: "schedule", example: "sched_01abc"),
      .name(example: "Business Hours"),
      Field("timezone", .text, .always, "where the hours hold", example: "America/New_York"),
      Field(
        "ranges", .list, .always, "the hours of each day", example: "[]",
        fields: [
          Field("day", .integer, .always, "the day of the week; 0 is Sunday", example: "1"),
          Field("start", .text, .always, "when it opens", example: "09:00"),
          Field("end", .text, .always, "when it closes", example: "17:00"),
        ], items: .object),
      Field(
        "holidays", .list, .always, "the days that are closed", example: "[]",
        fields: [
          Field("start", .text, .always, "the first day", example: "2026-12-24"),
          Field("end", .text, .always, "the last day", example: "2026-12-26"),
        ], items: .object),
      .createdAt, .updatedAt,
    ],
    essentials: ["name", "timezone", "ranges", "holidays", "updated_at", "id"],
    order: .newestFirst(by: "created_at"),
    traps: [Trap(.field("ranges"), "day 0 is Sunday, and the hours are those of timezone")])

  /// What callers go through.
  package static let dialPlans = Resource(
    name: "dial_plans", singular: "dial plan",
    summary: "What callers go through: hours, menus, prompts and who rings.",
    path: "/v1/dialplans", scope: .account, idPrefixes: ["dp"],
    fields: [
      .id(of: "plan", example: "dp_01abc"),
      .name(example: "Main Reception"),
      Field("entry_node", .text, .always, "the node that is first", example: "sched_01"),
      Field(
        "nodes", .list, .always, "the steps", example: "[]",
        fields: node, items: .object),
      .createdAt, .updatedAt,
    ],
    essentials: ["name", "nodes", "entry_node", "updated_at", "id"],
    expansions: [.extensions], order: .newestFirst(by: "created_at"),
    traps: [
      Trap(
        .field("entry_node"),
        "ids of nodes look like ids of other things: `sched_01` is a node of the plan, no schedule")
    ])

  /// A step of a dial plan.
  private static let node: [Field] = [
    Field("id", .text, .always, "what other steps call it", example: "sched_01"),
    Field(
      "type", .choice, .always, "what it is", example: "schedule",
      choices: [
        "schedule", "internal_dial", "ring_all_users", "external_dial", "menu", "audio_clip",
        "voice_app", "hang_up",
      ]),
    Field(
      "config", .object, .optional, "what it does", example: "{}",
      fields: nodeConfig, shape: "JSONValue"),
    Field(
      "position", .object, .sparse, "where it is drawn", example: "{}",
      fields: [
        Field("x", .decimal, .optional, "from the left", example: "120"),
        Field("y", .decimal, .optional, "from above", example: "80"),
      ]),
  ]

  /// What steps lead to, and wait for.
  private static let nodeConfig: [Field] = [
    Field(
      "schedule", .id, .optional, "the hours it goes by", example: "sched_01abc",
      relation: .to("schedules")),
    Field(
      "target", .id, .optional, "who rings, or the plan that goes on", example: "rg_123",
      relation: .whatRings),
    Field(
      "clip", .id, .optional, "what is played", example: "aud_01h2", relation: .to("audio_clips")),
    Field(
      "prompt_clip", .id, .optional, "what a menu says", example: "aud_01h2",
      relation: .to("audio_clips")),
    Field(
      "voice_app", .id, .optional, "the app that takes over", example: "va_123",
      relation: .to("voice_apps")),
    Field(
      "phone_number", .phone, .optional, "a number outside that rings", example: "+14155551234",
      sensitivity: .secret),
    Field("timeout", .seconds, .optional, "how long it waits", example: "30"),
    Field("next", .text, .optional, "the step behind it", example: "dial_01"),
  ]

  /// Who can't call.
  package static let blockedNumbers = Resource(
    name: "blocked_numbers", singular: "blocked number",
    summary: "The numbers that can't call an account.",
    path: "/v1/blocked-numbers", scope: .account, key: "phone_number",
    fields: [
      Field("phone_number", .phone, .always, "who can't call", example: "+14155551234"),
      Field("description", .text, .nullable, "why not", example: "Sells nothing but calls"),
      .createdAt, .updatedAt,
      Field("object", .text, .always, "what a row is", example: "blocked_number"),
    ],
    essentials: ["phone_number", "description", "created_at"],
    order: .newestFirst(by: "created_at"),
    since: .n4)
}
