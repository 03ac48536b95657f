import DialSandbox
import DialStack
import Testing

/// What the orders, buttons, plans and blocked numbers of an account say of its other lists.
@Suite struct OrderTests {
  @Test func numbersThatWereBoughtAreThere() async throws {
    for rows in try await AccountRows.several() {
      let numbers = try await rows.all("/v1/phone-numbers")
      let own = Set(numbers.compactMap { $0["phone_number"]?.text })
      for order in try await rows.all("/v1/phone-number-orders") {
        func phones(_ key: String) -> [String] { order[key]?.elements.compactMap(\.text) ?? [] }
        let (done, failed) = (phones("completed_numbers"), phones("failed_numbers"))
        let all = phones("phone_numbers")
        let isPending = order["status"] == .text("pending")
        #expect(isPending ? done + failed == [] : Set(done + failed) == Set(all))
        #expect(!all.isEmpty && own.isSuperset(of: done))
        let status =
          failed.isEmpty ? "complete" : done.isEmpty ? "failed" : "partial"
        #expect(isPending || order["status"] == .text(status))
        #expect((order["error_message"] == .null) == failed.isEmpty)
      }
    }
  }

  @Test func portOrdersHaveTheTimesOfTheirStatus() async throws {
    for rows in try await AccountRows.several() {
      let own = Set(
        try await rows.all("/v1/phone-numbers").compactMap { $0["phone_number"]?.text })
      for order in try await rows.all("/v1/port-orders") {
        let status = order["status"]?.text ?? ""
        let isSubmitted = order["submitted_at"] != .null
        if ["draft", "approved"].contains(status) { #expect(!isSubmitted) }
        if ["submitted", "exception", "foc", "complete"].contains(status) { #expect(isSubmitted) }
        let details = try #require(order["details"])
        #expect((details["actual_foc_date"] != .null) == ["foc", "complete"].contains(status))
        #expect((details["rejection"] != .null) == (status == "exception"))
        #expect((details["approval"] == .null) == (status == "draft"))
        let numbers = details["phone_numbers"]?.elements.compactMap(\.text) ?? []
        #expect(!numbers.isEmpty && (status != "complete" || own.isSuperset(of: numbers)))
      }
    }
  }

  @Test(arguments: APIStep.allCases)
  func hardwareOrdersAddUpAndTheirTimesGoOn(_ step: APIStep) async throws {
    let sandbox = try sharedSandbox(accounts: 4, api: step)
    for rows in try await AccountRows.of(sandbox) {
      for order in try await rows.all("/v1/hardware-orders") {
        let items = order["items"]?.elements ?? []
        let ids = items.compactMap { $0["id"]?.text }
        #expect(!items.isEmpty && Set(ids).count == ids.count)
        #expect(items.allSatisfy { $0["base_item"]?.text.map(ids.contains) ?? true })
        guard step >= .n1 else {
          #expect(order["status"]?.text != nil && order["placed_at"] == nil)
          continue
        }
        let lines = order["lines"]?.elements ?? []
        #expect(
          lines.compactMap { $0["amount_cents"]?.number }.reduce(0, +)
            == order["goods_cents"]?.number)
        let total = order["shipping_cents"]?.number.map { $0 + (order["goods_cents"]?.number ?? 0) }
        #expect(order["total_cents"]?.number == total)
        let times = ["created_at", "placed_at", "payment_submitted_at", "payment_settled_at"]
          .compactMap { microseconds(order[$0]?.text) }
        #expect(times == times.sorted())
        let isDraft = order["placed_at"] == .null
        let isFulfilled = items.allSatisfy { $0["fulfilled_at"] != .null }
        #expect(!isFulfilled || !isDraft && order["fulfillment_status"] == .text("released"))
        #expect(
          (order["rejection_reason"] != .null) == (order["fulfillment_status"] == .text("rejected"))
        )
        guard step >= .n2 else { continue }
        let isSettled = ["settled", "reversed"].contains(order["payment_status"]?.text)
        #expect((order["payment_settled_at"] != .null) == isSettled)
      }
    }
  }

