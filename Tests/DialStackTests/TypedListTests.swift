import DialStack
import Foundation
import Testing

/// Every method of the SDK's lists, and what it sends.
struct TypedListTests {
  private static let time = Date(timeIntervalSince1970: 1_768_471_200)

  private func sent(_ calls: (Client) async -> Void) async -> String {
    let transport = ScriptedTransport([])
    await calls(Client(transport: transport))
    return transport.requests.map { "\($0.target) \($0.account?.rawValue ?? "-")" }
      .joined(separator: "\n")
  }

  @Test func accountsToDeviceListsAskAsTheCatalogSays() async {
    let sent = await sent { client in
      _ = try? await client.aiAgents.list(limit: 5, expand: [.extensions], account: "acct_1")
        .firstPage()
      _ = try? await client.aiAgents.retrieve("aiagent_1", expand: [.extensions], account: "acct_1")
      _ = try? await client.accounts.list(limit: 5).firstPage()
      _ = try? await client.accounts.retrieve("acct_1")
      _ = try? await client.accounts.pricing(of: "acct_1")
      _ = try? await client.accounts.effectivePricing(of: "acct_1")
      _ = try? await client.accounts.terms(of: "acct_1")
      _ = try? await client.accounts.portOutPIN(of: "acct_1")
      _ = try? await client.adminUsers.list(limit: 5, expand: [.user], account: "acct_1")
        .firstPage()
      _ = try? await client.adminUsers.retrieve("adminuser_1", expand: [.user], account: "acct_1")
      _ = try? await client.audioClips.list(limit: 5, account: "acct_1").firstPage()
      _ = try? await client.blockedNumbers.list(limit: 5, account: "acct_1").firstPage()
      _ = try? await client.blockedNumbers.retrieve("+14155551234", account: "acct_1")
      _ = try? await client.buttonTemplates.list(limit: 5, account: "acct_1").firstPage()
      _ = try? await client.buttonTemplates.retrieve(
        "btpl_1", expand: [.buttons], account: "acct_1")
      _ = try? await client.buttonTemplates.buttons(of: "btpl_1", limit: 5, account: "acct_1")
        .firstPage()
      _ = try? await client.calls.list(
        limit: 5, user: "user_1", did: "did_1", direction: .inbound, fromNumber: "+14155551234",
        toNumber: "+14155551234", status: .noAnswer, from: Self.time, to: Self.time, expand: [.did],
        account: "acct_1"
      ).firstPage()
      _ = try? await client.calls.retrieve("call_1", expand: [.did], account: "acct_1")
      _ = try? await client.calls.listeners(of: "call_1", limit: 5, account: "acct_1").firstPage()
      _ = try? await client.calls.transcript(of: "call_1", account: "acct_1")
      _ = try? await client.calls.recording(of: "call_1", account: "acct_1")
      _ = try? await client.dectBases.list(limit: 5, account: "acct_1").firstPage()
      _ = try? await client.dectBases.retrieve("dectb_1", account: "acct_1")
      _ = try? await client.dectBases.dectHandsets(of: "dectb_1", limit: 5, account: "acct_1")
        .firstPage()
      _ = try? await client.dectBases.dectExtensions(
        of: "decth_1", base: "dectb_1", limit: 5, account: "acct_1"
      ).firstPage()
      _ = try? await client.devices.list(
        limit: 5, type: .deskphone, location: "loc_1", expand: [.users], account: "acct_1"
      ).firstPage()
      _ = try? await client.devices.retrieve("dev_1", expand: [.users], account: "acct_1")
      _ = try? await client.devices.users(of: "dev_1", account: "acct_1").firstPage()
      _ = try? await client.devices.buttons(of: "dev_1", account: "acct_1").firstPage()
      _ = try? await client.devices.buttonOverrides(of: "dev_1", limit: 5, account: "acct_1")
        .firstPage()
      _ = try? await client.devices.compatibleButtonTemplates(
        of: "dev_1", limit: 5, account: "acct_1"
      ).firstPage()
      _ = try? await client.devices.lines(of: "dev_1", limit: 5, account: "acct_1").firstPage()
      _ = try? await client.devices.events(
        of: "dev_1", limit: 5, from: Self.time, to: Self.time, account: "acct_1"
      ).firstPage()
    }
    #expect(
      sent == """
        /v1/ai-agents?limit=5&expand%5B%5D=extensions acct_1
        /v1/ai-agents/aiagent_1?expand%5B%5D=extensions acct_1
        /v1/accounts?limit=5 -
        /v1/accounts/acct_1 -
        /v1/accounts/acct_1/pricing -
        /v1/accounts/acct_1/effective-pricing -
        /v1/accounts/acct_1/tos -
        /v1/accounts/acct_1/port-out-pin -
        /v1/admin/users?limit=5&expand%5B%5D=user acct_1
        /v1/admin/users/adminuser_1?expand%5B%5D=user acct_1
        /v1/audio_clips?limit=5 acct_1
        /v1/blocked-numbers?limit=5 acct_1
        /v1/blocked-numbers/%2B14155551234 acct_1
        /v1/button_templates?limit=5 acct_1
        /v1/button_templates/btpl_1?expand%5B%5D=buttons acct_1
        /v1/button_templates/btpl_1/buttons?limit=5 acct_1
        /v1/calls?limit=5&user_id=user_1&did=did_1&direction=inbound&from_number=%2B14155551234\
        &to_number=%2B14155551234&status=no-answer&from_date=2026-01-15T10%3A00%3A00Z\
        &to_date=2026-01-15T10%3A00%3A00Z&expand%5B%5D=did acct_1
        /v1/calls/call_1?expand%5B%5D=did acct_1
        /v1/calls/call_1/listeners?limit=5 acct_1
        /v1/calls/call_1/transcript acct_1
        /v1/calls/call_1/recording acct_1
        /v1/dect-bases?limit=5 acct_1
        /v1/dect-bases/dectb_1 acct_1
        /v1/dect-bases/dectb_1/handsets?limit=5 acct_1
        /v1/dect-bases/dectb_1/handsets/decth_1/extensions?limit=5 acct_1
        /v1/devices?limit=5&type=deskphone&location=loc_1&expand%5B%5D=users acct_1
        /v1/devices/dev_1?expand%5B%5D=users acct_1
        /v1/devices/dev_1/users acct_1
        /v1/devices/dev_1/buttons acct_1
        /v1/devices/dev_1/button_overrides?limit=5 acct_1
        /v1/devices/dev_1/compatible_button_templates?limit=5 acct_1
        /v1/deskphones/dev_1/lines?limit=5 acct_1
        /v1/deskphones/dev_1/events?limit=5&from=2026-01-15T10%3A00%3A00Z\
        &to=2026-01-15T10%3A00%3A00Z acct_1
        """)
  }

  @Test func dialPlansToPortOrdersAskAsTheCatalogSays() async {
    let sent = await sent { client in
      _ = try? await client.dialPlans.list(limit: 5, expand: [.extensions], account: "acct_1")
        .firstPage()
      _ = try? await client.dialPlans.retrieve(
        "dialplan_1", expand: [.extensions], account: "acct_1")
      _ = try? await client.extensions.list(limit: 5, target: "user_1", account: "acct_1")
        .firstPage()
      _ = try? await client.extensions.retrieve("+14155551234", account: "acct_1")
      _ = try? await client.faxes.list(
        limit: 5, direction: .inbound, status: .failed, did: "did_1", isRead: true,
        number: "+14155551234", expand: [.file, .did], account: "acct_1"
      ).firstPage()
      _ = try? await client.faxes.retrieve("fax_1", expand: [.file, .did], account: "acct_1")
      _ = try? await client.hardwareOrders.list(expand: [.itemsDevice], account: "acct_1")
        .firstPage()
      _ = try? await client.hardwareOrders.retrieve(
        "hardwareorder_1", expand: [.itemsDevice], account: "acct_1")
      _ = try? await client.locations.list(limit: 5, account: "acct_1").firstPage()
      _ = try? await client.locations.retrieve("loc_1", account: "acct_1")
      _ = try? await client.phoneNumberOrders.list(
        limit: 5, status: .partial, orderType: .purchase, account: "acct_1"
      ).firstPage()
      _ = try? await client.phoneNumberOrders.retrieve("phonenumberorder_1", account: "acct_1")
      _ = try? await client.phoneNumbers.list(limit: 5, status: .active, account: "acct_1")
        .firstPage()
      _ = try? await client.phoneNumbers.retrieve("did_1", account: "acct_1")
      _ = try? await client.phoneNumbers.smsPortOut(of: "did_1", account: "acct_1")
      _ = try? await client.portOrders.list(limit: 5, status: .foc, account: "acct_1").firstPage()
      _ = try? await client.portOrders.retrieve("portorder_1", account: "acct_1")
      _ = try? await client.queues.list(
        limit: 5, expand: [.extensions, .members], account: "acct_1"
      ).firstPage()
      _ = try? await client.queues.retrieve(
        "qu_1", expand: [.extensions, .members], account: "acct_1")
      _ = try? await client.queues.members(of: "qu_1", limit: 5, account: "acct_1").firstPage()
    }
    #expect(
      sent == """
        /v1/dialplans?limit=5&expand%5B%5D=extensions acct_1
        /v1/dialplans/dialplan_1?expand%5B%5D=extensions acct_1
        /v1/extensions?limit=5&target=user_1 acct_1
        /v1/extensions/%2B14155551234 acct_1
        /v1/faxes?limit=5&direction=inbound&status=failed&did=did_1&is_read=true\
        &number=%2B14155551234&expand%5B%5D=file&expand%5B%5D=did acct_1
        /v1/faxes/fax_1?expand%5B%5D=file&expand%5B%5D=did acct_1
        /v1/hardware-orders?expand%5B%5D=items.device acct_1
        /v1/hardware-orders/hardwareorder_1?expand%5B%5D=items.device acct_1
        /v1/locations?limit=5 acct_1
        /v1/locations/loc_1 acct_1
        /v1/phone-number-orders?limit=5&status=partial&order_type=purchase acct_1
        /v1/phone-number-orders/phonenumberorder_1 acct_1
        /v1/phone-numbers?limit=5&status=active acct_1
        /v1/phone-numbers/did_1 acct_1
        /v1/phone-numbers/did_1/sms-port-out acct_1
        /v1/port-orders?limit=5&status=foc acct_1
        /v1/port-orders/portorder_1 acct_1
        /v1/queues?limit=5&expand%5B%5D=extensions&expand%5B%5D=members acct_1
        /v1/queues/qu_1?expand%5B%5D=extensions&expand%5B%5D=members acct_1
        /v1/queues/qu_1/members?limit=5 acct_1
        """)
  }

  @Test func queuesToWebhookEndpointsAskAsTheCatalogSays() async {
    let sent = await sent { client in
      _ = try? await client.ringGroups.list(limit: 5, expand: [.extensions], account: "acct_1")
        .firstPage()
      _ = try? await client.ringGroups.retrieve(
        "ringgroup_1", expand: [.extensions], account: "acct_1")
      _ = try? await client.schedules.list(limit: 5, account: "acct_1").firstPage()
      _ = try? await client.schedules.retrieve("schedule_1", account: "acct_1")
      _ = try? await client.sharedVoicemailBoxes.list(limit: 5, account: "acct_1").firstPage()
      _ = try? await client.sharedVoicemailBoxes.greeting(of: "svm_1", account: "acct_1")
      _ = try? await client.users.list(
        limit: 5, search: "x y", expand: [.extensions], account: "acct_1"
      ).firstPage()
      _ = try? await client.users.retrieve("user_1", expand: [.extensions], account: "acct_1")
      _ = try? await client.users.presence(of: "user_1", account: "acct_1")
      _ = try? await client.users.queueAgent(of: "user_1", account: "acct_1")
      _ = try? await client.users.greeting(of: "user_1", account: "acct_1")
      _ = try? await client.voiceApps.list(limit: 5, expand: [.extensions], account: "acct_1")
        .firstPage()
      _ = try? await client.voiceApps.retrieve(
        "voiceapp_1", expand: [.extensions], account: "acct_1")
      _ = try? await client.voicemails.list(
        limit: 5, owner: "user_1", isRead: true, from: Self.time, expand: [.call], account: "acct_1"
      ).firstPage()
      _ = try? await client.voicemails.retrieve("vm_1", expand: [.call], account: "acct_1")
      _ = try? await client.voicemails.transcript(of: "vm_1", account: "acct_1")
      _ = try? await client.webhookEndpoints.list(limit: 5, account: "acct_1").firstPage()
      _ = try? await client.webhookEndpoints.retrieve("webhookendpoint_1", account: "acct_1")
    }
    #expect(
      sent == """
        /v1/ring_groups?limit=5&expand%5B%5D=extensions acct_1
        /v1/ring_groups/ringgroup_1?expand%5B%5D=extensions acct_1
        /v1/schedules?limit=5 acct_1
        /v1/schedules/schedule_1 acct_1
        /v1/shared_voicemail_boxes?limit=5 acct_1
        /v1/voicemail_greetings/svm_1/unavailable acct_1
        /v1/users?limit=5&search=x%20y&expand%5B%5D=extensions acct_1
        /v1/users/user_1?expand%5B%5D=extensions acct_1
        /v1/users/user_1/presence acct_1
        /v1/users/user_1/queue-agent acct_1
        /v1/voicemail_greetings/user_1/unavailable acct_1
        /v1/voice-apps?limit=5&expand%5B%5D=extensions acct_1
        /v1/voice-apps/voiceapp_1?expand%5B%5D=extensions acct_1
        /v1/voicemails?limit=5&owner=user_1&is_read=true&from_date=2026-01-15T10%3A00%3A00Z\
        &expand%5B%5D=call acct_1
        /v1/voicemails/vm_1?expand%5B%5D=call acct_1
        /v1/voicemails/vm_1/transcript acct_1
        /v1/webhook_endpoints?limit=5 acct_1
        /v1/webhook_endpoints/webhookendpoint_1 acct_1
        """)
  }

  @Test func aTimeThatNoQueryCanHoldIsRefusedBeforeSending() async throws {
    let transport = ScriptedTransport([])
    let calls = Client(transport: transport).calls.list(
      from: .distantFuture + 1e15, account: "acct_1")
    await #expect(
      throws: APIError(.invalidRequest, "`from_date` is no time of the years 1 to 9999")
    ) { try await calls.firstPage() }
    #expect(transport.requests.isEmpty)
  }

  @Test(arguments: ["", ".", ".."])
  func aKeyThatLeadsElsewhereIsRefusedBeforeSending(_ number: String) async throws {
    let transport = ScriptedTransport([])
    let client = Client(transport: transport)
    await #expect(
      throws: APIError(.invalidRequest, "an id is neither empty nor `.` nor `..`")
    ) { try await client.extensions.retrieve(number, account: "acct_1") }
    #expect(transport.requests.isEmpty)
  }

  @Test func anObjectThatNotEveryItemHasIsNilAtA404() async throws {
    let transport = ScriptedTransport([
      Response(status: 404, headers: [], body: Array(#"{"error":"no transcript"}"#.utf8))
    ])
    #expect(
      try await Client(transport: transport).calls.transcript(of: "call_1", account: "acct_1")
        == nil)
  }
}
