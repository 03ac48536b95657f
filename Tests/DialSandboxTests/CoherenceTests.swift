import DialSandbox
import DialStack
import Testing

/// What holds between the rows of the sandbox and the catalog, for all of its lists.
@Suite struct CoherenceTests {
  /// Fields that have no value in any row, and why that is right.
  private static let withoutValue: [String: String] = [
    "faxes.call_id": "the calls of the sandbox carry no faxes",
    "hardware_orders.items.hardware_catalog.components":
      "only a bundle has parts, and a bundle is on the bill and no item",
  ]

  @Test func everyFieldHasAValueInSomeRow() async throws {
    var found: Set<String> = []
    for (seed, step) in [(UInt64(1), APIStep.v3_0), (2, .n1), (3, .n4)] {
      let sandbox = try sharedSandbox(seed: seed, api: step)
      let lists = CatalogRows(sandbox: sandbox, account: account)
      for resource in Catalog.standard.resources where resource.since <= step {
        for row in try await lists.rows(of: resource, underAtMost: 12) {
          found.formUnion(row.paths(by: resource.itemFields, under: resource.name))
        }
      }
    }
    let known = Catalog.standard.resources.flatMap { resource in
      resource.itemFields.flatMap { $0.paths(under: resource.name) }
    }
    let missing = known.filter { !found.contains($0) }
    #expect(
      missing.filter { path in !Self.withoutValue.keys.contains { "\(path).".hasPrefix("\($0).") } }
        == [])
    #expect(
      missing.filter { Self.withoutValue[$0] != nil }.sorted() == Self.withoutValue.keys.sorted())
  }

  /// A row that an id leads to may only be gone on purpose.
  @Test(arguments: [UInt64(1), 2])
  func everyRelationLeadsToARow(_ seed: UInt64) async throws {
    let options = SandboxOptions(seed: seed)
    let lists = CatalogRows(sandbox: try sharedSandbox(seed: seed), account: account)
    let gone =
      try PlantedFaults.all(of: options).first { $0.account == account.rawValue }?
      .ids[.goneTarget] ?? []
    var keys: [String: Set<String>] = [:]
    for name in Catalog.standard.relatedLists {
      let resource = try #require(Catalog.standard[name])
      keys[name] = Set(try await lists.keys(of: resource))
    }
    for resource in Catalog.standard.resources {
      for row in try await lists.rows(of: resource, underAtMost: 6) {
        // What an account names is its own.
        guard !resource.holdsAccounts || row["id"] == .text(account.rawValue) else { continue }
        for (path, relation, id) in row.references(by: resource.fields, under: resource.name) {
          // The word stands for the user of the device.
          guard id != "self" else { continue }
          let isGone =
            resource.name == "numbers" && row["id"]?.text.map(gone.contains) == true
          let isThere = relation.lists.contains { keys[$0]?.contains(id) == true }
          #expect(isThere != (isGone && path == "numbers.routing_target"), "\(path) \(id)")
        }
      }
    }
  }
}

/// The rows of one account's lists, by what the catalog says of them.
struct CatalogRows {
  let sandbox: Sandbox
  let account: Account.ID

  /// The first rows of a list, or of those under each of its parents.
  ///
  /// - Parameter most: how many parents are looked at.
  func rows(of resource: Resource, underAtMost most: Int) async throws -> [JSON] {
    var rows: [JSON] = []
    for path in try await paths(of: resource, underAtMost: most) {
      guard resource.paging != .object else {
        rows += try await object(at: path)
        continue
      }
      for query in try await queries(of: resource) {
        rows += try await AccountRows(sandbox: sandbox, account: account).first("\(path)?\(query)")
      }
    }
    return rows
  }

  /// The keys of all rows of a list, or of those under all of its parents.
  func keys(of resource: Resource) async throws -> [String] {
    var keys: [String] = []
    for path in try await paths(of: resource, underAtMost: .max) {
      keys += try await self.keys(at: path, of: resource)
    }
    return keys
  }

