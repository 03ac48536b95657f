import DialSandbox
import DialStack
import DialTestSupport
import FoundationEssentials
import Testing

/// Lists of every form that the catalog can say.
@Suite struct MadeUpTests {
  /// The rows that a target gives, all pages together.
  private func rows(_ target: String, of sandbox: Sandbox, in id: Account.ID? = account)
    async throws -> [Record]
  {
    var rows: [Record] = []
    var next: String? = target
    while let target = next {
      let response = try await sandbox.send(Request(target: target, account: id))
      try #require(response.status == 200, "\(target): \(response.text)")
      let page = try PageBody(scanning: response.body)
      rows += (0..<page.count).map { page[$0] }
      next = page.nextPageURL
    }
    return rows
  }

  /// The values of a field, as they are shown.
  private func values(
    _ field: String, _ target: String, of sandbox: Sandbox, in id: Account.ID? = account
  ) async throws -> [String] {
    try await rows(target, of: sandbox, in: id).map { $0.value(at: FieldPath(field)).string }
  }

  private func sandbox() throws -> Sandbox { try Sandbox(catalog: .madeUp) }

  @Test func eachParentHasAListOfItsOwn() async throws {
    let sandbox = try sandbox()
    var members: Set<String> = []
    var sizes: Set<Int> = []
    for queue in try await values("id", "/v1/queues?limit=100", of: sandbox).prefix(20) {
      let path = "/v1/queues/\(queue)/members"
      let response = try await sandbox.send(Request(target: path, account: account))
      #expect(response.text.hasPrefix(#"{"object":"list","url":"\#(path)","next_page_url":"#))
      let rows = try await rows("\(path)?limit=2", of: sandbox)
      #expect(Set(rows.map { $0.value(at: FieldPath("queue")) }).subtracting([.text(queue)]) == [])
      sizes.insert(rows.count)
      members.formUnion(rows.map { $0.value(at: FieldPath("id")).string })
    }
    #expect(sizes.count > 5)
    #expect(members.allSatisfy { $0.hasPrefix("qm_") } && members.count > 60)
  }

  @Test(arguments: [
    ("/v1/queues/qu_1/members", "no such queue"), ("/v1/queues/qu_1/members/x", "no such queue"),
    ("/v1/extensions/1", "no such extension"), ("/v1/queues/qu_1/x", "no such path"),
    ("/v1/queues/%zz/members", "no such path"),
  ])
  func whatIsNotThereIsSaid(_ target: String, _ message: String) async throws {
    let response = try await sandbox().send(Request(target: target, account: account))
    #expect(response.status == 404)
    #expect(response.text == #"{"error":"\#(message)","code":"not_found"}"#)
  }

  @Test func listsUnderTwoParentsAreFound() async throws {
    let sandbox = try sandbox()
    var found = 0
    for device in try await values("id", "/v1/devices?limit=100", of: sandbox).prefix(5) {
      let path = "/v1/devices/\(device)/lines"
      let lines = try await values("line_number", path, of: sandbox)
      for line in lines {
        let events = try await values("line_number", "\(path)/\(line)/events", of: sandbox)
        #expect(Set(events).isSubset(of: [line]))
        found += events.count
      }
      let response = try await sandbox.send(
        Request(target: "\(path)/99999/events", account: account))
      #expect(response.text == #"{"error":"no such line","code":"not_found"}"#)
    }
    #expect(found > 10)
  }

  @Test func aNumberIsAKey() async throws {
    let sandbox = try sandbox()
    let numbers = try await values("number", "/v1/extensions?limit=7", of: sandbox)
    #expect(numbers.count == 250)
    #expect(numbers.compactMap { Int($0) } == Set(numbers.compactMap { Int($0) }).sorted(by: >))
    let one = try await sandbox.send(
      Request(target: "/v1/extensions/\(numbers[9])", account: account))
    #expect(one.text.contains(#""number":\#(numbers[9]),"#))
  }

  @Test func listsRunInTheOrderOfTheCatalog() async throws {
    let sandbox = try sandbox()
    let queues = try await values("id", "/v1/queues?limit=100", of: sandbox)
    var longest = 0
    for queue in queues.prefix(10) {
      let places = try await values("position", "/v1/queues/\(queue)/members", of: sandbox)
        .compactMap { Int($0) }
      #expect(places == places.sorted())
      longest = max(longest, places.count)
    }
    #expect(longest > 2)
    let starts = try await values("started_at", "/v1/calls?limit=100", of: sandbox)
      .map { $0.prefix(19) }
    #expect(starts == starts.sorted(by: >) && Set(starts).count > 200)
    let orders = try await values("created_at", "/v1/hardware-orders", of: sandbox)
    #expect(orders != orders.sorted(by: >))
  }

