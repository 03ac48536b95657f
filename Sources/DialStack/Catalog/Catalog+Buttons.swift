extension Resource {
  /// What the buttons of one device come to.
  package static let deviceButtons = Resource(
    name: "device_buttons", singular: "device button",
    summary: "The buttons of one device: its template's and its own.",
    path: "/v1/devices/{device}/buttons", parents: [Parent("device", namedBy: "device")],
    scope: .account, key: "position",
    fields: [
      deviceInPath, buttonPosition,
    ] + buttonAction + [
      Field(
        "source", .choice, .always, "where it comes from", example: "template",
        choices: ["template", "override", "template_overridden", "model_default"]),
      Field(
        "template_button", .id, .sparse, "the button of the template", example: "tbtn_1",
        relation: .to("template_buttons")),
      Field(
        "override", .id, .sparse, "the button of its own", example: "dbo_1",
        relation: .to("button_overrides")),
      Field(
        "compatibility", .object, .always, "whether the device can show it", example: "{}",
        fields: [
          Field("supported", .boolean, .always, "whether it can", example: "true"),
          Field(
            "reason", .choice, .optional, "why it can't",
            example: "position_out_of_range_for_model",
            choices: [
              "vendor_does_not_support_type", "position_out_of_range_for_model",
              "device_has_no_owning_user", "displaced_by_own_line", "park_slot_not_provisioned",
            ]),
        ]),
    ],
    essentials: ["position", "label", "type", "source", "compatibility"], paging: .whole,
    order: .asListed,
    traps: [
      Trap(.anywhere, "the rows are worked out when they are read: they have no id and no times"),
      Trap(.field("compatibility"), "a button whose compatibility.supported is false is not shown"),
      selfTrap,
    ])

  /// What one device has other than its template.
  package static let buttonOverrides = Resource(
    name: "button_overrides", singular: "button override",
    summary: "What the buttons of one device have other than its template.",
    path: "/v1/devices/{device}/button_overrides", parents: [Parent("device", namedBy: "device")],
    scope: .account, idPrefixes: ["dbo"],
    fields: [
      .id(of: "override", example: "dbo_1"),
      Field(
        "device", .id, .always, "the device", example: "dev_mock001", alias: "device_id",
        relation: .to("devices")),
      buttonPosition,
      Field(
        "suppressed", .boolean, .always, "whether the button is left out", example: "false"),
      Field("label", .text, .sparse, "what stands beside it", example: "Reception"),
      Field(
        "type", .choice, .sparse, "what it does", example: "speed_dial", choices: buttonTypes,
        shape: "ButtonKind"),
      Field(
        "target", .object, .sparse, "what it does it with", example: "{}", fields: buttonTarget,
        shape: "ButtonTarget"),
      .createdAt,
    ],
    essentials: ["position", "suppressed", "label", "type", "created_at"],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(.field("suppressed"), "a suppressed button has no label and no type"),
      selfTrap,
    ])

  /// The templates that one device could follow.
  package static let compatibleButtonTemplates: Resource = {
    var templates = buttonTemplates
    templates.name = "compatible_button_templates"
    templates.singular = "compatible button template"
    templates.summary = "The button templates that one device could follow."
    templates.path = "/v1/devices/{device}/compatible_button_templates"
    templates.parents = [Parent("device", namedBy: "device")]
    // Their ids are those of `button_templates`.
    templates.idPrefixes = []
    templates.expansions = []
    templates.fields.insert(deviceInPath, at: 0)
    templates.traps = [
      Trap(
        .anywhere,
        "they are rows of button_templates; some of a template's buttons may not fit the device")
    ]
    return templates
  }()

  /// What the buttons of several devices follow.
  package static let buttonTemplates = Resource(
    name: "button_templates", singular: "button template",
    summary: "What the buttons of several devices follow.",
    path: "/v1/button_templates", scope: .account, idPrefixes: ["btpl"],
    fields: [
      .id(of: "template", example: "btpl_123"),
      .name(example: "Front desk"),
      Field("description", .text, .sparse, "what it is for", example: "Phones at the entrance"),
      .createdAt, .updatedAt,
    ],
    essentials: ["name", "description", "updated_at", "id"],
    expansions: [ResourceExpansion("buttons", .array(of: "template_buttons"), isForItems: true)],
    order: .newestFirst(by: "created_at"),
    traps: [Trap(.anywhere, "a template's buttons are the list template_buttons")])

  /// The buttons of one template.
  package static let templateButtons = Resource(
    name: "template_buttons", singular: "template button",
    summary: "The buttons of one template.",
    path: "/v1/button_templates/{template}/buttons",
    parents: [Parent("template", namedBy: "template")], scope: .account, idPrefixes: ["tbtn"],
    fields: [
      .id(of: "button", example: "tbtn_1"),
      Field(
        "template", .id, .always, "the template", example: "btpl_123", alias: "template_id",
        relation: .to("button_templates")),
      buttonPosition,
    ] + buttonAction + [.createdAt],
    essentials: ["position", "label", "type", "target", "created_at"],
    order: .newestFirst(by: "created_at"),
    traps: [
      Trap(.anywhere, "the rows don't come in the order of the buttons: sort by position"),
      selfTrap,
    ])

  private static let selfTrap = Trap(
    .field("target"), "target.user may be the word `self`, which is the user of the device")

  private static let deviceInPath = Field(
    "device", .id, .inPath, "the device", example: "dev_mock001", relation: .to("devices"))

  private static let buttonPosition = Field(
    "position", .integer, .always, "the place among the buttons", example: "3")

  private static let buttonAction: [Field] = [
    Field("label", .text, .always, "what stands beside it", example: "Reception"),
    Field(
      "type", .choice, .always, "what it does", example: "speed_dial", choices: buttonTypes,
      shape: "ButtonKind"),
    Field(
      "target", .object, .always, "what it does it with", example: "{}", fields: buttonTarget,
      shape: "ButtonTarget"),
  ]

  /// What a button needs, by what it does.
  private static let buttonTarget: [Field] = [
    Field(
      "user", .id, .optional, "a person; `self` is the user of the device",
      example: "user_01h2xcejqtf2nbrexx3vqjhp42", relation: .to("users")),
    Field("line_index", .integer, .optional, "a line of the device", example: "1"),
    Field("slot", .integer, .optional, "a place to park calls", example: "1"),
    Field(
      "shared_voicemail_box", .id, .optional, "a mailbox", example: "svm_01h2",
      relation: .to("shared_voicemail_boxes")),
    Field("queue", .id, .optional, "a queue", example: "qu_123", relation: .to("queues")),
    Field("destination", .text, .optional, "who is called", example: "+14155551234"),
    Field("digits", .text, .optional, "the keys that it presses", example: "*68"),
    Field("url", .text, .optional, "what it asks for", example: "https://example.com/open"),
    Field("address", .text, .optional, "the group that hears it", example: "224.0.1.75"),
    Field("port", .integer, .optional, "the port of that group", example: "5001"),
    Field("mode", .text, .optional, "how it hands a call on", example: "blind"),
  ]

  private static let buttonTypes: [Choice] = [
    "line", "blf_extension", "blf_park", "blf_voicemail_shared", "blf_queue_agent",
    "blf_queue_depth", "speed_dial", "dtmf", "voicemail", "url", "multicast", "conference",
    "transfer", "forward", "park", "intercom", "dnd", "record_toggle",
  ]
}
