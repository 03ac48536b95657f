import DialSandbox
import DialStack
import DialTestSupport
import Testing

@Suite struct DataTests {
  @Test func theSameSeedGivesTheSameBytes() async throws {
    let first = try await everything(Sandbox())
    let second = try await everything(Sandbox())
    #expect(first == second)
    let other = try await everything(Sandbox(options: .init(seed: 2)))
    #expect(first != other)
    let golden = try await everything(Sandbox(), Catalog(resources: [.accounts, .numbers]))
    #expect(hash(golden) == Golden.everything)
  }

  @Test func theSameSeedGivesTheSameBytesOfEveryFormOfList() async throws {
    func everything(seed: UInt64) async throws -> String {
      let sandbox = try Sandbox(options: .init(seed: seed), catalog: .madeUp)
      var text = try await self.everything(sandbox, .madeUp)
      for path in try await paths("/v1/queues", "id", "members", of: sandbox) {
        text += try await pages(path, of: sandbox)
      }
      for path in try await paths("/v1/devices", "id", "lines", of: sandbox) {
        text += try await pages(path, of: sandbox)
        for path in try await paths(path, "line_number", "events", of: sandbox) {
          text += try await pages(path, of: sandbox)
        }
      }
      return text
    }
    let first = try await everything(seed: 1)
    #expect(try await everything(seed: 1) == first)
    #expect(try await everything(seed: 2) != first)
    #expect(first.contains(#""url":"/v1/hardware-orders""#))
    for word in ["qm_", #""line_number":"#, "ev_"] { #expect(first.contains(word), "\(word)") }
  }

  @Test func anAccountKeepsItsNumbersWhateverElseThereIs() async throws {
    let few = try await Sandbox(options: .init(accounts: 1)).numbers("?limit=100")
    let many = try await Sandbox(options: .init(accounts: 40)).numbers("?limit=100")
    #expect(few.body == many.body)
  }

  @Test func theNumbersHoldEveryCaseThatReadersGetWrong() async throws {
    let text = Array(try await everything(Sandbox()).utf8)
    for odd in [
      "Comma, Inc.", #"The \"Quoted\" Café"#, #"Line\nBreak LLC"#, #""=1+1""#, "株式会社ダイヤル",
      #"Owls 🦉 \u0026 Friends"#, "Cafe\u{301}", "\u{202E}", #"\u001b[31mred"#, #"tab\there"#,
      #"back\\slash"#, #"CRLF\r\nhere"#, #""caller_id_name":null"#, #""carrier_hint":{"#,
      #""status":"quarantined""#, #""phone_number":"+44"#, #""phone_number":"+49"#,
      #""status":"pending""#, #""number_class":"temporary""#, #""inbound_routing":"drop""#,
      #""directory_listing_location":"loc_"#, #""directory_listing_location_id":"loc_"#,
    ] {
      // Compared by bytes: a combining mark must not hide in a character.
      #expect(firstIndex(of: Array(odd.utf8), in: text) != nil, "\(odd)")
    }
  }

  @Test func someNumbersAndMomentsAreShared() async throws {
    let pages = try await walk(
      Sandbox(), from: "/v1/phone-numbers?limit=100", by: \.next_page_url)
    let items = pages.flatMap(\.data)
    #expect(Set(items.compactMap(\.phone_number)).count == 240)
    #expect(Set(items.map(\.created_at)).count < 250)
    #expect(items.contains { $0.created_at.contains(".") })
  }

  @Test func theAccountsAreAsManyAsAskedForAndHoldTheDocumentedOne() async throws {
    for count in [1, 3, 12] {
      let sandbox = try Sandbox(options: .init(accounts: count))
      let page = try await sandbox.send(Request(target: "/v1/accounts?limit=100")).page()
      #expect(page.data.count == count)
      #expect(page.data.count { $0.id == account.rawValue } == 1)
    }
  }

  @Test func everyAccountHasAsManyNumbersAsAskedFor() async throws {
    let sandbox = try Sandbox(options: .init(accounts: 4, numbers: 17))
    let accounts = try await sandbox.send(Request(target: "/v1/accounts")).page()
    for item in accounts.data {
      let id = Account.ID(rawValue: item.id)
      let page = try await sandbox.send(
        Request(target: "/v1/phone-numbers?limit=100", account: id)
      ).page()
      #expect(page.data.count == 17)
    }
  }

  @Test func impossibleOptionsAreRefused() {
    #expect(throws: SandboxError.noAccounts) { try Sandbox(options: .init(accounts: 0)) }
    #expect(throws: SandboxError.negativeNumbers(-1)) { try Sandbox(options: .init(numbers: -1)) }
    #expect(throws: SandboxError.badKey) { try Sandbox(options: .init(key: "secret")) }
  }

  /// The pages of the platform's lists and of the documented account's, one after another.
  private func everything(_ sandbox: Sandbox, _ catalog: Catalog = .standard) async throws
    -> String
  {
    var text = ""
    for resource in catalog.resources {
      guard let path = resource.path.filled([:]), resource.askedBy.isEmpty else { continue }
      text += try await pages(path, of: sandbox, in: resource.scope == .platform ? nil : account)
    }
    return text
  }

  /// The pages of a list, one after another.
  private func pages(_ path: String, of sandbox: Sandbox, in owner: Account.ID? = account)
    async throws -> String
  {
    var text = ""
    var next: String? = "\(path)?limit=100"
    while let target = next {
      let response = try await sandbox.send(Request(target: target, account: owner))
      text += response.text
      next = try PageBody(scanning: response.body).nextPageURL
    }
    return text
  }

  /// The lists called `name` that belong to the first rows of another list.
  private func paths(_ path: String, _ key: String, _ name: String, of sandbox: Sandbox)
    async throws -> [String]
  {
    let response = try await sandbox.send(Request(target: path, account: account))
    let page = try PageBody(scanning: response.body)
    return (0..<min(page.count, 5)).map {
      "\(path)/\(page[$0].value(at: FieldPath(key)).string)/\(name)"
    }
  }

  /// 64 bits of FNV-1a.
  private func hash(_ text: String) -> String {
    let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }
}
