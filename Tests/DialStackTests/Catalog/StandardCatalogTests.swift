import DialStack
import Testing

/// The lists of the API as the program knows them, whole, so that a change shows.
@Suite struct StandardCatalogTests {
  @Test func lists() {
    #expect(
      Catalog.standard.resources.map(\.outline).joined(separator: "\n") == """
        accounts: platform /v1/accounts, key id, newest first by created_at
        numbers: account /v1/phone-numbers, key id, newest first by created_at
          status → status equal
        users: account /v1/users, key id, newest first by created_at
          search → text in name or email
        admin_users: account /v1/admin/users, key id, newest first by created_at
        presence: account /v1/presence, key user, in no order, whole, asked by user or slot
          user[] → user among
          park_slot[] → slot among, `all` for any
        extensions: account /v1/extensions, key number, highest first by number
          target → target equal
        locations: account /v1/locations, key id, newest first by created_at
        calls: account /v1/calls, key id, newest first by started_at
          user_id → user equal
          did → did equal
          direction → direction equal
          from_number → from_number equal
          to_number → to_number equal, wider
          status → status equal
          from_date → started_at atLeast
          to_date → started_at below
        listeners: account /v1/calls/{call}/listeners, key id, newest first by created_at
        voicemails: account /v1/voicemails, key id, newest first by created_at
          owner → owner equal
          is_read → is_read equal
          from_date → created_at atLeast
        faxes: account /v1/faxes, key id, newest first by created_at
          direction → direction equal
          status → status equal
          did → did equal
          is_read → read_at present
          number → digits in from_number or to_number
        shared_voicemail_boxes: account /v1/shared_voicemail_boxes, key id, in no order
        audio_clips: account /v1/audio_clips, key id, in no order
        devices: account /v1/devices, key id, newest first by created_at
          type → type equal
          location → location equal
        device_users: account /v1/devices/{device}/users, key line_number, in no order, whole
        device_buttons: account /v1/devices/{device}/buttons, key position, in no order, whole
        button_overrides: account /v1/devices/{device}/button_overrides, key id, newest first by created_at
        button_templates: account /v1/button_templates, key id, newest first by created_at
        template_buttons: account /v1/button_templates/{template}/buttons, key id, newest first by created_at
        compatible_button_templates: account /v1/devices/{device}/compatible_button_templates, key id, newest first by created_at
        dect_bases: account /v1/dect-bases, key id, newest first by created_at
        dect_handsets: account /v1/dect-bases/{base}/handsets, key id, in no order
        dect_extensions: account /v1/dect-bases/{base}/handsets/{handset}/extensions, key id, in no order
        deskphone_lines: account /v1/deskphones/{deskphone}/lines, key id, in no order
        deskphone_events: account /v1/deskphones/{deskphone}/events, key id, newest first by created_at
          from → created_at atLeast
          to → created_at below
        ring_groups: account /v1/ring_groups, key id, newest first by created_at
        queues: account /v1/queues, key id, newest first by created_at
        queue_members: account /v1/queues/{queue}/members, key id, newest first by created_at
        schedules: account /v1/schedules, key id, newest first by created_at
        dial_plans: account /v1/dialplans, key id, newest first by created_at
        voice_apps: account /v1/voice-apps, key id, newest first by created_at
        ai_agents: account /v1/ai-agents, key id, newest first by created_at
        blocked_numbers: account /v1/blocked-numbers, key phone_number, newest first by created_at
        available_phone_numbers: account /v1/available-phone-numbers, key phone_number, in no order, counted by quantity
          area_code → area_code equal
          state → state equal, wider
          city → city equal, wider
          zip → zip equal
          npa_nxx → npa_nxx equal
        phone_number_orders: account /v1/phone-number-orders, key id, newest first by created_at
          status → status equal
          order_type → order_type equal
        port_orders: account /v1/port-orders, key id, newest first by created_at
          status → status equal
        hardware_orders: account /v1/hardware-orders, key id, in no order, whole
          location → location equal in items
        webhook_endpoints: either /v1/webhook_endpoints, key id, newest first by created_at
        account_pricing: platform /v1/accounts/{account}/pricing, key account, in no order, one object
        account_effective_pricing: platform /v1/accounts/{account}/effective-pricing, key account, in no order, one object
        account_tos: platform /v1/accounts/{account}/tos, key account, in no order, one object
        account_port_out_pin: platform /v1/accounts/{account}/port-out-pin, key account, in no order, one object
        user_presence: account /v1/users/{user}/presence, key user, in no order, one object
        user_queue_agent: account /v1/users/{user}/queue-agent, key user, in no order, one object
        greeting: account /v1/voicemail_greetings/{owner}/unavailable, key owner, in no order, one object
        call_transcript: account /v1/calls/{call}/transcript, key call, in no order, one object
        call_recording: account /v1/calls/{call}/recording, key call, in no order, one object
        voicemail_transcript: account /v1/voicemails/{voicemail}/transcript, key voicemail, in no order, one object
        number_sms_port_out: account /v1/phone-numbers/{number}/sms-port-out, key number, in no order, one object
        hardware_order_shipping_quote: account /v1/hardware-orders/{order}/shipping-quotes/{quote}, key order, in no order, one object
        """)
  }

  @Test func secrets() {
    let secrets = Catalog.standard.resources.flatMap { resource in
      resource.fields.flatMap { $0.secrets(under: resource.name) }
    }
    #expect(
      secrets.joined(separator: "\n") == """
        users.config.find_me_follow_me: secret
        locations.address.address_number: secret
        locations.address.street: secret
        locations.address.unit: secret
        calls.recording_url: expiringLink(minutes: 10)
        voicemails.audio_url: expiringLink(minutes: 5)
        devices.current_ip_address: secret
        dect_bases.current_ip_address: secret
        deskphone_events.source_ip: secret
        ring_groups.members.phone_number: secret
        dial_plans.nodes.config.phone_number: secret
        voice_apps.secret: secret
        ai_agents.scheduling.webhook_url: secret
        port_orders.details.subscriber.account_number: secret
        port_orders.details.subscriber.pin: secret
        port_orders.details.subscriber.address: secret
        port_orders.details.approval: secret
        port_orders.details.loa.s3_key: secret
        port_orders.details.csr.s3_key: secret
        port_orders.details.bill_copy.s3_key: secret
        hardware_orders.ship_to_recipient: secret
        hardware_orders.ship_to_address.address_number: secret
        hardware_orders.ship_to_address.street: secret
        hardware_orders.ship_to_address.unit: secret
        webhook_endpoints.secret: secret
        account_tos.acceptance.ip: secret
        account_port_out_pin.pin: secret
        greeting.url: expiringLink(minutes: 5)
        call_recording.download_url: expiringLink(minutes: 10)
        hardware_order_shipping_quote.ship_to_address.address_number: secret
        hardware_order_shipping_quote.ship_to_address.street: secret
        hardware_order_shipping_quote.ship_to_address.unit: secret
        """)
  }
}

