import DialSandbox
import DialStack
import Testing

@Suite struct RefusalTests {
  @Test(arguments: [
    "", "x", "did_01k4x3v9m2e8rr0q5h7c6t1zab", "e30", "eyJsaW1pdCI6MTB9", "====", "%FF",
    // {"starting_after":"did_1","limit":10}, of no list
    "eyJzdGFydGluZ19hZnRlciI6ImRpZF8xIiwibGltaXQiOjEwfQ",
  ]) func aTextThatIsNoTokenIsRefused(_ token: String) async throws {
    let response = try await Sandbox().numbers("?page=\(token)")
    #expect(response.status == (token == "%FF" ? 200 : 400))
    if token != "%FF" {
      #expect(
        response.text == """
          {"error":"the page token is malformed or expired","code":"invalid_pagination",\
          "details":{"page":"invalid"}}
          """)
    }
  }

  @Test func aTokenOfAnotherAccountOrListIsRefused() async throws {
    let sandbox = try Sandbox(options: .init(numbers: 30))
    let next = try #require(try await sandbox.numbers().page().next_page_url)
    let other = try await sandbox.send(Request(target: "/v1/accounts?limit=2"))
    let ids = try other.page().data.map(\.id).filter { $0 != account.rawValue }
    let otherAccount = try #require(ids.first.flatMap { Account.ID(rawValue: $0) })
    let elsewhere = try await sandbox.send(Request(target: next, account: otherAccount))
    #expect(elsewhere.status == 400)
    let query = try #require(next.split(separator: "?").last)
    let accounts = try await sandbox.send(Request(target: "/v1/accounts?\(query)"))
    #expect(accounts.status == 400)
  }

  @Test func aTokenThatWasChangedIsRefused() async throws {
    let sandbox = try Sandbox()
    let next = try #require(try await sandbox.numbers().page().next_page_url)
    for changed in [next + "A", String(next.dropLast()), next + "="] {
      let response = try await sandbox.send(Request(target: changed, account: account))
      #expect(response.status == 400, "\(changed)")
    }
  }

  @Test func aTokenWinsOverTheParametersBesideIt() async throws {
    let sandbox = try Sandbox()
    let next = try #require(
      try await sandbox.numbers("?limit=5&status=active").page().next_page_url)
    let plain = try await sandbox.send(Request(target: next, account: account))
    let mixed = try await sandbox.send(
      Request(target: "\(next)&limit=abc&status=pending", account: account))
    #expect(mixed.status == 200)
    #expect(mixed.body == plain.body)
  }

  @Test(arguments: [
    "/", "/v1", "/v1/phone-numbers/", "/v1/phone-numberss", "/v2/phone-numbers", "",
    "/v1/phone-numbers/a/b", "/v1/phone-numbers/%zz", "//v1/phone-numbers",
  ]) func anUnknownPathIsNotFound(_ target: String) async throws {
    let response = try await Sandbox().send(Request(target: target, account: account))
    #expect(response.status == 404)
    #expect(response.text == #"{"error":"no such path","code":"not_found"}"#)
  }

  @Test func anItemIsReadByItsID() async throws {
    let sandbox = try Sandbox()
    let accounts = try await sandbox.send(Request(target: "/v1/accounts?limit=100")).text
    let one = try await sandbox.send(Request(target: "/v1/accounts/\(account)")).text
    #expect(accounts.contains(one))
    #expect(one.hasPrefix(#"{"id":"acct_01h2xcejqtf2nbrexx3vqjhp41","name":"Harbor Vet","#))
    let missing = try await sandbox.send(
      Request(target: "/v1/phone-numbers/did_1", account: account))
    #expect(missing.status == 404)
    #expect(missing.text == #"{"error":"no such number","code":"not_found"}"#)
  }

  @Test func anAccountIsNeededWhereAListBelongsToOne() async throws {
    let sandbox = try Sandbox()
    let missing = try await sandbox.send(Request(target: "/v1/phone-numbers"))
    #expect(missing.status == 400)
    #expect(
      missing.text == """
        {"error":"the DialStack-Account header is required","code":"validation_error",\
        "details":{"DialStack-Account":"missing"}}
        """)
    let unknown = try await sandbox.send(
      Request(target: "/v1/phone-numbers", account: "acct_unknown"))
    #expect(unknown.status == 403)
    #expect(
      unknown.text == #"{"error":"the key has no access to this account","code":"forbidden"}"#)
  }
}
