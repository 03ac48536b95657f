import DialPipeline
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Testing

/// The law of planning: with what the API filters and without, the same rows.
struct PushdownLawTests {
  /// A list and the catalog that it stands in.
  struct Entry: Sendable, CustomTestStringConvertible {
    let catalog: Catalog
    let resource: Resource
    /// How many pipelines are tried.
    let count: Int
    var testDescription: String { resource.name }

    /// A world whose API has no filters and whose lists run by no time, so that a plan asks for
    /// all of a list.
    var withoutPushdown: Vocabulary {
      var plain = resource
      plain.filters = []
      plain.searches = []
      plain.order = .asListed
      return .shell(
        catalog: Catalog(
          resources: catalog.resources.map { $0.name == plain.name ? plain : $0 }))
    }
  }

  /// Lists of every form that the catalog can say.
  private static let madeUp = entries(of: .madeUp, few: 10, many: 60)
  /// The lists of the API, more than 2,000 pipelines in all; each has `set`, `with`, `stats` or a pipeline
  /// in parentheses.
  private static let standard = entries(of: .standard, few: 15, many: 150)

  /// - Parameters:
  ///   - few: how many pipelines are tried where the API doesn't filter.
  ///   - many: how many where it does.
  private static func entries(of catalog: Catalog, few: Int, many: Int) -> [Entry] {
    catalog.resources.filter { $0.canBeReadWithoutFilters }.map { resource in
      let isFiltered = !resource.filters.isEmpty || !resource.searches.isEmpty
      return Entry(catalog: catalog, resource: resource, count: isFiltered ? many : few)
    }
  }

  private static let faults: [[Fault.Kind]] = [
    [], [.ignoreFilters], [.fractionalTimes], [.unknownKeys, .ignoreFilters],
  ]

  @Test func pipelinesOverTheListsOfTheAPIAreMany() {
    #expect(Self.standard.reduce(0) { $0 + $1.count } >= 2000)
  }

  /// The sandboxes of all lists of the API, which are made once.
  private static let standardSandboxes = Result {
    try sandboxes(of: .standard, with: standardFaults)
  }
  private static let standardFaults: [[Fault.Kind]] = [[], [.ignoreFilters]]

  private static func sandboxes(of catalog: Catalog, with faults: [[Fault.Kind]]) throws
    -> [Sandbox]
  {
    try faults.map { kinds in
      try Sandbox(options: .init(faults: kinds.map { Fault($0) }), catalog: catalog)
    }
  }

  @Test(arguments: madeUp)
  func pushdownChangesNoRowOfAMadeUpList(_ entry: Entry) async throws {
    let sandboxes = try Self.sandboxes(of: entry.catalog, with: Self.faults)
    try await check(
      entry, over: sandboxes, with: Self.faults, in: SandboxOptions.documentAccount)
  }

  @Test(arguments: standard)
  func pushdownChangesNoRowOfAListOfTheAPI(_ entry: Entry) async throws {
    let sandboxes = try Self.standardSandboxes.get()
    // A list of more than one page, and not of many.
    let account = try await sandboxes[0].account(with: 101...170, of: entry.resource)
    try await check(entry, over: sandboxes, with: Self.standardFaults, in: account, derives: true)
  }

  private func check(
    _ entry: Entry, over sandboxes: [Sandbox], with faults: [[Fault.Kind]], in account: Account.ID,
    derives: Bool = false
  ) async throws {
    let resource = entry.resource
    let random = SeededGenerator()
    var generator = try await PipelineGenerator(
      over: resource, in: entry.catalog, of: sandboxes[0], account: account, derives: derives,
      random: random)
    var asked = 0
    var withRows = 0
    let count = entry.count
    let pushing = Vocabulary.standard(catalog: entry.catalog)
    let plain = entry.withoutPushdown
    let canFilter = resource.filters.contains { $0.list == nil } || !resource.searches.isEmpty
    let leastAsked = canFilter ? count / 20 : 0
    for index in 0..<(10 * count)
    where index < count || withRows < count / 8 || asked < leastAsked {
      let text = generator.pipeline()
      let faults = faults[index % faults.count]
      let sandbox = sandboxes[index % sandboxes.count]
      let with = try await run(text, with: pushing, over: sandbox, in: account)
      let without = try await run(text, with: plain, over: sandbox, in: account)
      try #require(
        with.status == without.status && with.output == without.output
          && (with.status == .done || !resource.parents.isEmpty && Self.isOfNoList(with)),
        """
        `\(text)` of \(account) with \(faults), DIALSH_SEED=\(random.seed):
        \(with.output)\(with.errors) without push-down:
        \(without.output)\(without.errors)
        """)
      if with.status == .done, with.output.split(separator: "\n").count > 1 { withRows += 1 }
      if with.requests.contains(where: resource.isAskedToFilter(by:)) { asked += 1 }
    }
    // Else the law held over nothing.
    #expect(withRows >= count / 8, "DIALSH_SEED=\(random.seed)")
    // Else the law held because nothing was pushed down.
    #expect(asked >= leastAsked, "DIALSH_SEED=\(random.seed)")
  }

  /// Whether the conditions name a list that isn't there, as a number at random may.
  private static func isOfNoList(_ outcome: Outcome) -> Bool {
    outcome.errors.contains("status 404, code not_found")
  }

  private func run(
    _ text: String, with vocabulary: Vocabulary, over sandbox: Sandbox, in account: Account.ID
  ) async throws -> Outcome {
    var setting = RunSetting()
    setting.account = account
    setting.vocabulary = vocabulary
    return try await ShellTestSupport.run(text, in: setting) { options in
      Client(transport: sandbox, hiding: setting.key, options: options, timing: .system)
    }
  }
}

