extension Resource {
  /// The people of an account who can have a phone.
  package static let users = Resource(
    name: "users", singular: "user",
    summary: "The people of an account who can have a phone.",
    path: "/v1/users", scope: .account, idPrefixes: ["user"],
    fields: [
      .id(of: "user", example: "user_01h2xcejqtf2nbrexx3vqjhp42"),
      .name(.nullable, example: "Alice Smith"),
      Field("email", .text, .nullable, "the address", example: "alice@example.com"),
      Field(
        "location", .id, .sparse, "where the seat is, for tax and fees", example: "loc_01h2",
        relation: .to("locations"), since: .n1),
      Field("config", .object, .optional, "the settings", example: "{}", fields: userConfig),
      Field(
        "do_not_disturb", .boolean, .always, "whether calls are turned away", example: "false"),
      Field(
        "voicemail_greeting_clip", .id, .sparse, "what callers of the mailbox hear",
        example: "aud_01h2", relation: .to("audio_clips"), since: .n4),
      .createdAt, .updatedAt,
    ],
    essentials: ["name", "email", "do_not_disturb", "location", "created_at", "id"],
    searches: [Search("search", in: ["name", "email"])], expansions: [.extensions],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(
        .field("location"),
        "location null is no gap: then the place of the user's device counts, else the account's "
          + "main location"),
      Trap(
        .field("voicemail_greeting_clip"),
        "voicemail_greeting_clip null is the system's greeting, or one that was uploaded"),
    ])

  private static let userConfig: [Field] = [
    Field(
      "mobile_push_wakeup", .boolean, .optional, "whether a call wakes the mobile app",
      example: "true"),
    Field(
      "find_me_follow_me", .object, .sparse, "the private numbers that ring, step by step",
      example: "{\"steps\":[]}",
      fields: followMe + [
        Field(
          "alternates", .list, .optional, "what holds for calls that name a key", example: "[]",
          fields: [Field("key", .text, .always, "the key", example: "after_hours")] + followMe,
          items: .object)
      ],
      sensitivity: .secret, since: .n3),
  ]

  /// How a call follows a person from one phone to the next.
  private static let followMe: [Field] = [
    Field(
      "steps", .list, .optional, "who rings, one step after the other", example: "[]",
      fields: [
        Field(
          "targets", .list, .optional, "who rings at once", example: "[]",
          fields: [
            Field(
              "type", .choice, .optional, "which of the others it is", example: "external",
              choices: ["external", "user"]),
            Field("number", .phone, .optional, "a number outside", example: "+14155551234"),
            Field(
              "id", .id, .optional, "or a person", example: "user_01h2xcejqtf2nbrexx3vqjhp42",
              relation: .to("users")),
          ], items: .object),
        Field("timeout", .seconds, .optional, "how long they ring", example: "20"),
      ], items: .object, shape: "FollowMeStep"),
    Field(
      "fallback", .choice, .optional, "what becomes of a call that nobody takes",
      example: "voicemail", choices: ["voicemail", "hangup", "target"]),
    Field(
      "fallback_target", .id, .sparse, "where such a call goes",
      example: "user_01h2xcejqtf2nbrexx3vqjhp42", relation: .whatRings),
    Field(
      "confirm_external", .boolean, .optional, "whether outside numbers must press a key",
      example: "true"),
  ]

  /// Those who may administer an account.
  package static let adminUsers = Resource(
    name: "admin_users", singular: "admin user",
    summary: "Those who may administer an account.",
    path: "/v1/admin/users", scope: .account, idPrefixes: ["admin_user"],
    fields: [
      .id(of: "admin user", example: "admin_user_01h2xcejqtf2nbrexx3vqjhp43"),
      .name(.nullable, example: "Jane Rosen"),
      Field("email", .text, .always, "the address", example: "jane@example.com"),
      Field(
        "role", .choice, .always, "what they may do; each account has one owner",
        example: "owner", choices: ["account_admin", "owner"]),
      Field(
        "user", .id, .nullable, "the same person as a user with a phone",
        example: "user_01h2xcejqtf2nbrexx3vqjhp42", relation: .to("users")),
      .createdAt,
    ],
    essentials: ["name", "email", "role", "user", "created_at"],
    expansions: [ResourceExpansion("user", .row)],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(
        .anywhere, "admin users are no part of users: many have no phone, and some never signed in"),
      Trap(.field("user"), "user null is somebody without a phone"),
    ])

  /// The short numbers of an account.
  package static let extensions = Resource(
    name: "extensions", singular: "extension",
    summary: "The short numbers of an account.",
    path: "/v1/extensions", scope: .account, key: "number",
    fields: [
      Field(
        "number", .text, .always, "what is dialled, zeros in front included", example: "1001"),
      Field(
        "target", .id, .always, "who rings", example: "user_01h2xcejqtf2nbrexx3vqjhp42",
        relation: .whatRings),
      Field(
        "status", .choice, .always, "whether it can be dialled", example: "active",
        choices: ["active", "inactive"]),
      .createdAt, .updatedAt,
    ],
    essentials: ["number", "target", "status", "updated_at"],
    filters: [.equal("target")],
    order: .descending(by: "number"),
    traps: [
      Trap(.field("target"), "a target may have several numbers"),
      Trap(
        .field("created_at"),
        "extensions don't come by time, so all of them are read for the newest ones"),
    ])
}
