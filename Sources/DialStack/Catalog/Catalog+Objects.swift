// Objects that belong to an item of a list, and are read by its id.

extension Resource {
  /// What one account has agreed to pay.
  package static let accountPricing = Resource(
    object: "account_pricing", "pricing", of: .account,
    summary: "The rates that one account agreed to last.", path: "/v1/accounts/{account}/pricing",
    fields: rates,
    traps: [Trap(.anywhere, "the rates may hold from the first of next month only")])

  /// What one account pays today.
  package static let accountEffectivePricing = Resource(
    object: "account_effective_pricing", "effective pricing", of: .account,
    summary: "What one account pays today, and from when something else.",
    path: "/v1/accounts/{account}/effective-pricing",
    fields: rates + [
      Field(
        "effective_from", .text, .sparse, "the first day of these rates", example: "2026-09-01"),
      Field("next", .object, .sparse, "the rates after that", example: "{}", fields: nextRates),
    ],
    traps: [Trap(.anywhere, "a rate of 0 was never agreed; one that is absent doesn't apply")],
    since: .v3_2)

  private static let rates: [Field] = [
    Field("per_user_rate", .integer, .sparse, "cents a month for a user", example: "2000"),
    Field("per_did_rate", .integer, .sparse, "cents a month for a number", example: "150"),
    Field(
      "per_voiceai_location_rate", .integer, .sparse, "cents a month for a place with an agent",
      example: "9900"),
  ]

  private static let nextRates: [Field] =
    rates + [
      Field("effective_from", .text, .optional, "their first day", example: "2026-10-01")
    ]

  /// The terms of service as one account has them.
  package static let accountTerms = Resource(
    object: "account_tos", "terms", of: .account,
    summary: "The terms of service of one account, and who accepted them.",
    path: "/v1/accounts/{account}/tos",
    fields: [
      Field("version", .text, .always, "the day of the text", example: "2026-01-01"),
      Field("url", .text, .optional, "where it stands", example: "https://example.com/tos"),
      Field("content", .text, .optional, "the text", example: "Terms"),
      Field("body", .text, .optional, "the text as HTML", example: "<p>Terms</p>"),
      Field(
        "acceptance", .object, .sparse, "who accepted it; null is nobody, or an older text",
        example: "{}",
        fields: [
          Field("accepted_at", .time, .optional, "when", example: "2026-01-16T10:00:00Z"),
          Field("ip", .text, .optional, "whence", example: "203.0.113.7", sensitivity: .secret),
          Field("user_agent", .text, .optional, "by what", example: "Mozilla/5.0"),
          Field("pricing", .object, .optional, "the rates then", example: "{}", shape: "JSONValue"),
        ]),
      Field("pricing", .object, .sparse, "the rates", example: "{}", shape: "JSONValue"),
    ])

  /// What opens the numbers of one account to another carrier.
  package static let accountPortOutPIN = Resource(
    object: "account_port_out_pin", "port-out PIN", of: .account,
    summary: "What opens the numbers of one account to another carrier.",
    path: "/v1/accounts/{account}/port-out-pin",
    fields: [
      Field(
        "pin", .text, .nullable, "five digits; null where there are no numbers", example: "00123",
        sensitivity: .secret)
    ],
    traps: [Trap(.anywhere, "each reading asks the carrier")], since: .n3)

  /// Whether one person can be called.
  package static let userPresence = Resource(
    object: "user_presence", "presence", of: .user,
    summary: "Whether one person is on a call, or can be called, at this moment.",
    path: "/v1/users/{user}/presence",
    fields: Field.presenceOfUser(.always))

  /// What one person does in queues.
  package static let userQueueAgent = Resource(
    object: "user_queue_agent", "queue agent", of: .user,
    summary: "Whether one person takes the calls of queues; none who never has.",
    path: "/v1/users/{user}/queue-agent",
    fields: [
      Field(
        "status", .choice, .always, "what they do", example: "available",
        choices: ["available", "paused", "logged_out"]),
      Field("paused_at", .time, .sparse, "since when they pause", example: "2026-09-15T10:00:00Z"),
      Field("pause_reason", .text, .sparse, "why", example: "Lunch"),
      Field("logged_in_at", .time, .sparse, "since when", example: "2026-09-15T08:00:00Z"),
      Field(
        "in_call_since", .time, .sparse, "since when they talk", example: "2026-09-15T10:00:00Z"),
      Field("updated_at", .time, .optional, "when that changed", example: "2026-09-15T10:00:00Z"),
    ], mayBeMissing: true)