extension PipelineGenerator {
  /// Over the lists of a resource in an account, with values that their rows have.
  fileprivate init(
    over resource: Resource, in catalog: Catalog, of sandbox: Sandbox, account: Account.ID,
    derives: Bool, random: SeededGenerator
  ) async throws {
    var lists: [[String: String]] = [[:]]
    for parent in resource.parents {
      guard let name = resource.field(named: parent.field)?.relation?.lists.first,
        let owner = catalog[name]
      else { preconditionFailure("the catalog has the lists of its parents") }
      var next: [[String: String]] = []
      for list in lists {
        for row in try await sandbox.rows(of: owner, under: list, in: account).prefix(20) {
          next.append(
            list.merging([parent.parameter: row.value(at: owner.keyPath).string]) { $1 })
        }
      }
      lists = next
    }
    var samples: [String: [String]] = [:]
    for list in lists.prefix(5) {
      for row in try await sandbox.rows(of: resource, under: list, in: account) {
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
        }, samples: samples,
      followed: resource.itemFields.filter { field in
        (field.relation?.lists ?? []).compactMap { catalog[$0] }
          .contains { $0.parents.isEmpty && $0.paging != .object }
      }.map(\.name), derives: derives, random: random)
  }
}

extension Resource {
  /// Whether there is a way to its rows without a filter of the API, so that there is something to
  /// hold push-down against.
  fileprivate var canBeReadWithoutFilters: Bool {
    switch paging {
    case .pages, .whole: askedBy.isEmpty
    case .counted, .object: false
    }
  }

  /// Whether a request has a parameter that filters.
  fileprivate func isAskedToFilter(by target: String) -> Bool {
    let query = target.split(separator: "?").dropFirst().joined()
    let names = query.split(separator: "&").compactMap { $0.split(separator: "=").first }
    return (filters.map(\.parameter) + searches.map(\.parameter)).contains { parameter in
      names.contains { $0 == parameter }
    }
  }
}

extension Sandbox {
  /// The first rows of a list.
  fileprivate func rows(
    of resource: Resource, under parents: [String: String], in account: Account.ID
  ) async throws -> [Record] {
    let path = try #require(resource.path.filled(parents))
    let page = try await page(of: resource, at: "\(path)?limit=100", in: account)
    return (0..<page.count).map { page[$0] }
  }

  /// An account whose list has so many rows; that of the documents where none has.
  fileprivate func account(with counts: ClosedRange<Int>, of resource: Resource) async throws
    -> Account.ID
  {
    guard let path = resource.path.filled([:]), resource.scope == .account else {
      return SandboxOptions.documentAccount
    }
    for account in try await rows(of: .accounts, under: [:], in: SandboxOptions.documentAccount) {
      let id = account.value(at: FieldPath("id")).string
      guard let account = Account.ID(rawValue: id) else { continue }
      var count = 0
      var next: String? = "\(path)?limit=100"
      while let target = next {
        let page = try await page(of: resource, at: target, in: account)
        count += page.count
        next = page.nextPageURL
      }
      if counts.contains(count) { return account }
    }
    return SandboxOptions.documentAccount
  }

  private func page(of resource: Resource, at target: String, in account: Account.ID)
    async throws -> PageBody
  {
    let response = try await send(
      Request(target: target, account: resource.scope == .platform ? nil : account))
    return try PageBody(scanning: response.body)
  }
}