  private func keys(at path: String, of resource: Resource) async throws -> [String] {
    var keys: [String] = []
    var next: String? = "\(path)?limit=100"
    while let target = next {
      let response = try await sandbox.send(Request(target: target, account: account))
      try #require(response.status == 200, "\(target): \(response.text)")
      let page = try PageBody(scanning: response.body)
      keys += (0..<page.count).map { page[$0].value(at: resource.keyPath).string }
      next = page.nextPageURL
    }
    return keys
  }

  /// What a list is asked for.
  private func queries(of resource: Resource) async throws -> [String] {
    guard !resource.askedBy.isEmpty else { return ["\(resource.sizeParameter ?? "limit")=100"] }
    let users = try await keys(at: "/v1/users", of: .users).prefix(40)
    return [
      users.map { "user%5B%5D=\($0)" }.joined(separator: "&"), "park_slot%5B%5D=all",
    ]
  }

  private func paths(of resource: Resource, underAtMost most: Int) async throws -> [String] {
    var known: [[String: String]] = [[:]]
    for parent in resource.parents {
      var next: [[String: String]] = []
      for values in known {
        for id in try await ids(of: parent, of: resource, under: values).prefix(most) {
          next.append(values.merging([parent.parameter: id]) { $1 })
        }
      }
      known = next
    }
    return known.compactMap { resource.path.filled($0) }
  }

  private func ids(of parent: Parent, of resource: Resource, under known: [String: String])
    async throws -> [String]
  {
    guard let relation = resource.field(named: parent.field)?.relation else {
      return known.values.map { "quote_\($0.suffix(26))" }
    }
    var ids: [String] = []
    for owner in relation.lists.compactMap({ Catalog.standard[$0] }) {
      guard let path = owner.path.filled(known) else { continue }
      ids += try await keys(at: path, of: owner)
    }
    return ids
  }

  private func object(at path: String) async throws -> [JSON] {
    let response = try await sandbox.send(Request(target: path, account: account))
    guard response.status == 200 else { return [] }
    return [try response.json()]
  }
}

extension Catalog {
  /// The lists that ids in rows lead to.
  fileprivate var relatedLists: Set<String> {
    func lists(of fields: [Field]) -> [String] {
      fields.flatMap { ($0.relation?.lists ?? []) + lists(of: $0.fields) }
    }
    return Set(resources.flatMap { lists(of: $0.fields) })
  }
}

extension Field {
  /// The ways to it and to what is in it.
  fileprivate func paths(under path: String) -> [String] {
    ["\(path).\(name)"] + fields.flatMap { $0.paths(under: "\(path).\(name)") }
  }
}

extension JSON {
  /// The ways to the values of `fields` that are not null, here and in what is in them.
  fileprivate func paths(by fields: [Field], under path: String) -> [String] {
    values(of: fields).flatMap { field, value in
      ["\(path).\(field.name)"]
        + value.inner.flatMap { $0.paths(by: field.fields, under: "\(path).\(field.name)") }
    }
  }

  /// The ids that lead to rows of other lists, here and in what is in them.
  fileprivate func references(by fields: [Field], under path: String)
    -> [(path: String, relation: Relation, id: String)]
  {
    values(of: fields).flatMap { field, value in
      let own = field.relation.flatMap { relation in
        value.text.map { [("\(path).\(field.name)", relation, $0)] }
      }
      return (own ?? [])
        + value.inner.flatMap { $0.references(by: field.fields, under: "\(path).\(field.name)") }
    }
  }

  private func values(of fields: [Field]) -> [(Field, JSON)] {
    fields.compactMap { field in
      let value = self[field.name] ?? field.alias.flatMap { self[$0] }
      return value.flatMap { $0 == .null ? nil : (field, $0) }
    }
  }

  /// The objects that it is, or holds.
  private var inner: [JSON] {
    if case .list(let values) = self { values } else { [self] }
  }
}