  @Test func aWholeListKnowsNoPages() async throws {
    let sandbox = try sandbox()
    let response = try await sandbox.send(
      Request(target: "/v1/hardware-orders?limit=0&page=x", account: account))
    #expect(
      response.text.hasPrefix(#"{"object":"list","url":"/v1/hardware-orders","data":[{"id":"hwo_"#))
    #expect(try PageBody(scanning: response.body).count == 250)
  }

  @Test func aListOfThePlatformOrAnAccountIsTwo() async throws {
    let sandbox = try sandbox()
    let platform = try await values("id", "/v1/webhook_endpoints?limit=100", of: sandbox, in: nil)
    let own = try await values("id", "/v1/webhook_endpoints?limit=100", of: sandbox)
    #expect(platform.count == 12)
    #expect(own.count == 250)
    #expect(Set(platform).isDisjoint(with: own))
    let response = try await sandbox.send(
      Request(target: "/v1/webhook_endpoints", account: "acct_none"))
    #expect(response.status == 403)
  }

  @Test func idsLeadToRowsOnceTheirListIsThere() async throws {
    let sandbox = try sandbox()
    let users = Set(try await values("id", "/v1/users?limit=100", of: sandbox))
    let queues = Set(try await values("id", "/v1/queues?limit=100", of: sandbox))
    let numbers = Set(try await values("id", "/v1/phone-numbers?limit=100", of: sandbox))
    func targets(_ field: String, _ target: String) async throws -> Set<String> {
      Set(try await values(field, "\(target)?limit=100", of: sandbox)).subtracting([""])
    }
    for (field, target, known) in [
      ("user", "/v1/calls", users), ("did", "/v1/calls", numbers),
      ("target", "/v1/extensions", users.union(queues)),
    ] {
      let found = try await targets(field, target)
      #expect(found.isSubset(of: known) && found.count > 10, "\(field) of \(target)")
    }
    let routed = try await targets("routing_target", "/v1/phone-numbers")
    let known = routed.filter { $0.hasPrefix("user_") || $0.hasPrefix("qu_") }
    #expect(known.isSubset(of: users.union(queues)) && !known.isEmpty)
    // No list of ring groups is in the catalog, and an id of one stays what it was.
    #expect(routed.contains { $0.hasPrefix("rg_") })
  }

  @Test func comparisonsKeepTheRowsThatPass() async throws {
    let sandbox = try sandbox()
    let all = try await rows("/v1/calls?limit=100", of: sandbox)
    func expect(_ query: String, _ isWanted: (Record) -> Bool) async throws {
      let found = try await values("id", "/v1/calls?limit=9&\(query)", of: sandbox)
      let wanted = all.filter(isWanted).map { $0.value(at: FieldPath("id")).string }
      #expect(found == wanted, "\(query)")
      #expect(!wanted.isEmpty && wanted.count < all.count, "\(query)")
    }
    func text(_ field: String, _ row: Record) -> String { row.value(at: FieldPath(field)).string }
    try await expect("from_date=2026-03-01T00:00:00Z") { text("started_at", $0) >= "2026-03" }
    try await expect("from_date=2025-03-01T00:00:00Z&to_date=2026-03-01T00:00:00Z") {
      text("started_at", $0) >= "2025-03" && text("started_at", $0) < "2026-03"
    }
    try await expect("longer=100") { Int(text("duration_seconds", $0)) ?? -1 >= 100 }
    try await expect("shorter=9") { Int(text("duration_seconds", $0)) ?? 9 < 9 }
    try await expect("recorded=true&direction=inbound") {
      text("is_recorded", $0) == "true" && text("direction", $0) == "inbound"
    }
  }

  @Test func aSearchLooksIntoEachFieldInAnyCase() async throws {
    let sandbox = try sandbox()
    let all = try await rows("/v1/users?limit=100", of: sandbox)
    for text in ["cedar", "QUOTED", "&", "\u{1F989}"] {
      let item = QueryItem(name: "search", value: text)
      let target = Endpoint(resource: MadeUp.users, parameters: [item], account: account).target
      let wanted = all.filter { row in
        ["name", "email"].contains {
          row.value(at: FieldPath($0)).string.lowercased().contains(text.lowercased())
        }
      }
      let found = try await rows("\(target)&limit=2", of: sandbox)
      #expect(found.map(\.json) == wanted.map(\.json), "\(text)")
      #expect(!wanted.isEmpty && wanted.count < all.count, "\(text)")
    }
  }

  @Test func aDatabaseKeepsTheListsOfParents() async throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "sandbox-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let options = SandboxOptions(accounts: 1, database: "\(directory)/sandbox.sqlite")
    _ = try Sandbox(options: options, catalog: .madeUp)
    let kept = try Sandbox(options: options, catalog: .madeUp)
    let memory = try Sandbox(options: .init(accounts: 1), catalog: .madeUp)
    for queue in try await values("id", "/v1/queues?limit=100", of: memory).prefix(5) {
      let target = "/v1/queues/\(queue)/members"
      #expect(
        try await rows(target, of: kept).map(\.json)
          == rows(target, of: memory).map(\.json))
    }
    var events = 0
    for device in try await values("id", "/v1/devices?limit=100", of: memory).prefix(5) {
      let lines = "/v1/devices/\(device)/lines"
      for line in try await values("line_number", lines, of: memory) {
        let target = "\(lines)/\(line)/events"
        let wanted = try await rows(target, of: memory).map(\.json)
        #expect(try await rows(target, of: kept).map(\.json) == wanted)
        events += wanted.count
      }
    }
    #expect(events > 10)
  }
}
