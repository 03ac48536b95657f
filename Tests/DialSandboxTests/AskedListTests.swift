import DialSandbox
import DialStack
import Testing

/// The lists that answer for what is asked.
@Suite struct AskedListTests {
  private static let presence = "/v1/presence"
  private static let stock = "/v1/available-phone-numbers"

  private func answer(_ path: String, _ query: String) async throws -> Response {
    try await Sandbox().send(Request(target: "\(path)?\(query)", account: account))
  }

  @Test func presenceComesAsItWasAskedFor() async throws {
    let rows = AccountRows(sandbox: try Sandbox(), account: account)
    let users = try await rows.all("/v1/users").compactMap { $0["id"]?.text }
    let asked = [users[7], users[2], users[40], users[7]]
    let answer = try await answer(
      Self.presence, asked.map { "user%5B%5D=\($0)" }.joined(separator: "&"))
    let page = try answer.json()
    #expect(page["data"]?.elements.map { $0["user"]?.text } == Array(asked.prefix(3)))
    #expect(page["data"]?.elements.allSatisfy { $0["slot"] == nil } == true)
    #expect(page["next_page_url"] == nil)
  }

  @Test func presenceAgreesWithWhatIsSaidOfOnePersonAndOfTheirCalls() async throws {
    for rows in try await AccountRows.several().prefix(4) {
      let live = try await rows.all("/v1/calls").filter { $0["status"] == .null }
      let talking = Set(live.compactMap { ($0["user"] ?? $0["user_id"])?.text })
      for user in try await rows.all("/v1/users").prefix(30) {
        let id = user["id"]?.text ?? ""
        let one = try await rows.first("\(Self.presence)?user%5B%5D=\(id)")
        let own = try await rows.sandbox.send(
          Request(target: "/v1/users/\(id)/presence", account: rows.account)
        ).json()
        #expect(one.first?["state"] == own["state"])
        #expect(one.first?["do_not_disturb"] == user["do_not_disturb"])
        #expect((own["state"] == .text("on_call")) == talking.contains(id))
      }
    }
  }

  @Test func aParkedCallIsLive() async throws {
    let rows = AccountRows(sandbox: try Sandbox(), account: account)
    let slots = try await rows.first("\(Self.presence)?park_slot%5B%5D=all")
    #expect(slots.map { $0["slot"]?.number } == Array(1...8))
    let parked = try #require(slots.compactMap { $0["parked_call"] }.first { $0 != .null })
    let calls = try await rows.all("/v1/calls")
    let call = try #require(calls.first { $0["id"] == parked["call"] })
    #expect(call["status"] == .null && call["from_number"] == parked["from_number"])
  }

  @Test(arguments: [
    ("", 400, "exactly one of user[], park_slot[] is required"),
    ("user=user_1", 400, "exactly one of user[], park_slot[] is required"),
    (
      "user%5B%5D=user_1&park_slot%5B%5D=1", 400, "exactly one of user[], park_slot[] is required"
    ),
    ("park_slot%5B%5D=1&park_slot%5B%5D=99", 404, "no such park_slot[]"),
    ("park_slot%5B%5D=first", 400, "park_slot[] must be valid"),
    ("user%5B%5D=user_none", 404, "no such user[]"),
  ])
  func presenceFailsWhole(_ query: String, _ status: Int, _ message: String) async throws {
    let answer = try await answer(Self.presence, query)
    #expect(answer.status == status)
    #expect(try answer.json()["error"] == .text(message))
  }

  @Test func stockIsOfThePlaceThatIsAskedFor() async throws {
    func numbers(_ query: String) async throws -> [JSON] {
      try await answer(Self.stock, query).json()["data"]?.elements ?? []
    }
    let ofArea = try await numbers("area_code=415&quantity=100")
    #expect(ofArea.count == 100)
    #expect(ofArea.allSatisfy { $0["phone_number"]?.text?.hasPrefix("+1415") == true })
    #expect(try await numbers("zip=94103&quantity=100") == ofArea)
    #expect(try await numbers("city=San+Francisco").count == 10)
    let first = ofArea[0]["phone_number"]?.text ?? ""
    #expect(try await numbers("npa_nxx=\(first.dropFirst(2).prefix(6))").contains(ofArea[0]))
    #expect(try await numbers("area_code=999") == [])
    #expect(try await answer(Self.stock, "state=CA&quantity=1").text.hasPrefix(#"{"data":[{"#))
  }

  @Test(arguments: ["0", "101", "many"])
  func aQuantityOutOfRangeIsRefused(_ quantity: String) async throws {
    let answer = try await answer(Self.stock, "quantity=\(quantity)")
    #expect(answer.status == 400)
    #expect(try answer.json()["error"] == .text("quantity must be between 1 and 100"))
  }

  @Test func anOrderIsFoundByThePlaceOfAnItem() async throws {
    let rows = AccountRows(sandbox: try Sandbox(), account: account)
    let orders = try await rows.all("/v1/hardware-orders")
    let items = orders.flatMap { $0["items"]?.elements ?? [] }
    let locations = items.compactMap { $0["location"]?.text }
    let location = try #require(locations.first)
    let wanted = orders.filter { order in
      order["items"]?.elements.contains { $0["location"] == .text(location) } == true
    }
    #expect(try await rows.all("/v1/hardware-orders", "&location=\(location)") == wanted)
    #expect(wanted.count < orders.count)
  }
}
