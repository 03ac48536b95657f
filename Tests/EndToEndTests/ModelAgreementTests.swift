import DialSandbox
import DialStack
import Foundation
import Testing

/// The SDK's models, held against the catalog over every list and object of the sandbox.
struct ModelAgreementTests {
  private typealias Model = any (Codable & Sendable).Type

  private static let catalog = Catalog.standard

  private static let old = Result { try Sandbox(options: options(.v3_0)) }
  private static let new = Result { try Sandbox(options: options(.n4)) }

  private static func options(_ step: APIStep) -> SandboxOptions {
    SandboxOptions(accounts: 3, numbers: 120, api: step)
  }

  private static let models: [String: Model] = [
    "accounts": Account.self, "numbers": PhoneNumber.self, "users": User.self,
    "admin_users": AdminUser.self, "extensions": Extension.self, "locations": Location.self,
    "calls": Call.self, "listeners": Listener.self, "voicemails": Voicemail.self,
    "faxes": Fax.self, "shared_voicemail_boxes": SharedVoicemailBox.self,
    "audio_clips": AudioClip.self, "devices": Device.self, "device_users": DeviceUser.self,
    "device_buttons": DeviceButton.self, "button_overrides": ButtonOverride.self,
    "button_templates": ButtonTemplate.self, "template_buttons": TemplateButton.self,
    "compatible_button_templates": ButtonTemplate.self, "dect_bases": DECTBase.self,
    "dect_handsets": DECTHandset.self, "dect_extensions": HandsetLine.self,
    "deskphone_lines": DeskPhoneLine.self, "deskphone_events": DeskPhoneEvent.self,
    "ring_groups": RingGroup.self, "queues": Queue.self, "queue_members": QueueMember.self,
    "schedules": Schedule.self, "dial_plans": DialPlan.self, "voice_apps": VoiceApp.self,
    "ai_agents": AIAgent.self, "blocked_numbers": BlockedNumber.self,
    "phone_number_orders": PhoneNumberOrder.self, "port_orders": PortOrder.self,
    "hardware_orders": HardwareOrder.self, "webhook_endpoints": WebhookEndpoint.self,
    "account_pricing": AccountPricing.self,
    "account_effective_pricing": AccountEffectivePricing.self, "account_tos": AccountTerms.self,
    "account_port_out_pin": AccountPortOutPIN.self, "user_presence": UserPresence.self,
    "user_queue_agent": UserQueueAgent.self, "greeting": Greeting.self,
    "call_transcript": CallTranscript.self, "call_recording": CallRecording.self,
    "voicemail_transcript": VoicemailTranscript.self,
    "number_sms_port_out": NumberSMSPortOut.self, "presence": PresenceEntry.self,
    "available_phone_numbers": AvailablePhoneNumber.self,
    "hardware_order_shipping_quote": HardwareOrderShippingQuote.self,
  ]

  @Test func everyListAndObjectHasAModel() {
    #expect(Set(Self.models.keys) == Set(Self.catalog.resources.map(\.name)))
  }

  /// What a model keeps of an item is what the catalog knows of it: each key and value, and no more.
  @Test(arguments: catalog.resources.map(\.name), [APIStep.v3_0, .n4])
  func aModelKeepsAllThatTheCatalogKnows(_ name: String, at step: APIStep) async throws {
    let resource = try #require(Self.catalog[name])
    guard resource.since <= step else { return }
    let model = try #require(Self.models[name])
    let sandbox = try (step == .v3_0 ? Self.old : Self.new).get()
    var count = 0
    for target in try await Self.targets(of: resource, in: sandbox) {
      for item in try await Self.items(at: target, in: sandbox) {
        let json = try JSONEncoder().encode(item)
        let read = try JSONDecoder().decode(model, from: json)
        let written = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(read))
        #expect(written == item.known(by: resource.itemFields), "\(target)")
        count += 1
      }
    }
    #expect(count > 0, "the sandbox has no \(name)")
  }

  /// The first pages of a list of the documents' account: of all that it may belong to, a few.
  private static func targets(of resource: Resource, in sandbox: Sandbox) async throws -> [String] {
    var known: [[String: String]] = [[:]]
    for parent in resource.parents {
      guard let relation = resource.field(named: parent.field)?.relation else {
        // Of what no list has, the sandbox has one with an id that ends alike.
        known = known.map { values in
          values.merging([parent.parameter: "quote_\(values.values.first?.suffix(26) ?? "")"]) {
            $1
          }
        }
        continue
      }
      let owner = try #require(catalog[relation.lists[0]])
      var more: [[String: String]] = []
      for values in known {
        let path = try #require(owner.path.filled(values))
        for item in try await items(at: path + "?limit=6", in: sandbox) {
          guard case .string(let id)? = item[owner.key] else { continue }
          more.append(values.merging([parent.parameter: id]) { $1 })
        }
      }
      known = more
    }
    var queries = resource.sizeParameter.map { ["?\($0)=40"] } ?? [""]
    if !resource.askedBy.isEmpty {
      let users = try await items(at: "/v1/users?limit=20", in: sandbox).compactMap { user in
        if case .string(let id)? = user["id"] { "user%5B%5D=\(id)" } else { nil }
      }
      queries = ["?\(users.joined(separator: "&"))", "?park_slot%5B%5D=all"]
    }
    return known.compactMap { resource.path.filled($0) }.flatMap { path in queries.map { path + $0 }
    }
  }

  /// The rows of a list, or the one object; none where there is no such thing.
  private static func items(at target: String, in sandbox: Sandbox) async throws -> [JSONValue] {
    let response = try await sandbox.send(
      Request(target: target, account: SandboxOptions.documentAccount))
    guard response.status == 200 else {
      #expect(response.status == 404, "\(target)")
      return []
    }
    let body = try JSONDecoder().decode(JSONValue.self, from: Data(response.body))
    if case .array(let rows)? = body["data"] { return rows }
    return [body]
  }
}

extension JSONValue {
  /// The members that a catalog's fields name, under their present names and without nulls.
  fileprivate func known(by fields: [Field]) -> JSONValue {
    guard case .object(let members) = self else { return self }
    var known: [String: JSONValue] = [:]
    for field in fields {
      let value = members[field.name] ?? field.alias.flatMap { members[$0] }
      guard let value, value != .null else { continue }
      known[field.name] = value.known(by: field)
    }
    return .object(known)
  }

  private func known(by field: Field) -> JSONValue {
    if field.kind == .time, case .string(let text) = self { return .string(text.shortTime) }
    if field.shape == "JSONValue" || field.fields.isEmpty { return self }
    if case .array(let values) = self {
      return .array(values.map { $0.known(by: field.fields) })
    }
    return known(by: field.fields)
  }
}

extension String {
  /// A time without the zeros at the end of its fraction, as the SDK writes it.
  fileprivate var shortTime: String {
    guard let dot = firstIndex(of: "."), hasSuffix("Z") else { return self }
    var fraction = self[dot...].dropLast()
    while fraction.hasSuffix("0") || fraction == "." { fraction.removeLast() }
    return self[..<dot] + fraction + "Z"
  }
}
