import DialSandbox
import DialStack
import Testing

/// What the lists of an account say of each other.
@Suite struct AgreementTests {
  @Test func extensionsRingWhatIsThere() async throws {
    for rows in try await AccountRows.several() {
      let users = try await rows.ids("/v1/users")
      let others = try await rows.ids("/v1/queues").union(rows.ids("/v1/ring_groups"))
      let extensions = try await rows.all("/v1/extensions")
      let numbers = extensions.compactMap { $0["number"]?.text }
      #expect(Set(numbers).count == extensions.count)
      #expect(numbers == numbers.sorted(by: >))
      let targets = extensions.compactMap { $0["target"]?.text }
      #expect(Set(targets).isSubset(of: users.union(others)))
      #expect(users.subtracting(targets).count == min(1, users.count))
    }
  }

  @Test func internalCallsAreBetweenExtensions() async throws {
    for rows in try await AccountRows.several() {
      let owners = Dictionary(
        uniqueKeysWithValues: try await rows.all("/v1/extensions").map {
          ($0["number"]?.text ?? "", $0["target"]?.text ?? "")
        })
      guard owners.values.contains(where: { $0.hasPrefix("user_") }) else { continue }
      for call in try await rows.all("/v1/calls") where call["direction"] == .text("internal") {
        let user = (call["user"] ?? call["user_id"])?.text
        #expect(user != nil && owners[call["from_number"]?.text ?? ""] == user)
        let to = call["to_number"]?.text ?? ""
        #expect(owners[to] != nil || ["*681", "Voicemail"].contains(to))
      }
    }
  }

  @Test func queuesAreAnsweredByUsers() async throws {
    for rows in try await AccountRows.several().prefix(5) {
      let users = try await rows.ids("/v1/users")
      for queue in try await rows.ids("/v1/queues") {
        let members = try await rows.all("/v1/queues/\(queue)/members")
        let who = members.compactMap { ($0["user"] ?? $0["user_id"])?.text }
        #expect(Set(who).count == members.count && users.isSuperset(of: who))
        #expect(Set(members.compactMap { $0["position"]?.number }).count == members.count)
      }
    }
  }

  @Test func ringGroupsHoldUsersAndNumbersOutside() async throws {
    for rows in try await AccountRows.several() {
      let users = try await rows.ids("/v1/users")
      let boxes = try await rows.ids("/v1/shared_voicemail_boxes")
      let queues = try await rows.ids("/v1/queues")
      for group in try await rows.all("/v1/ring_groups") {
        for member in group["members"]?.elements ?? [] {
          let (user, phone) = (member["extension"]?.text, member["phone_number"]?.text)
          #expect((user == nil) != (phone == nil))
          #expect(user.map(users.contains) ?? true)
        }
        let target = group["timeout_target"]?.text
        switch group["timeout_action"]?.text {
        case "ring_user": #expect(target.map(users.contains) == true)
        case "voicemail": #expect(target.map(boxes.contains) == true)
        case "queue": #expect(target.map(queues.contains) == true)
        default: #expect(target == nil)
        }
      }
    }
  }

  @Test func faxesAgreeWithTheirDirection() async throws {
    for rows in try await AccountRows.several() {
      let numbers = Dictionary(
        try await rows.all("/v1/phone-numbers").map { ($0["id"]?.text ?? "", $0) },
        uniquingKeysWith: { first, _ in first })
      for fax in try await rows.all("/v1/faxes") {
        let isInbound = fax["direction"] == .text("inbound")
        let status = fax["status"]?.text ?? ""
        #expect(isInbound == (status == "received"))
        #expect(!isInbound || fax["submitted_at"] == .null)
        #expect(isInbound || fax["read_at"] == .null)
        #expect((status == "pending") == (fax["completed_at"] == .null))
        #expect((status == "failed") == (fax["error_code"]?.text != nil))
        let own = fax[isInbound ? "to_number" : "from_number"]
        guard let number = numbers[fax["did"]?.text ?? ""], own?.text != nil else { continue }
        #expect(number["phone_number"] == own)
      }
    }
  }

  @Test func schedulesHaveHoursThatBeginBeforeTheyEnd() async throws {
    for rows in try await AccountRows.several() {
      for schedule in try await rows.all("/v1/schedules") {
        let ranges = schedule["ranges"]?.elements ?? []
        let days = ranges.compactMap { $0["day"]?.number }
        #expect(days.count >= 5 && days == Set(days).sorted())
        #expect(days.allSatisfy { (0...6).contains($0) })
        #expect(ranges.allSatisfy { ($0["start"]?.text ?? "") < ($0["end"]?.text ?? "") })
      }
    }
  }

  @Test func devicesAreSeenWhileTheyCanBeReached() async throws {
    for rows in try await AccountRows.several() {
      let devices = try await rows.all("/v1/devices")
      let bases = Set(
        devices.filter { $0["type"] == .text("dect_base") }.compactMap { $0["id"]?.text })
      for device in devices {
        let isRegistered = device["registration_status"] == .text("registered")
        #expect(isRegistered == (device["last_registered_at"] != .null))
        let isHandset = device["type"] == .text("dect_handset")
        #expect(isHandset == (device["mac_address"] == nil))
        #expect(!isHandset || device["location"]?.text == nil)
        if let base = device["base"]?.text { #expect(isHandset && bases.contains(base)) }
      }
      let users = try await rows.ids("/v1/users")
      for device in devices.prefix(20) {
        let path = "/v1/devices/\(device["id"]?.text ?? "")/users"
        let lines = try await rows.all(path).compactMap { ($0["user"] ?? $0["user_id"])?.text }
        #expect(lines.allSatisfy(users.contains))
        #expect(!lines.isEmpty || device["registration_status"] == .text("not_registered"))
      }
    }
  }

  @Test func anAccountHasOneOwner() async throws {
    for rows in try await AccountRows.several() {
      let admins = try await rows.all("/v1/admin/users")
      #expect(admins.count { $0["role"] == .text("owner") } == min(1, admins.count))
      let users = admins.compactMap { $0["user"]?.text }
      #expect(Set(users).count == users.count)
    }
  }
}
