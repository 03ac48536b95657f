import DialSandbox
import DialStack
import Testing

/// A sandbox of an older API.
@Suite struct APIStepTests {
  @Test(arguments: APIStep.allCases)
  func listsAndKeysOfLaterStepsAreNotThere(_ step: APIStep) async throws {
    let sandbox = try sharedSandbox(accounts: 2, api: step)
    let rows = AccountRows(sandbox: sandbox, account: account)
    for resource in Catalog.standard.resources where resource.parents.isEmpty {
      let path = resource.path.description
      guard resource.since <= step else {
        let response = try await sandbox.send(Request(target: path, account: account))
        #expect(response.status == 404)
        #expect(response.text == #"{"error":"no such path","code":"not_found"}"#)
        continue
      }
      guard resource.askedBy.isEmpty else { continue }
      let found = try await rows.first(path)
      #expect(!found.isEmpty)
      for field in resource.itemFields {
        let keys = [field.name, field.alias].compactMap { $0 }
        guard field.since > step else { continue }
        #expect(found.allSatisfy { row in keys.allSatisfy { row[$0] == nil } }, "\(path) \(keys)")
      }
    }
  }

  @Test func keysInsideObjectsComeAndGoToo() async throws {
    func config(_ step: APIStep) async throws -> [JSON] {
      let sandbox = try sharedSandbox(api: step)
      return try await AccountRows(sandbox: sandbox, account: account).all("/v1/users")
        .compactMap { $0["config"] }
    }
    #expect(try await config(.n2).allSatisfy { $0["find_me_follow_me"] == nil })
    #expect(try await config(.n3).contains { $0["find_me_follow_me"] != nil })
  }

  @Test(arguments: [
    (APIStep.v3_2, ["status"]), (.n1, ["payment_status", "paid_at"]), (.n2, ["payment_status"]),
    (.n4, ["payment_status"]),
  ])
  func hardwareOrdersHaveTheKeysOfTheirStep(_ step: APIStep, _ wanted: [String]) async throws {
    let sandbox = try sharedSandbox(api: step)
    let orders = try await AccountRows(sandbox: sandbox, account: account)
      .all("/v1/hardware-orders")
    let keys = ["status", "payment_status", "paid_at"].filter { key in
      orders.contains { $0[key] != nil }
    }
    #expect(keys == wanted)
  }

  @Test func whatStaysIsTheSameAtEachStep() async throws {
    let old = AccountRows(sandbox: try sharedSandbox(api: .v3_0), account: account)
    let new = AccountRows(sandbox: try sharedSandbox(), account: account)
    for (path, key) in [("/v1/phone-numbers", "phone_number"), ("/v1/calls", "started_at")] {
      #expect(try await old.all(path).map { $0[key] } == new.all(path).map { $0[key] })
    }
  }
}