extension Resource {
  /// The name, the path, the key, the order, and what the API filters.
  fileprivate var outline: String {
    let order =
      switch order {
      case .newestFirst(let field): "newest first by \(field)"
      case .ascending(let field): "by \(field)"
      case .descending(let field): "highest first by \(field)"
      case .asListed: "in no order"
      }
    let start =
      "\(name): \(scope) \(path), key \(key), \(order)\(paging.outline)"
      + (askedBy.isEmpty ? "" : ", asked by \(askedBy.joined(separator: " or "))")
    return ([start] + filters.map(\.outline) + searches.map(\.outline)).joined(separator: "\n  ")
  }
}

extension Resource.Paging {
  fileprivate var outline: String {
    switch self {
    case .pages: ""
    case .whole: ", whole"
    case .counted(let parameter): ", counted by \(parameter)"
    case .object: ", one object"
    }
  }
}

extension Filter {
  fileprivate var outline: String {
    "\(parameter) → \(field) \(comparison)\(isWider ? ", wider" : "")"
      + (anyValue.map { ", `\($0)` for any" } ?? "") + (list.map { " in \($0)" } ?? "")
  }
}

extension Search {
  fileprivate var outline: String {
    "\(parameter) → \(subject) in \(fields.joined(separator: " or "))"
  }
}

extension Field {
  /// The ways to what is not for every eye.
  fileprivate func secrets(under path: String) -> [String] {
    let own = sensitivity.map { ["\(path).\(name): \($0)"] } ?? []
    return own + fields.flatMap { $0.secrets(under: "\(path).\(name)") }
  }
}
