import DialStack

/// Which lists there are, and what each holds, as far as the options alone decide it.
struct World: Sendable {
  let catalog: Catalog
  let options: SandboxOptions
  /// The ids of all accounts, newest first.
  let accounts: [String]
  private let knownIDs = Cache<ListName, [String]>()
  private let casts = Cache<String, Cast>()
  private let callBooks = Cache<String, CallBook>()
  let goneTargets = Cache<String, String?>()

  init(catalog: Catalog, options: SandboxOptions) {
    self.catalog = catalog
    self.options = options
    accounts =
      catalog.accountList.map { list in
        Generator(
          list, path: list.path.description, owner: "", count: options.accounts,
          seed: options.seed, fixedID: Self.fixedID(of: list)
        ).ids()
      } ?? [SandboxOptions.documentAccount.rawValue]
  }

  /// What makes the items of `list`; `nil` where the resource, or one of the parents, isn't there.
  ///
  /// Whether there is the account is for the caller to know.
  func generator(of list: ListName) -> Generator? {
    guard var generator = unlinkedGenerator(of: list) else { return nil }
    generator.links = Links(from: generator.resource, in: list.account, of: self)
    generator.step = options.api.place
    if let items = Recipe.of(generator.resource).items {
      generator.copiedItems = { items(self, list) }
    }
    guard let account = list.account else { return generator }
    switch Recipe.of(generator.resource).needs {
    case .nothing: break
    case .cast: generator.cast = cast(of: account)
    case .calls:
      generator.cast = cast(of: account)
      generator.callBook = callBook(of: account)
    }
    if Self.mayBeGone.contains(list.resource) { generator.goneID = goneTarget(of: account) }
    return generator
  }

  /// A generator whose ids lead nowhere: enough for the keys.
  func unlinkedGenerator(of list: ListName) -> Generator? {
    guard let resource = catalog[list.resource] else { return nil }
    var parents: [String: String] = [:]
    for (parent, id) in zip(resource.parents, list.parents) {
      guard ids(of: parent, of: resource, in: list.account, under: parents).contains(id) else {
        return nil
      }
      parents[parent.parameter] = id
    }
    guard let path = resource.path.filled(parents) else { return nil }
    var generator = Generator(
      resource, path: path, owner: list.account ?? "", count: count(of: list, resource),
      seed: options.seed, fixedID: Self.fixedID(of: resource))
    generator.parents = Dictionary(
      resource.parents.map { ($0.field, parents[$0.parameter] ?? "") },
      uniquingKeysWith: { first, _ in first })
    if let account = list.account {
      generator.plannedKeys =
        Recipe.of(resource).keys?(self, account, list.parents)
        ?? targets(in: account, of: resource, list)
    }
    return generator
  }

  /// Every list.
  func lists() -> [ListName] {
    catalog.resources.flatMap { resource in
      let owners: [String?] =
        switch resource.scope {
        case .platform: [nil]
        case .account: accounts
        case .either: [nil] + accounts
        }
      return owners.flatMap { lists(of: resource, in: $0) }
    }
  }

  /// The lists of a resource in one account, or the platform's: one for each parent.
  func lists(of resource: Resource, in account: String?) -> [ListName] {
    var parents: [[String: String]] = [[:]]
    for parent in resource.parents {
      parents = parents.flatMap { known in
        ids(of: parent, of: resource, in: account, under: known).map { id in
          known.merging([parent.parameter: id]) { first, _ in first }
        }
      }
    }
    return parents.map { known in
      ListName(
        resource: resource.name, account: account,
        parents: resource.path.parameters.compactMap { known[$0] })
    }
  }

  /// The ids of a parent, its own parents standing under `known`.
  ///
  /// Of what no list has, there is one for each thing that it belongs to, their ids ending alike.
  private func ids(
    of parent: Parent, of resource: Resource, in account: String?, under known: [String: String]
  ) -> [String] {
    guard let field = resource.field(named: parent.field) else { return [] }
    guard field.relation == nil else {
      return lists(of: parent, of: resource, in: account, under: known).flatMap { ids(of: $0) }
    }
    let owner = resource.path.parameters.last { known[$0] != nil }.flatMap { known[$0] }
    return owner.map { ["\(field.idPrefix)_\($0.suffix(26))"] } ?? []
  }

  /// The lists that may hold a parent, its own parents standing under `known`.
  private func lists(
    of parent: Parent, of resource: Resource, in account: String?, under known: [String: String]
  ) -> [ListName] {
    let relation = resource.field(named: parent.field)?.relation
    return (relation?.lists ?? []).compactMap { catalog[$0] }.compactMap { owner in
      let parents = owner.path.parameters.compactMap { known[$0] }
      guard parents.count == owner.parents.count else { return nil }
      return ListName(
        resource: owner.name, account: owner.scope == .platform ? nil : account, parents: parents)
    }
  }

  /// The keys of the rows of `list`; none where it isn't there.
  func ids(of list: ListName) -> [String] {
    knownIDs.value(for: list) { unlinkedGenerator(of: list)?.ids() ?? [] }
  }

  /// The keys of the rows of a list that has no parents but the account.
  func ids(of name: String, in account: String) -> [String] {
    ids(of: ListName(resource: name, account: account, parents: []))
  }

  private static func fixedID(of resource: Resource) -> String? {
    resource.holdsAccounts ? SandboxOptions.documentAccount.rawValue : nil
  }

  /// How many items a list has.
  ///
  /// A list of the platform has as many as the options say accounts. Without a number in the
  /// options, a list of the documents' account has 250 and one of another account 0 to 299; one
  /// that belongs to a parent has 0 to 11.
  func count(of list: ListName, _ resource: Resource) -> Int {
    if list.account != nil, let count = Recipe.of(resource).count(self, list) { return count }
    guard list.parents.isEmpty else {
      let name = ([list.resource, list.account ?? ""] + list.parents).joined(separator: " ")
      var random = SplitMix64(seed: options.seed ^ stableHash(of: name.utf8))
      guard resource.paging != .object else {
        return resource.mayBeMissing && random.happens(1, in: 3) ? 0 : 1
      }
      return random.next(in: 0..<12)
    }
    guard let account = list.account else { return options.accounts }
    if account == SandboxOptions.documentAccount.rawValue { return 250 }
    var random = SplitMix64(seed: options.seed ^ stableHash(of: "\(resource.name) \(account)".utf8))
    return random.happens(1, in: 10) ? 0 : random.next(in: 1..<300)
  }
}

extension World {
  /// How the items of every list come to be: generated when asked for, or read from the
  /// database, which is made first if it isn't there.
  func contents() throws -> @Sendable (ListName) -> (@Sendable () -> ItemList)? {
    guard let path = options.database else {
      return { list in
        self.generator(of: list).map { generator in { @Sendable in generator.items() } }
      }
    }
    let database = Database(path: path)
    if try !database.exists() { try database.create(from: self) }
    let lists = try database.lists(of: self)
    return { list in lists[list].map { items in { @Sendable in items } } }
  }
}

// What lists agree on.
extension World {
  /// Who and what an account has.
  func cast(of account: String) -> Cast {
    casts.value(for: account) { Cast(of: account, in: self) }
  }

  /// The calls of an account.
  func callBook(of account: String) -> CallBook {
    callBooks.value(for: account) {
      let list = ListName(resource: "calls", account: account, parents: [])
      let count = catalog["calls"].map { self.count(of: list, $0) } ?? 0
      return CallBook(of: account, count: count, in: self)
    }
  }
}
