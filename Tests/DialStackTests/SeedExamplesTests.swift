import DialStack
import Testing

/// The five examples of the Phone Numbers page, in Swift.
@Suite struct SeedExamplesTests {
  private let account: Account.ID = "acct_01h2xcejqtf2nbrexx3vqjhp41"

  /// A server with 250 numbers, of which every fifth is not active, in pages as asked for.
  private func withServer(_ body: (Client, HostileServer.Log) async throws -> Void) async throws {
    let script: @Sendable (HostileServer.Received) -> [HostileServer.Move] = { request in
      let query = request.target.split(separator: "?").last.map(String.init) ?? ""
      let parameters = Dictionary(
        uniqueKeysWithValues: query.split(separator: "&").map { pair in
          let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
          return (parts[0], parts[1])
        })
      let ids = (0..<250).filter { parameters["status"] == nil || !$0.isMultiple(of: 5) }
      let start = Int(parameters["page"] ?? "0") ?? 0
      let size = Int(parameters["limit"] ?? "10") ?? 10
      let end = min(start + size, ids.count)
      let filter = parameters["status"].map { "&status=\($0)" } ?? ""
      let next = "/v1/phone-numbers?page=\(end)&limit=\(size)\(filter)"
      let items = ids[start..<end].map { id in
        JSON.number("did_\(id)", status: id.isMultiple(of: 5) ? "inactive" : "active")
      }
      return HTTP.answer(200, [], JSON.page(items: items, next: end < ids.count ? next : nil))
    }
    try await HostileServer.run(script) { server in
      try await body(server.client(), server.log)
    }
  }

  @Test func listPhoneNumbers() async throws {
    try await withServer { client, log in
      let response = try await client.phoneNumbers
        .list(limit: 10, status: .active, account: account).firstPage()
      var printed: [String] = []
      for phoneNumber in response.items {
        printed.append(phoneNumber.phoneNumber)  // "+14155551234"
      }
      #expect(printed == Array(repeating: "+14155551234", count: 10))
      #expect(response.hasMore)
      #expect(log.targets == ["/v1/phone-numbers?limit=10&status=active"])
    }
  }

  @Test func iterateAllPhoneNumbers() async throws {
    try await withServer { client, log in
      var printed: [String] = []
      for try await number in client.phoneNumbers.list(account: account) {
        printed.append("\(number.phoneNumber) \(number.status)")
      }
      #expect(printed.count == 250)
      #expect(printed.prefix(2) == ["+14155551234 inactive", "+14155551234 active"])
      #expect(log.requests.count == 3)
    }
  }

  @Test func collectToArray() async throws {
    try await withServer { client, log in
      let allNumbers = try await client.phoneNumbers.list(status: .active, account: account)
        .collect(limit: 100)
      #expect("Active phone numbers: \(allNumbers.count)" == "Active phone numbers: 100")
      #expect(log.targets == ["/v1/phone-numbers?limit=100&status=active"])
    }
  }

  @Test func getPrimaryPhoneNumber() async throws {
    try await withServer { client, log in
      let primary = try await client.phoneNumbers.primary(account: account)
      #expect(primary?.phoneNumber == "+14155551234")
      #expect(primary?.id == "did_1")
      #expect(log.targets == ["/v1/phone-numbers?limit=1&status=active"])
    }
  }

  @Test func displayPhoneNumbersInUI() async throws {
    struct Row: Equatable {
      let id: PhoneNumber.ID
      let display: String
      let raw: String
    }

    try await withServer { client, log in
      let phoneNumbers = try await client.phoneNumbers.list(status: .active, account: account)
        .collect()
      let rows = phoneNumbers.map { Row(id: $0.id, display: $0.display, raw: $0.phoneNumber) }
      #expect(rows.count == 200)
      #expect(rows[0] == Row(id: "did_1", display: "+1 (415) 555-1234", raw: "+14155551234"))
      #expect(log.requests.count == 2)
    }
  }
}
