extension Resource {
  /// Programs that answer calls.
  package static let voiceApps = Resource(
    name: "voice_apps", singular: "voice app",
    summary: "Programs of others that calls are handed to.",
    path: "/v1/voice-apps", scope: .account, idPrefixes: ["va", "vapp"],
    fields: [
      .id(of: "app", example: "va_123"),
      .name(example: "Appointments"),
      Field(
        "url", .text, .always, "where it is told of calls", example: "https://example.com/voice"),
      Field(
        "status", .choice, .always, "whether it gets calls", example: "active",
        choices: ["active", "inactive"]),
      Field(
        "secret", .text, .always, "what signs the calls that it is told of",
        example: "whsec_test", sensitivity: .secret),
      .createdAt, .updatedAt,
    ],
    essentials: ["name", "status", "url", "updated_at", "id"], expansions: [.extensions],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(.field("secret"), "every row has the secret: leave it out of what others see"),
      Trap(.field("url"), "url may carry a token"),
    ])

  /// Programs that talk.
  package static let aiAgents = Resource(
    name: "ai_agents", singular: "AI agent",
    summary: "Agents that talk with callers.",
    path: "/v1/ai-agents", scope: .account, idPrefixes: ["aia"],
    fields: [
      .id(of: "agent", example: "aia_01abc"),
      .name(example: "VoiceAI Agent"),
      Field(
        "voice_app", .id, .always, "the app that calls reach it by", example: "va_01abc",
        alias: "voice_app_id", relation: .to("voice_apps")),
      Field("persona_name", .text, .sparse, "how it calls itself", example: "Ava"),
      Field("greeting_name", .text, .sparse, "the company that it names", example: "Harbor Vet"),
      Field("instructions", .text, .sparse, "what it was told to do", example: "Be brief."),
      Field(
        "faq_responses", .list, .always, "questions with their answers", example: "[]",
        fields: [
          Field("question", .text, .always, "what callers ask", example: "Where do I park?"),
          Field("answer", .text, .always, "what it answers", example: "Behind the house."),
        ], items: .object),
      Field(
        "scheduling", .object, .nullable, "how it makes appointments", example: "{}",
        fields: [
          Field(
            "webhook_url", .text, .optional, "where they are made",
            example: "https://example.com/book", sensitivity: .secret)
        ]),
      Field("extension_number", .text, .sparse, "the number that it answers", example: "1001"),
      .createdAt, .updatedAt,
    ],
    essentials: ["name", "persona_name", "voice_app", "faq_responses", "updated_at", "id"],
    expansions: [.extensions],
    order: .newestFirst(by: "created_at"),
    traps: [Trap(.field("instructions"), "instructions and faq_responses may be long")])

  /// Who is told of events.
  package static let webhookEndpoints = Resource(
    name: "webhook_endpoints", singular: "webhook endpoint",
    summary: "The addresses that are told of events.",
    path: "/v1/webhook_endpoints", scope: .either,
    fields: [
      .id(of: "endpoint", example: "01h2xcejqtf2nbrexx3vqjhp46"),
      Field(
        "url", .text, .always, "where events go", example: "https://hooks.example.com/ds"),
      Field(
        "livemode", .boolean, .always, "whether it is told of live things", example: "false"),
      Field(
        "enabled_events", .list, .always, "the events that it wants; `*` is all",
        example: "[\"call.end\"]", items: .text),
      Field(
        "status", .choice, .always, "whether it is told", example: "enabled",
        choices: ["enabled", "disabled"]),
      Field("description", .text, .nullable, "what it is for", example: "The CRM"),
      Field(
        "secret", .text, .optional, "what signs events; only where one was just made",
        example: "whsec_test", sensitivity: .secret),
      .createdAt,
    ],
    essentials: ["url", "status", "livemode", "enabled_events", "description", "id"],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(
        .anywhere,
        "without an account the list has the platform's own, with one only that account's"),
      Trap(.field("url"), "url may carry a token"),
    ])

  /// Mailboxes of several people.
  package static let sharedVoicemailBoxes = Resource(
    name: "shared_voicemail_boxes", singular: "shared voicemail box",
    summary: "Mailboxes that several people share.",
    path: "/v1/shared_voicemail_boxes", scope: .account, idPrefixes: ["svm"],
    fields: [
      .id(of: "mailbox", example: "svm_01h2"),
      .name(.sparse, example: "Front Desk"),
    ],
    essentials: ["name", "id"], readsItems: false, order: .asListed)

  /// Music, prompts and greetings.
  package static let audioClips = Resource(
    name: "audio_clips", singular: "audio clip",
    summary: "Music, prompts and greetings.",
    path: "/v1/audio_clips", scope: .account, idPrefixes: ["aud"],
    fields: [
      .id(of: "clip", example: "aud_01h2"),
      .name(.sparse, example: "Welcome"),
    ],
    essentials: ["name", "id"], readsItems: false, order: .asListed)
}
