import DialStack

/// Makes the items of one list from a seed: the same seed, the same bytes.
struct Generator: Sendable {
  let resource: Resource
  private let recipe: Recipe
  private let members: [MemberMaker]
  /// The seed of this list, other than every other list's.
  let seed: UInt64
  let count: Int
  /// An id that one row gets instead of a random one.
  let fixedID: String?

  init(_ resource: Resource, owner: String, count: Int, seed: UInt64, fixedID: String? = nil) {
    self.resource = resource
    self.count = count
    self.fixedID = fixedID
    let recipe = Recipe.standard[resource.name] ?? Recipe()
    self.recipe = recipe
    members = resource.fields.map { field in
      MemberMaker(field, by: Self.maker(of: field, in: resource, by: recipe))
    }
    let salt = stableHash(of: "\(resource.path) \(owner)".utf8)
    self.seed = SplitMix64.mixed(seed ^ SplitMix64.mixed(salt))
  }

  /// The items, newest first, those of the same moment by id.
  func items() -> ItemList {
    var items = ItemList(expecting: count)
    for (index, key) in keys().enumerated() {
      items.append(item(at: index, of: key))
    }
    return items
  }

  private func item(at index: Int, of key: RowKey) -> [UInt8] {
    var row = Row(index: index, key: key, listSeed: seed)
    row.json.reserve(1000)
    row.json.raw("{")
    for member in members { member.write(in: &row) }
    recipe.addUnknownKeys(&row)
    row.json.raw("}")
    return row.json.bytes
  }

  private static func maker(
    of field: Field, in resource: Resource, by recipe: Recipe
  ) -> Recipe.Maker {
    switch field.name {
    case "id": Recipe.text { $0.key.id }
    case resource.newestFirstBy: Recipe.text { $0.key.createdAt.text }
    case "updated_at":
      Recipe.text { row in
        row.key.createdAt.advanced(byDays: row.random.next(in: 0..<40)).text
      }
    default: recipe.makers[field.name] ?? Recipe.maker(byKindOf: field)
    }
  }

  /// 2026-08-21T00:00:00Z.
  private static let newest = 1_787_270_400
  private static let twoYears = 2 * 365 * 86_400

  /// Two years' worth of moments, some of them shared and some with a fraction.
  private func keys() -> [RowKey] {
    var random = SplitMix64(seed: seed)
    let longestStep = 2 * Self.twoYears / max(count, 100)
    // What belongs to the platform was there before what belongs to its accounts.
    var seconds = resource.scope == .platform ? Self.newest - Self.twoYears : Self.newest
    var keys: [RowKey] = []
    keys.reserveCapacity(count)
    for index in 0..<count {
      let step = random.next(in: 1..<max(longestStep, 2))
      seconds -= index % 16 == 7 ? 0 : step
      let fraction = index % 31 == 8 ? random.next(in: 1..<1_000_000) : 0
      let id = random.identifier(prefix: resource.idPrefix)
      keys.append(
        RowKey(createdAt: UTCTime(seconds: seconds, microseconds: fraction), id: id))
    }
    if let fixedID, count > 0 {
      keys[count / 2] = RowKey(createdAt: keys[count / 2].createdAt, id: fixedID)
    }
    keys.sort { ($1.createdAt, $0.id) < ($0.createdAt, $1.id) }
    return keys
  }
}
