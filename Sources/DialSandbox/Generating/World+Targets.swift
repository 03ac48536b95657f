import DialStack

// What the numbers of an account lead to.
extension World {
  /// The lists that numbers lead to.
  static let targetLists = ["users", "ring_groups", "queues", "dial_plans", "voice_apps"]

  /// The keys of the rows of `list` where numbers decide them: numbers lead to rows of a list that
  /// would be empty without them. `nil` for every other list.
  func targets(in account: String, of resource: Resource, _ list: ListName) -> [RowIdentity]? {
    guard Self.targetLists.contains(resource.name), count(of: list, resource) == 0,
      resource.isStandard, catalog["numbers"]?.isStandard == true,
      let generator = generator(of: ListName(resource: "numbers", account: account, parents: []))
    else { return nil }
    let keys = generator.keys().enumerated().compactMap { index, key -> RowIdentity? in
      var row = generator.row(at: index, of: key)
      guard let target = Recipe.routingTarget(of: &row),
        resource.idPrefixes.contains(where: { target.hasPrefix("\($0)_") })
      else { return nil }
      return RowIdentity(createdAt: key.createdAt, id: target)
    }
    return keys.sorted { ($1.createdAt, $0.id) < ($0.createdAt, $1.id) }
  }

  /// The lists of which a row that a number leads to may be gone.
  static let mayBeGone: Set<String> = ["ring_groups", "dial_plans", "voice_apps"]
  private static var gonePrefixes: [String] { ["rg_", "dp_", "va_"] }

  /// What an active number of the account rings and what is in no list any more.
  ///
  /// Nothing else leads there. Only the API's own catalog has such a fault.
  func goneTarget(of account: String) -> String? {
    goneTargets.value(for: account) {
      let isStandard = (Self.mayBeGone.union(["numbers"])).allSatisfy {
        catalog[$0]?.isStandard == true
      }
      let list = ListName(resource: "numbers", account: account, parents: [])
      guard isStandard, let generator = generator(of: list), let numbers = catalog["numbers"] else {
        return nil
      }
      for index in 0..<min(count(of: list, numbers), 400) {
        let key = RowIdentity(createdAt: UTCTime(seconds: 0), id: "")
        var row = generator.row(at: index, of: key)
        guard Recipe.status(of: row) == "active", let target = Recipe.routingTarget(of: &row),
          Self.gonePrefixes.contains(where: target.hasPrefix)
        else { continue }
        return target
      }
      return nil
    }
  }
}
