import DialSandbox
import DialStack
import Testing

/// Lists of the API's catalog that somebody has added fields to.
struct ExtendedListTests {
  private func rows(_ path: String, of catalog: Catalog) async throws -> [[String]] {
    let sandbox = try Sandbox(catalog: catalog)
    let response = try await sandbox.send(
      Request(target: "\(path)?limit=20", account: SandboxOptions.documentAccount))
    let body = try #require(Value(json: response.body))
    return body.value(at: FieldPath("data")).items.map { row in
      row.members.map { "\($0.name)=\($0.value.string)" }
    }
  }

  @Test(arguments: [Resource.numbers, .calls, .users])
  func theOtherFieldsKeepTheirValues(_ resource: Resource) async throws {
    var extended = resource
    extended.fields.append(Field("seats", .integer, .always, "seats", example: "7"))
    let resources = Catalog.standard.resources.map { $0.name == resource.name ? extended : $0 }
    let path = resource.path.description
    let rows = try await rows(path, of: Catalog(resources: resources))
    let (kept, added) = (
      rows.map { $0.filter { !$0.hasPrefix("seats=") } },
      rows.flatMap { $0.filter { $0.hasPrefix("seats=") } }
    )
    #expect(kept == (try await self.rows(path, of: .standard)))
    #expect(added.count == 20)
  }
}