  /// What callers of one mailbox hear.
  package static let greeting = Resource(
    name: "greeting", singular: "greeting",
    summary: "What callers of one mailbox hear; none is the system's own.",
    path: "/v1/voicemail_greetings/{owner}/unavailable",
    parents: [Parent("owner", namedBy: "owner")], scope: .account, key: "owner",
    fields: [
      Field(
        "owner", .id, .always, "whose mailbox", example: "user_01h2xcejqtf2nbrexx3vqjhp42",
        relation: .mailbox),
      Field("greeting_type", .text, .optional, "which greeting", example: "unavailable"),
      Field("format", .text, .optional, "what the sound is", example: "wav"),
      Field(
        "audio_clip", .id, .sparse, "the clip that it is", example: "aud_123",
        relation: .to("audio_clips"), since: .n4),
      Field("duration_seconds", .seconds, .sparse, "how long it is", example: "7"),
      Field("size_bytes", .integer, .sparse, "how large", example: "51234"),
      Field(
        "url", .text, .optional, "the sound",
        example: "https://files.example.com/g/1", sensitivity: .expiringLink(minutes: 5)),
      Field(
        "updated_at", .time, .optional, "when it last changed", example: "2026-09-15T10:00:00Z"),
    ],
    essentials: ["owner", "duration_seconds", "updated_at"], paging: .object, mayBeMissing: true,
    order: .asListed)

  /// What was said in one call.
  package static let callTranscript = Resource(
    object: "call_transcript", "transcript", of: .call, summary: "What was said in one call.",
    path: "/v1/calls/{call}/transcript", fields: transcript, mayBeMissing: true,
    traps: [Trap(.field("text"), "the text goes when its retention ends")])

  /// What was said on one message.
  package static let voicemailTranscript = Resource(
    object: "voicemail_transcript", "transcript", of: .voicemail,
    summary: "What was said on one message.", path: "/v1/voicemails/{voicemail}/transcript",
    fields: transcript, mayBeMissing: true,
    traps: [Trap(.field("text"), "the text goes when its retention ends")])

  private static let transcript: [Field] = [
    Field(
      "status", .choice, .always, "whether there is one", example: "completed",
      choices: ["pending", "processing", "completed", "failed", "disabled", "skipped"],
      shape: "TranscriptStatus"),
    Field("text", .text, .sparse, "what was said", example: "Hello"),
    Field(
      "sentiment", .object, .sparse, "the mood", example: "{}", fields: moods, shape: "Sentiment"),
  ]

  /// The sound of one call.
  package static let callRecording = Resource(
    object: "call_recording", "recording", of: .call, summary: "The sound of one call.",
    path: "/v1/calls/{call}/recording",
    fields: [
      Field("duration_seconds", .seconds, .sparse, "how long it is", example: "125"),
      Field("file_size_bytes", .integer, .sparse, "how large", example: "512340"),
      Field(
        "download_url", .text, .always, "the sound",
        example: "https://files.example.com/r/1", sensitivity: .expiringLink(minutes: 10)),
      Field("expires_at", .time, .optional, "when the link ends", example: "2026-09-15T10:10:00Z"),
    ], mayBeMissing: true)

