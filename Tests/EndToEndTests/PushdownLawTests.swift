import DialPipeline
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Testing

/// The law of planning: with what the API filters and without, the same rows.
struct PushdownLawTests {
  /// A world whose API has no filters and whose lists run by no time, so that a plan asks for
  /// all of a list.
  private static let withoutPushdown = Vocabulary.shell(
    catalog: Catalog(
      resources: Catalog.madeUp.resources.map { resource in
        var resource = resource
        resource.filters = []
        resource.searches = []
        resource.order = .asListed
        return resource
      }))

  private static let faults: [[Fault.Kind]] = [
    [], [.ignoreFilters], [.fractionalTimes], [.unknownKeys, .ignoreFilters],
  ]

  /// How many pipelines over the list are tried: more where the API filters.
  private static func count(for resource: Resource) -> Int {
    resource.filters.isEmpty && resource.searches.isEmpty ? 30 : 150
  }

  @Test(arguments: Catalog.madeUp.resources.filter { $0.paging != .object }.map(\.name))
  func pushdownChangesNoRow(_ name: String) async throws {
    let resource = try #require(Catalog.madeUp[name])
    let random = SeededGenerator()
    let sandboxes = try Self.faults.map { kinds in
      try Sandbox(options: .init(faults: kinds.map { Fault($0) }), catalog: .madeUp)
    }
    var generator = try await PipelineGenerator(over: resource, of: sandboxes[0], random: random)
    var saved = 0
    var withRows = 0
    let count = Self.count(for: resource)
    for index in 0..<(10 * count) where index < count || withRows < count / 5 {
      let text = generator.pipeline()
      let faults = Self.faults[index % Self.faults.count]
      let sandbox = sandboxes[index % sandboxes.count]
      let with = try await run(text, with: .standard(catalog: .madeUp), over: sandbox)
      let without = try await run(text, with: Self.withoutPushdown, over: sandbox)
      try #require(
        with.status == without.status && with.output == without.output
          && (with.status == .done || !resource.parents.isEmpty && Self.isOfNoList(with)),
        """
        `\(text)` with \(faults), DIALSH_SEED=\(random.seed):
        \(with.output)\(with.errors) without push-down:
        \(without.output)\(without.errors)
        """)
      if with.status == .done, with.output.split(separator: "\n").count > 1 { withRows += 1 }
      // An API that ignores filters sends small pages of what nobody asked for.
      if !faults.contains(.ignoreFilters) {
        saved += without.requests.count - with.requests.count
      }
    }
    // Else the law held over nothing.
    #expect(withRows >= count / 5, "DIALSH_SEED=\(random.seed)")
    // Else the law held because nothing was pushed down.
    guard !resource.filters.isEmpty || !resource.searches.isEmpty else { return }
    #expect(saved > 0, "DIALSH_SEED=\(random.seed)")
  }

  /// Whether the conditions name a list that isn't there, as a number at random may.
  private static func isOfNoList(_ outcome: Outcome) -> Bool {
    outcome.errors.contains("status 404, code not_found")
  }

  private func run(_ text: String, with vocabulary: Vocabulary, over sandbox: Sandbox)
    async throws -> Outcome
  {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    setting.vocabulary = vocabulary
    return try await ShellTestSupport.run(text, in: setting) { options in
      Client(transport: sandbox, hiding: setting.key, options: options, timing: .system)
    }
  }
}

extension PipelineGenerator {
  /// Over the lists of a resource in the documents' account, with values that their rows have.
  fileprivate init(over resource: Resource, of sandbox: Sandbox, random: SeededGenerator)
    async throws
  {
    var lists: [[String: String]] = [[:]]
    for parent in resource.parents {
      guard let name = resource.field(named: parent.field)?.relation?.lists.first,
        let owner = Catalog.madeUp[name]
      else { preconditionFailure("the catalog has the lists of its parents") }
      var next: [[String: String]] = []
      for list in lists {
        for row in try await sandbox.rows(of: owner, under: list).prefix(20) {
          next.append(
            list.merging([parent.parameter: row.value(at: owner.keyPath).string]) { $1 })
        }
      }
      lists = next
    }
    var samples: [String: [String]] = [:]
    for list in lists.prefix(5) {
      for row in try await sandbox.rows(of: resource, under: list) {
        for field in resource.itemFields {
          let text = row.value(at: FieldPath(field.name)).string
          // Quotes and line breaks are the lexer's business.
          guard !text.isEmpty,
            text.allSatisfy({ $0.isLetter || $0.isNumber || "_+:.- ".contains($0) })
          else { continue }
          samples[field.name, default: []].append(text)
        }
      }
    }
    self.init(
      resource: resource,
      parents: resource.parents.isEmpty
        ? []
        : lists.map { list in
          resource.parents.map { "\($0.field) = '\(list[$0.parameter] ?? "")'" }
            .joined(separator: " and ")
        }, samples: samples, random: random)
  }
}

extension Sandbox {
  /// The first rows of a list of the documents' account.
  fileprivate func rows(of resource: Resource, under parents: [String: String]) async throws
    -> [Record]
  {
    let path = try #require(resource.path.filled(parents))
    let endpoint = Endpoint(
      resource: resource, path: path, parameters: [QueryItem(name: "limit", value: "100")],
      owner: resource.scope == .platform ? nil : ListOwner(SandboxOptions.documentAccount))
    let response = try await send(Request(target: endpoint.target, account: endpoint.owner?.id))
    let page = try PageBody(scanning: response.body)
    return (0..<page.count).map { page[$0] }
  }
}
