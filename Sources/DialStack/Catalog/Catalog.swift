/// The resources that the program knows.
package struct Catalog: Sendable, Hashable {
  /// The resources in the order of `help`.
  package let resources: [Resource]
  /// The names of the API's lists that this version doesn't read.
  package let unavailable: Set<String>

  package init(resources: [Resource], unavailable: Set<String> = []) {
    self.resources = resources
    self.unavailable = unavailable
  }

  /// The resource that the language calls `name`.
  package subscript(name: String) -> Resource? {
    resources.first { $0.name == name }
  }

  /// The list of the accounts that other lists belong to.
  package var accountList: Resource? { resources.first(where: \.holdsAccounts) }

  /// The word for ``accountList``, as sentences name it.
  package var accountListName: String { accountList?.name ?? "accounts" }
}

extension Catalog {
  /// The resources of the DialStack API.
  package static let standard = Catalog(
    resources: [.accounts, .numbers],
    unavailable: [
      "admin_users", "ai_agents", "audio_clips", "available_phone_numbers", "blocked_numbers",
      "button_overrides", "button_templates", "calls", "compatible_button_templates",
      "deskphone_events", "deskphone_lines", "dect_bases", "dect_extensions", "dect_handsets",
      "device_buttons", "device_users", "devices", "dial_plans", "extensions", "faxes",
      "hardware_orders", "listeners", "locations", "phone_number_orders", "port_orders",
      "presence", "queue_members", "queues", "ring_groups", "schedules",
      "shared_voicemail_boxes", "template_buttons", "users", "voice_apps", "voicemails",
      "webhook_endpoints",
    ])
}
