extension Resource {
  /// The accounts of the platform.
  package static let accounts = Resource(
    name: "accounts", singular: "account",
    summary: "The accounts of the platform.",
    path: "/v1/accounts", scope: .platform, holdsAccounts: true, idPrefixes: ["acct"],
    fields: [
      Field("id", .id, .always, "the account's id", example: "acct_01h2xcejqtf2nbrexx3vqjhp41"),
      Field("name", .text, .sparse, "the company", example: "Harbor Vet"),
      Field("email", .text, .nullable, "the owner's address", example: "owner@harborvet.example"),
      Field("phone", .phone, .sparse, "the company's number", example: "+12018401234"),
      Field(
        "primary_contact_name", .text, .nullable, "the person to ask", example: "Jane Doe"),
      Field(
        "tos_status", .choice, .optional, "terms of service", example: "signed",
        choices: [
          Choice("signed", "they are signed"), Choice("unsigned", "they are not"),
          Choice("not_required", "they need not be"),
        ]),
      Field(
        "tos_accepted_at", .time, .sparse, "when the terms were signed",
        example: "2026-01-16T10:00:00Z"),
      Field(
        "tos_resign_by", .time, .sparse, "until when the terms must be signed anew",
        example: "2026-10-16T10:00:00Z", since: .n1),
      Field(
        "tos_variant", .choice, .optional, "which terms", example: "standard",
        choices: [
          Choice("standard", "those of most accounts"),
          Choice("hipaa", "those of accounts that keep patients' data, by the US law HIPAA"),
        ], since: .n3),
      Field(
        "onboarding_complete", .boolean, .optional, "whether setting up is done",
        example: "false"),
      Field(
        "main_location", .id, .nullable, "the location of the company", example: "loc_01h2",
        alias: "main_location_id", relation: .to("locations")),
      Field(
        "hold_music_clip", .id, .nullable, "what callers on hold hear", example: "aud_01h2",
        alias: "hold_music_clip_id", relation: .to("audio_clips")),
      Field(
        "default_button_template", .id, .nullable, "the buttons of a new phone",
        example: "btpl_01h2", relation: .to("button_templates")),
      Field("config", .object, .always, "the settings", example: "{}", fields: accountConfig),
      Field("created_at", .time, .always, "when it was made", example: "2025-01-01T00:00:00Z"),
      Field("updated_at", .time, .always, "when it last changed", example: "2025-01-01T00:00:00Z"),
    ],
    essentials: [
      "name", "id", "email", "phone", "tos_status", "created_at", "onboarding_complete",
      "primary_contact_name",
    ],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(.anywhere, "a test key sees other accounts than a live key"),
      Trap(.field("tos_status"), "not_required is an account for tests"),
      Trap(
        .field("tos_status"),
        "unsigned may be an account that is asked to sign anew: service goes on until "
          + "tos_resign_by"),
    ])

  private static let accountConfig: [Field] = accountPlace + accountRecording + accountLimits

  private static let accountPlace: [Field] = [
    Field("region", .text, .optional, "the country, for local numbers", example: "US"),
    Field("timezone", .text, .optional, "the time zone", example: "America/New_York"),
    Field("extension_length", .integer, .optional, "digits of an extension, 3 to 6", example: "4"),
  ]

  private static let accountRecording: [Field] =
    [
      Field(
        "transcription_enabled", .boolean, .optional, "whether calls are transcribed",
        example: "true"),
      Field(
        "recording_enabled", .boolean, .optional, "whether calls are recorded", example: "true"),
      Field(
        "redaction_enabled", .boolean, .optional, "whether transcripts are redacted",
        example: "false"),
      Field(
        "transcript_retention_days", .integer, .optional,
        "days that texts are kept; 0 is the default", example: "365", since: .n1),
      Field(
        "recording_retention_days", .integer, .optional, "days that recordings are kept",
        example: "365", since: .n4),
    ] + directions("recording", "recorded", since: .n3)
    + directions("transcription", "transcribed", since: .n4)

  /// What narrows a setting for all calls to those of a direction.
  private static func directions(_ what: String, _ done: String, since: APIStep) -> [Field] {
    ["inbound", "outbound", "internal"].map { direction in
      Field(
        "\(what)_\(direction)_enabled", .boolean, .optional,
        "whether \(direction) calls are \(done), where any are", example: "true", since: since)
    }
  }

  private static let accountLimits: [Field] = [
    Field(
      "default_agent_visible", .boolean, .sparse, "whether agents see each other",
      example: "true"),
    Field("max_phone_numbers", .integer, .optional, "how many numbers it may own", example: "50"),
    Field(
      "e911_notification", .object, .optional, "who is told of emergency calls",
      example: "{\"emails\":[]}",
      fields: [Field("emails", .list, .optional, "addresses", example: "[]", items: .text)]),
  ]
}