  /// What it would cost to send one order.
  package static let hardwareOrderShippingQuote = Resource(
    object: "hardware_order_shipping_quote", "shipping quote", of: .hardwareOrder,
    own: Field("quote", .id, .inPath, "the quote", example: "quote_01h2"),
    summary: "What it would cost to send one order, by each way that there is.",
    path: "/v1/hardware-orders/{order}/shipping-quotes/{quote}",
    fields: [
      Field("id", .id, .always, "the id of the quote", example: "quote_01h2"),
      Field(
        "hardware_order", .id, .always, "the order", example: "hwo_123",
        relation: .to("hardware_orders")),
      Field(
        "options", .list, .always, "the ways, the cheapest first", example: "[]",
        fields: [
          Field("carrier", .text, .always, "who carries it", example: "UPS"),
          Field("shipping_method", .text, .always, "how", example: "Ground"),
          Field("description", .text, .optional, "what that is", example: "5 business days"),
          Field("amount_cents", .integer, .always, "the price, in cents", example: "1500"),
          Field(
            "estimated_delivery", .text, .optional, "about when it comes", example: "5 days"),
        ]),
      Field(
        "items", .list, .always, "what was weighed", example: "[]",
        fields: [
          Field("hardware_catalog", .id, .always, "what it is", example: "hwc_1"),
          Field("quantity", .integer, .always, "how many", example: "2"),
        ]),
      Field(
        "ship_to_address", .object, .always, "where it would go", example: "{}",
        fields: Field.addressKeys),
      Field("expires_at", .time, .always, "until when it holds", example: "2026-09-16T10:00:00Z"),
      .createdAt,
      Field("object", .text, .always, "what it is", example: "shipping_quote"),
    ], mayBeMissing: true,
    traps: [Trap(.anywhere, "no list has quotes: whoever asked for one has its id")], since: .n4)

  /// Whether the texts of one number may go to another carrier.
  package static let numberSMSPortOut = Resource(
    object: "number_sms_port_out", "lock", of: .number,
    summary: "Until when the text messages of one number may go to another carrier.",
    path: "/v1/phone-numbers/{number}/sms-port-out",
    fields: [
      Field(
        "expires_at", .time, .nullable, "open until then; null is locked",
        example: "2026-09-15T10:10:00Z")
    ])
}

/// A field that says to what an object belongs.
private struct ObjectOwner {
  let field: Field
  let scope: Resource.Scope

  static let account = ObjectOwner(
    field: Field(
      "account", .id, .inPath, "the account", example: "acct_01h2xcejqtf2nbrexx3vqjhp41",
      relation: .to("accounts")), scope: .platform)
  static let number = ObjectOwner(
    field: Field(
      "number", .id, .inPath, "the number", example: "did_01k4x3v9m2e8rr0q5h7c6t1zab",
      relation: .to("numbers")), scope: .account)
  static let user = ObjectOwner(
    field: Field(
      "user", .id, .inPath, "the person", example: "user_01h2xcejqtf2nbrexx3vqjhp42",
      relation: .to("users")), scope: .account)
  static let call = ObjectOwner(
    field: Field("call", .id, .inPath, "the call", example: "call_01abc", relation: .to("calls")),
    scope: .account)
  static let hardwareOrder = ObjectOwner(
    field: Field(
      "order", .id, .inPath, "the order", example: "hwo_123", relation: .to("hardware_orders")),
    scope: .account)
  static let voicemail = ObjectOwner(
    field: Field(
      "voicemail", .id, .inPath, "the message", example: "vm_01abc", relation: .to("voicemails")),
    scope: .account)
}

extension Resource {
  /// An object that one item of a list has, its id standing in the path.
  ///
  /// - Parameters:
  ///   - owner: whose it is; the path has a parameter of the field's name.
  ///   - own: the field of an id of its own, which is in the path, too.
  fileprivate init(
    object name: String, _ singular: String, of owner: ObjectOwner, own: Field? = nil,
    summary: String, path: PathTemplate, fields: [Field], mayBeMissing: Bool = false,
    traps: [Trap] = [],
    since: APIStep = .v3_0
  ) {
    self.init(
      name: name, singular: singular, summary: summary, path: path,
      parents: ([owner.field] + [own].compactMap(\.self)).map { Parent($0.name, namedBy: $0.name) },
      scope: owner.scope, key: owner.field.name,
      fields: [owner.field] + [own].compactMap(\.self) + fields, essentials: fields.map(\.name),
      paging: .object, mayBeMissing: mayBeMissing, order: .asListed, traps: traps, since: since)
  }
}
