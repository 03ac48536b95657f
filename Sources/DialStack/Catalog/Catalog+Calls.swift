extension Resource {
  /// The calls of an account.
  package static let calls = Resource(
    name: "calls", singular: "call",
    summary: "The calls of an account, past and live.",
    path: "/v1/calls", scope: .account, idPrefixes: ["call", "cdr"],
    fields: callParties + callCourse + callRemains,
    essentials: [
      "started_at", "direction", "from_number", "to_number", "status", "duration_seconds", "user",
      "connected_at",
    ],
    filters: [
      Filter("user_id", on: "user", by: .equal), .equal("did"), .equal("direction"),
      .equal("from_number"), Filter("to_number", on: "to_number", by: .equal, isWider: true),
      .equal("status"), Filter("from_date", on: "started_at", by: .atLeast),
      Filter("to_date", on: "started_at", by: .below),
    ],
    expansions: [.did],
    order: .newestFirst(by: "started_at"),
    // A row changes while the call is live, and once more when its summary and its recording come.
    // A day is plenty for both. That texts and audio go when their retention ends is no news.
    settling: 86_400,
    traps: callTraps)

  private static let callParties: [Field] = [
    .id(of: "call", example: "call_01h2xcejqtf2nbrexx3vqjhp44"),
    Field(
      "user", .id, .sparse, "whose call it is", example: "user_01h2xcejqtf2nbrexx3vqjhp42",
      alias: "user_id", relation: .to("users")),
    Field(
      "endpoint", .id, .sparse, "what it was made or taken with",
      example: "ep_01h2xcejqtf2nbrexx3vqjhp43", alias: "endpoint_id"),
    Field(
      "did", .id, .sparse, "the number of the account", example: "did_01abc", alias: "did_id",
      relation: .to("numbers")),
    Field(
      "related_call", .id, .sparse, "another call of the same conversation",
      example: "call_01h2xcejqtf2nbrexx3vqjhp45", relation: .to("calls"), since: .n2),
    Field(
      "direction", .choice, .always, "from where to where", example: "inbound",
      choices: ["inbound", "outbound", "internal"]),
    Field("from_number", .phone, .always, "who called", example: "+15551234567"),
    Field("from_label", .text, .sparse, "what the caller is called", example: "LA MESA CA"),
    Field("to_number", .phone, .sparse, "who was called", example: "+15559876543"),
    Field("to_label", .text, .sparse, "what the callee is called", example: "Front Desk"),
  ]

  private static let callCourse: [Field] = [
    Field("started_at", .time, .always, "when it began", example: "2026-02-24T14:30:00Z"),
    Field(
      "answered_at", .time, .sparse, "when the line was answered, be it by a greeting",
      example: "2026-02-24T14:30:05Z"),
    Field(
      "connected_at", .time, .sparse, "when a person took it; null is never",
      example: "2026-02-24T14:30:42Z"),
    Field("ended_at", .time, .sparse, "when it ended", example: "2026-02-24T14:32:05Z"),
    Field("duration_seconds", .seconds, .sparse, "how long it was", example: "125"),
    Field(
      "status", .choice, .sparse, "how it ended; null while it is live", example: "completed",
      choices: ["completed", "no-answer", "busy", "failed", "voicemail"]),
    Field("hangup_cause", .integer, .sparse, "why it ended, by Q.850", example: "21"),
  ]

  private static let callRemains: [Field] = [
    Field("summary", .text, .sparse, "what was said, in short", example: "Asked for a visit."),
    Field(
      "sentiment", .object, .sparse, "the mood of the talk", example: "{}", fields: moods,
      shape: "Sentiment"),
    Field(
      "recording_url", .text, .sparse, "the recording, for 10 minutes",
      example: "https://files.example.com/r/1", sensitivity: .expiringLink(minutes: 10)),
    Field(
      "quality_metrics", .list, .optional, "the quality of each leg", example: "[]",
      fields: quality, items: .object),
  ]

  /// How one leg of a call sounded.
  private static let quality: [Field] =
    [
      Field(
        "leg", .choice, .optional, "which leg", example: "pstn", choices: ["pstn", "endpoint"]),
      Field(
        "endpoint", .id, .sparse, "the phone of the leg",
        example: "ep_01h2xcejqtf2nbrexx3vqjhp43"),
      Field("mos", .decimal, .sparse, "the quality in one figure, 1 to 5", example: "4.2"),
      Field("packet_loss_pct", .decimal, .sparse, "packets lost, in percent", example: "0.1"),
    ] + spread("jitter", "how unevenly packets came", example: "12.5")
    + spread("rtt", "the way there and back", example: "45.0") + [
      Field("rx_count", .integer, .sparse, "packets that came", example: "6200"),
      Field("tx_count", .integer, .sparse, "packets that went", example: "6210"),
    ]

  /// A time in milliseconds, as its mean and how far it varied.
  private static func spread(_ name: String, _ what: String, example: String) -> [Field] {
    [("", ""), ("_min", ", at best"), ("_max", ", at worst"), ("_stddev", ", the deviation")].map {
      suffix, degree in
      Field(
        "\(name)\(suffix)_ms", .decimal, .sparse, "\(what), in ms\(degree)", example: example)
    }
  }

  /// The mood of a call as a whole, and of its two sides.
  static let moods: [Field] =
    mood + [
      Field(
        "local", .object, .optional, "that of the account's side", example: "{}", fields: side,
        shape: "SideSentiment"),
      Field(
        "remote", .object, .optional, "that of the other side", example: "{}", fields: side,
        shape: "SideSentiment"),
    ]

  /// The mood of a call or a message as a whole.
  static let mood: [Field] =
    [
      Field(
        "overall", .choice, .optional, "the mood in a word", example: "neutral",
        choices: ["positive", "neutral", "negative"], shape: "Mood")
    ] + strength

  /// The mood of one side of a call.
  private static let side: [Field] =
    [Field("sentiment", .text, .optional, "the mood in a word", example: "neutral")] + strength

  private static let strength: [Field] = [
    Field("score", .decimal, .optional, "from -1, bad, to 1, good", example: "0.2"),
    Field("magnitude", .decimal, .optional, "how strong, from 0 to 1", example: "0.5"),
  ]

  private static let callTraps: [Trap] = [
    Trap(.unbounded, "no list costs the API more than all calls: bound started_at"),
    Trap(
      .anywhere,
      "a conversation may be several rows: a parked call that is picked up again is a new one, and "
        + "related_call links them"),
    Trap(
      .field("related_call"),
      "related_call has no direction and need not lead back: all calls that links connect are one "
        + "conversation, which began with the earliest"),
    Trap(.field("direction"), "direction is empty in old rows"),
    Trap(
      .field("from_number"),
      "from_number is not always a phone: an extension, a feature code or an internal name may "
        + "stand there"),
    Trap(
      .field("to_number"),
      "to_number is not always a phone: an extension, a feature code, `Voicemail` or an internal "
        + "name may stand there, and null while an inbound call is live"),
    Trap(
      .field("to_number"),
      "the API takes to_number for the number as it was dialled or as it was routed, and sends "
        + "rows that show another one, too"),
    Trap(
      .field("from_label"), "from_label may be a place, a placeholder or the number once more"),
    Trap(
      .field("answered_at"),
      "answered_at is near started_at wherever a greeting, a menu or a voice app answers: how long "
        + "somebody waited is connected_at - started_at"),
    Trap(
      .field("duration_seconds"),
      "duration_seconds is null for a live call and for some failed ones, and counts the time "
        + "before anybody talked"),
    Trap(
      .field("status"),
      "completed doesn't say that anybody talked: connected_at does, whatever the status"),
    Trap(
      .field("summary"),
      "a text goes when its retention ends and the row stays: summary null on an old call says "
        + "nothing"),
  ]

  /// Who listens to one call.
  package static let listeners = Resource(
    name: "listeners", singular: "listener",
    summary: "The streams that the audio of one call goes to.",
    path: "/v1/calls/{call}/listeners", parents: [Parent("call", namedBy: "call_id")],
    scope: .account, idPrefixes: ["lstn"],
    fields: [
      .id(of: "listener", example: "lstn_123"),
      Field("call_id", .id, .always, "the call", example: "call_123", relation: .to("calls")),
      Field("url", .text, .always, "where the audio goes", example: "wss://example.com/audio"),
      Field(
        "channel", .choice, .always, "whose voice", example: "both",
        choices: ["caller", "callee", "both"]),
      .createdAt,
    ],
    essentials: ["id", "channel", "url", "created_at"],
    order: .newestFirst(by: "created_at"),
    traps: [Trap(.field("url"), "url may carry a token")])

  /// The messages of all mailboxes.
  package static let voicemails = Resource(
    name: "voicemails", singular: "voicemail",
    summary: "The messages that callers left, in all mailboxes.",
    path: "/v1/voicemails", scope: .account, idPrefixes: ["vm"],
    fields: [
      .id(of: "message", example: "vm_01abc"),
      Field(
        "owner", .id, .optional, "whose mailbox it is in",
        example: "user_01h2xcejqtf2nbrexx3vqjhp42", relation: .mailbox),
      Field("from_number", .phone, .always, "who called", example: "+15551234567"),
      Field("from_name", .text, .sparse, "what the caller is called", example: "Unknown Caller"),
      Field("duration_seconds", .seconds, .always, "how long it is", example: "15"),
      Field("format", .text, .optional, "the format of the audio", example: "mp3"),
      Field(
        "audio_url", .text, .always, "the audio, for some minutes",
        example: "https://files.example.com/v/1", sensitivity: .expiringLink(minutes: 5)),
      Field("is_read", .boolean, .always, "whether somebody heard it", example: "false"),
      .createdAt,
      Field("read_at", .time, .sparse, "when it was heard", example: "2026-02-24T15:00:00Z"),
      Field("summary", .text, .sparse, "what was said, in short", example: "Asks to be called."),
      Field(
        "sentiment", .object, .sparse, "the mood of it", example: "{}", fields: mood,
        shape: "VoicemailSentiment"),
      Field(
        "call", .id, .sparse, "the call that left it", example: "call_123", relation: .to("calls")),
    ],
    essentials: [
      "created_at", "from_number", "from_name", "duration_seconds", "is_read", "owner", "summary",
    ],
    filters: [
      .equal("owner"), .equal("is_read"), Filter("from_date", on: "created_at", by: .atLeast),
    ],
    expansions: [ResourceExpansion("call", .row)],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(
        .field("call"), "call null is a message that was dropped into the mailbox, or an old row"),
      Trap(
        .field("summary"),
        "a text goes when its retention ends and the row stays: summary null on an old message "
          + "says nothing"),
    ])

  /// The faxes of an account.
  package static let faxes = Resource(
    name: "faxes", singular: "fax",
    summary: "The faxes of an account, sent and received.",
    path: "/v1/faxes", scope: .account, idPrefixes: ["fax"],
    fields: [
      .id(of: "fax", example: "fax_123"),
      Field(
        "direction", .choice, .always, "from where to where", example: "inbound",
        choices: ["inbound", "outbound"]),
      Field(
        "status", .choice, .always, "what became of it", example: "received",
        choices: ["pending", "delivered", "failed", "received"]),
      Field("file", .id, .nullable, "the pages", example: "file_123"),
      Field(
        "did", .id, .always, "the number of the account", example: "did_123",
        relation: .to("numbers")),
      Field("from_number", .phone, .nullable, "who sent it", example: "+14155551234"),
      Field("to_number", .phone, .nullable, "who it went to", example: "+14155551235"),
      Field(
        "call_id", .id, .nullable, "the call that carried it", example: "call_123",
        relation: .to("calls")),
      Field("pages", .integer, .nullable, "how many pages came through", example: "15"),
      Field("source_pages", .integer, .nullable, "how many pages it has", example: "30"),
      Field(
        "transport", .choice, .nullable, "how it was carried", example: "t38",
        choices: ["t38", "g711"]),
      Field("error_code", .text, .nullable, "why it failed", example: "no_answer"),
      Field("attempts", .integer, .always, "how often it was tried", example: "1"),
      Field("read_at", .time, .nullable, "when it was read", example: "2026-02-24T15:00:00Z"),
      Field(
        "submitted_at", .time, .nullable, "when it was given to the line",
        example: "2026-02-24T14:00:00Z"),
      Field(
        "completed_at", .time, .nullable, "when it was through", example: "2026-02-24T14:03:00Z"),
      .createdAt, .updatedAt,
    ],
    essentials: [
      "created_at", "direction", "status", "from_number", "to_number", "pages", "error_code",
    ],
    filters: [
      .equal("direction"), .equal("status"), .equal("did"),
      Filter("is_read", on: "read_at", by: .present),
    ],
    searches: [Search("number", in: ["from_number", "to_number"], for: .digits)],
    expansions: [ResourceExpansion("file", .part(shape: "FaxFile", file)), .did],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(.field("read_at"), "there is no is_read: a fax is read where read_at has a value"),
      Trap(.field("from_number"), "from_number null is a sender who withheld it"),
    ])

  private static let file: [Field] = [
    .id(of: "file", example: "file_123"),
    Field("purpose", .text, .optional, "what it is for", example: "fax_source"),
    Field("filename", .text, .sparse, "what it was called", example: "invoice.pdf"),
    Field("type", .text, .sparse, "what it is", example: "pdf"),
    Field("mime_type", .text, .optional, "the same as a media type", example: "application/pdf"),
    Field("size", .integer, .optional, "its bytes", example: "51234"),
    Field(
      "url", .text, .sparse, "the pages, for some minutes",
      example: "https://files.example.com/f/1", sensitivity: .expiringLink(minutes: 5)),
    .createdAt, .updatedAt,
  ]
}
