import DialSandbox
import DialStack
import FoundationEssentials
import Testing

/// The faults that are planted are those that the rows have, and no others.
@Suite struct PlantedFaultTests {
  private static let several: [SandboxOptions] = [
    .init(accounts: 4), .init(seed: 2, accounts: 2, numbers: 40),
  ]

  @Test(arguments: several.indices)
  func faultsOfTheRowsAreThoseThatAreDescribed(_ index: Int) async throws {
    let options = Self.several[index]
    let described = try PlantedFaults.all(of: options)
    let accounts = try await AccountRows.of(Sandbox(options: options))
    #expect(described.map(\.account) == accounts.map(\.account.rawValue))
    for (rows, faults) in zip(accounts, described) {
      let found = try await faultsFound(in: rows)
      for kind in PlantedFaults.Kind.allCases {
        #expect(
          Set(found[kind] ?? []) == Set(faults.ids[kind] ?? []),
          "\(kind) of \(faults.account)")
      }
    }
  }

  @Test func theDocumentsAccountHasOneFaultOfEachKind() throws {
    for options in [SandboxOptions(), .init(seed: 5)] {
      let all = try PlantedFaults.all(of: options)
      let faults = try #require(all.first { $0.account == account.rawValue })
      #expect(Set(faults.ids.keys) == Set(PlantedFaults.Kind.allCases))
      for (kind, ids) in faults.ids where kind != .goneTarget {
        #expect(ids.count == 1, "\(kind)")
      }
    }
  }

  @Test func faultsAreWrittenForPeopleAndPrograms() throws {
    let faults = try PlantedFaults.all(of: .init(accounts: 2))
    #expect(faults == (try PlantedFaults.all(of: .init(accounts: 2))))
    let text = PlantedFaults.text(faults)
    #expect(text.hasPrefix("\(faults[0].account)\n  "))
    #expect(text.contains("\n  device-not-registered     dev"))
    let json = try #require(JSON(body: Array(PlantedFaults.json(faults).utf8)))
    for (object, account) in zip(json.elements, faults) {
      #expect(object["account"]?.text == account.account)
      for kind in PlantedFaults.Kind.allCases {
        let ids = object["faults"]?[kind.rawValue]?.elements.compactMap(\.text)
        #expect(ids == account.ids[kind])
      }
    }
  }

  /// What somebody finds who reads all lists of an account.
  private func faultsFound(in rows: AccountRows) async throws -> [PlantedFaults.Kind: [String]] {
    var found: [PlantedFaults.Kind: [String]] = [:]
    let users = try await rows.ids("/v1/users")
    let queues = try await rows.ids("/v1/queues")
    let targets =
      try await users.union(queues).union(rows.ids("/v1/ring_groups"))
      .union(rows.ids("/v1/dialplans")).union(rows.ids("/v1/voice-apps"))
    found[.goneTarget] = try await rows.all("/v1/phone-numbers").filter {
      $0["routing_target"]?.text.map { !targets.contains($0) } ?? false
    }.compactMap { $0["id"]?.text }
    let locations = try await rows.all("/v1/locations")
    func located(_ status: JSON) -> [String] {
      locations.filter { $0["e911_status"] == status }.compactMap { $0["id"]?.text }
    }
    found[.withoutE911] = located(.null)
    found[.failedE911] = located(.text("failed"))
    let extended = try await rows.all("/v1/extensions").compactMap { $0["target"]?.text }
    found[.withoutExtension] = Array(users.subtracting(extended))
    found[.unregistered] = try await rows.all("/v1/devices").filter {
      $0["registration_status"] == .text("not_registered")
    }.compactMap { $0["id"]?.text }
    found[.unread] = try await rows.all("/v1/voicemails").filter {
      $0["is_read"] == .flag(false) && ($0["created_at"]?.text ?? "") < "2026-07-22T00:00:00Z"
    }.compactMap { $0["id"]?.text }
    for queue in queues where try await rows.all("/v1/queues/\(queue)/members").isEmpty {
      found[.withoutMembers, default: []].append(queue)
    }
    return found
  }
}