  @Test func nodesOfAPlanLeadToEachOther() async throws {
    for rows in try await AccountRows.several() {
      for plan in try await rows.all("/v1/dialplans") {
        let nodes = plan["nodes"]?.elements ?? []
        let ids = nodes.compactMap { $0["id"]?.text }
        #expect(Set(ids).count == nodes.count && plan["entry_node"]?.text.map(ids.contains) == true)
        for config in nodes.compactMap({ $0["config"] }) {
          let next = [
            "next", "open", "closed", "holiday", "timeout_next_node", "invalid_next_node",
          ]
          .compactMap { config[$0]?.text }
          let chosen = config["options"]?.elements.compactMap { $0["next_node"]?.text } ?? []
          #expect((next + chosen).allSatisfy(ids.contains))
        }
      }
    }
  }

  @Test func aQueueThatIsLeftSaysWhereTo() async throws {
    for rows in try await AccountRows.several() {
      for queue in try await rows.all("/v1/queues") {
        #expect(queue["exit"]?["type"] == nil || queue["exit_key"]?.text != nil)
        for way in [queue["timeout"], queue["exit"]].compactMap(\.self) where way != .null {
          let key = way["type"] == .text("ring_user") ? "user" : way["type"]?.text ?? ""
          #expect(way[key]?.text != nil && way[key] != queue["id"])
        }
      }
    }
  }

  @Test func buttonsOfADeviceAreThoseOfItsTemplateAndItsOwn() async throws {
    for rows in try await AccountRows.several().prefix(3) {
      for device in try await rows.all("/v1/devices").prefix(40) {
        let id = device["id"]?.text ?? ""
        let template = (device["button_template"] ?? device["button_template_id"])?.text
        let own = try await rows.all("/v1/devices/\(id)/button_overrides")
        let shared =
          try await template.asyncMap { try await rows.all("/v1/button_templates/\($0)/buttons") }
          ?? []
        for list in [own, shared] {
          #expect(Set(list.compactMap { $0["position"]?.number }).count == list.count)
        }
        let suppressed = own.filter { $0["suppressed"] == .flag(true) }
        #expect(suppressed.allSatisfy { $0["type"] == nil && $0["label"] == nil })
        let places = Set((own + shared).compactMap { $0["position"]?.number })
          .subtracting(suppressed.compactMap { $0["position"]?.number })
        let buttons = try await rows.all("/v1/devices/\(id)/buttons")
        #expect(buttons.compactMap { $0["position"]?.number } == places.sorted())
        for button in buttons {
          let override = own.first { $0["id"] == button["override"] }
          let made = override ?? shared.first { $0["id"] == button["template_button"] }
          #expect(made?["label"] == button["label"] && made?["target"] == button["target"])
        }
      }
    }
  }

  @Test func blockedNumbersHaveCalled() async throws {
    for rows in try await AccountRows.several() {
      let callers = Set(
        try await rows.all("/v1/calls").compactMap { $0["from_number"]?.text })
      let blocked = try await rows.all("/v1/blocked-numbers")
      let numbers = blocked.compactMap { $0["phone_number"]?.text }
      #expect(Set(numbers).count == blocked.count && callers.isSuperset(of: numbers))
    }
  }

  @Test func listenersCameWhileACallWasTalkedOn() async throws {
    let rows = AccountRows(sandbox: try Sandbox(), account: account)
    var count = 0
    for call in try await rows.all("/v1/calls").prefix(60) {
      let listeners = try await rows.all("/v1/calls/\(call["id"]?.text ?? "")/listeners")
      count += listeners.count
      for listener in listeners {
        let time = try #require(microseconds(listener["created_at"]?.text))
        let start = try #require(microseconds(call["connected_at"]?.text))
        #expect(start <= time && microseconds(call["ended_at"]?.text).map { time <= $0 } ?? true)
        #expect(listener["call_id"] == call["id"])
      }
    }
    #expect(count > 0)
  }
}

extension Optional {
  fileprivate func asyncMap<Result>(_ transform: (Wrapped) async throws -> Result) async rethrows
    -> Result?
  {
    guard let self else { return nil }
    return try await transform(self)
  }
}
