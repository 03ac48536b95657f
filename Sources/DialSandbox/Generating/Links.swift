import DialStack

/// Where the ids in the rows of one list lead.
struct Links: Sendable {
  private let world: World
  private let isOfAccounts: Bool
  private let account: String?
  /// The keys of the rows of a resource, for lists that all rows of this one share.
  private let shared: [String: [String]]

  /// - Parameter resource: the resource of the list whose ids they are.
  init(from resource: Resource, in account: String?, of world: World) {
    self.world = world
    self.account = account
    isOfAccounts = resource.holdsAccounts
    guard !isOfAccounts else {
      shared = [:]
      return
    }
    let parents = resource.parents.map(\.field)
    let related = resource.fields.filter { !parents.contains($0.name) }
    let names = Set(related.flatMap { $0.relation?.lists ?? [] } + Recipe.of(resource).picks)
    // Only numbers lead to what is gone.
    let isOfNumbers = resource.name == "numbers"
    let gone = account.flatMap { account in
      isOfNumbers || names.isDisjoint(with: World.mayBeGone) ? nil : world.goneTarget(of: account)
    }
    shared = Dictionary(
      names.compactMap { name in
        world.catalog[name].map { list in
          let isEmpty = isOfNumbers && Self.isEmpty(list, in: account, of: world)
          return (
            name, isEmpty ? [] : Self.ids(of: list, in: account, of: world).filter { $0 != gone }
          )
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The keys that a value of `relation` may be, in the row `key`; `nil` if the catalog has none
  /// of the lists that it leads to.
  func ids(of relation: Relation, from key: String) -> [String]? {
    let lists = relation.lists.compactMap { world.catalog[$0] }
    return lists.isEmpty ? nil : lists.flatMap { ids(of: $0, from: key) }
  }

  /// The keys that begin with `prefix` where the catalog has a list of such; else `nil`.
  func ids(prefix: String, from key: String) -> [String]? {
    let lists = world.catalog.resources.filter { $0.idPrefixes.contains(prefix) }
    return lists.isEmpty ? nil : lists.flatMap { ids(of: $0, from: key) }
  }

  private func ids(of resource: Resource, from key: String) -> [String] {
    if let ids = shared[resource.name] { return ids }
    // What an account names is its own.
    return Self.ids(of: resource, in: isOfAccounts ? key : account, of: world)
  }

  /// Whether a list has no rows but those that numbers lead to.
  private static func isEmpty(_ list: Resource, in account: String?, of world: World) -> Bool {
    guard World.targetLists.contains(list.name), list.parents.isEmpty else { return false }
    return world.count(of: ListName(resource: list.name, account: account, parents: []), list) == 0
  }

  private static func ids(
    of resource: Resource, in account: String?, of world: World
  ) -> [String] {
    let account = resource.scope == .platform ? nil : account
    guard account != nil || resource.scope != .account else { return [] }
    return world.lists(of: resource, in: account).flatMap { world.ids(of: $0) }
  }
}
