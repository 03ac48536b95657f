import DialSandbox
import DialStack
import Foundation
import Testing

/// What `expand` asks for in full, by the SDK and by the sandbox.
struct ExpansionTests {
  private static let account = SandboxOptions.documentAccount
  private static let sandbox = Result { try Sandbox(options: .init(accounts: 3, numbers: 120)) }
  private static let expansions = Catalog.standard.lists.flatMap { resource in
    resource.expansions.map { (resource.name, $0.name) }
  }

  private func body(_ target: String) async throws -> JSONValue {
    let response = try await Self.sandbox.get().send(
      Request(target: target, account: Self.account))
    try #require(response.status == 200, "\(target)")
    return try JSONDecoder().decode(JSONValue.self, from: Data(response.body))
  }

  /// All that stands at the end of a path, through objects and lists.
  private func values(in value: JSONValue, at path: ArraySlice<String>) -> [JSONValue] {
    if case .array(let items) = value, !path.isEmpty {
      return items.flatMap { values(in: $0, at: path) }
    }
    guard let key = path.first else { return [value] }
    return value[key].map { values(in: $0, at: path.dropFirst()) } ?? []
  }

  @Test(arguments: expansions)
  func theSandboxExpandsWhatTheCatalogNames(_ list: String, _ name: String) async throws {
    let resource = try #require(Catalog.standard[list])
    let expansion = try #require(resource.expansions.first { $0.name == name })
    let path = try #require(resource.path.filled([:]))
    var items = try #require(try await body("\(path)?expand%5B%5D=\(name)")["data"])
    if expansion.isForItems, case .array(let rows) = items {
      var whole: [JSONValue] = []
      for case .string(let id)? in rows.prefix(10).map({ $0["id"] }) {
        whole.append(try await body("\(path)/\(id)?expand%5B%5D=\(name)"))
      }
      items = .array(whole)
    }
    let found = values(in: items, at: expansion.key.split(separator: ".").map { String($0) }[...])
    switch expansion.form {
    case .row, .part:
      #expect(found.contains { $0["id"] != nil })
    case .list:
      #expect(found.contains { $0["url"] == .string("") && $0["data"] != nil })
    case .array:
      #expect(found.contains { if case .array(let rows) = $0 { !rows.isEmpty } else { false } })
    }
  }

  @Test(arguments: [
    "/v1/faxes?expand%5B%5D=file%2Cdid", "/v1/faxes?expand%5B%5D=user", "/v1/faxes?expand=did",
    "/v1/devices?expand%5B%5D=button_template",
  ])
  func whatCanNotBeExpandedIsIgnored(_ target: String) async throws {
    let plain = try await body(String(target.prefix { $0 != "?" }))
    #expect(try await body(target)["data"] == plain["data"])
  }

  @Test func theSDKReadsObjectsInThePlaceOfIDs() async throws {
    let client = Client(transport: try Self.sandbox.get())
    let plain = try await client.voicemails.list(account: Self.account).collect()
    let messages = try await client.voicemails.list(
      limit: 10, expand: [.call], account: Self.account
    ).collect()
    #expect(messages.map(\.call?.id) == plain.map(\.call?.id))
    #expect(plain.allSatisfy { $0.call?.object == nil })
    // The second page is asked for by a token, which says it, too.
    #expect(messages.count > 10 && messages.last { $0.call != nil }?.call?.object != nil)
    let call = try #require(messages.first { $0.call != nil }?.call?.object)
    #expect(try await client.calls.retrieve(call.id, account: Self.account) == call)

    let faxes = try await client.faxes.list(expand: [.file, .did], account: Self.account).collect()
    let fax = try #require(faxes.first { $0.file != nil })
    #expect(fax.file?.object?.mimeType == "application/pdf")
    #expect(fax.did.object?.phoneNumber.hasPrefix("+") == true)

    let queues = try await client.queues.list(expand: [.members], account: Self.account).collect()
    let queue = try #require(queues.first { $0.members?.isEmpty == false })
    let members = try await client.queues.members(of: queue.id, account: Self.account).collect()
    #expect(queue.members == Array(members.prefix(10)))
  }
}
