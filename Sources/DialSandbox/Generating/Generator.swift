import DialStack

/// Makes the items of one list from a seed: the same seed, the same bytes.
struct Generator: Sendable {
  let resource: Resource
  /// The ids of the list's parents, by the fields that carry them.
  var parents: [String: String] = [:]
  /// Where ids lead; `nil` where they lead nowhere.
  var links: Links?
  /// The keys, where other lists decide them.
  var plannedKeys: [RowIdentity]?
  /// Makes the items, where they are those of other lists.
  var copiedItems: (@Sendable () -> [[UInt8]])?
  /// A row that other lists lead to and that is gone.
  var goneID: String?
  /// The place of the API's step whose keys the rows have.
  var step = Int.max
  var cast: Cast?
  var callBook: CallBook?
  private let recipe: Recipe
  /// The seed of this list, other than every other list's.
  private let seed: UInt64
  private let count: Int
  /// An id that one row gets instead of a random one.
  private let fixedID: String?

  /// - Parameters:
  ///   - path: where the list is, so that no two lists of an owner are the same.
  ///   - owner: the account, if there is one.
  init(
    _ resource: Resource, path: String, owner: String, count: Int, seed: UInt64, fixedID: String?
  ) {
    self.resource = resource
    self.count = count
    self.fixedID = fixedID
    recipe = Recipe.of(resource)
    let salt = stableHash(of: "\(path) \(owner)".utf8)
    self.seed = SplitMix64.mixed(seed ^ SplitMix64.mixed(salt))
  }

  /// The keys of the items.
  func ids() -> [String] { keys().map(\.id) }

  /// The items in the order of the resource.
  func items() -> ItemList {
    if let copiedItems {
      var items = ItemList(expecting: count)
      for item in copiedItems() { items.append(item) }
      return items
    }
    let members = resource.itemFields.map { MemberMaker($0, by: maker(of: $0)) }
    let goneID = goneID
    let made = keys().enumerated().lazy.filter { $0.element.id != goneID }
      .map { index, key in item(at: index, of: key, members) }
    var items = ItemList(expecting: count)
    switch resource.order {
    case .newestFirst, .asListed: for item in made { items.append(item) }
    case .ascending(let field):
      for item in sorted(made, by: field) { items.append(item) }
    case .descending(let field):
      for item in sorted(made, by: field).reversed() { items.append(item) }
    }
    return items
  }

  /// Row `index` alone, with a time of creation that is not the row's own.
  func item(at index: Int, id: String) -> [UInt8] {
    let members = resource.itemFields.map { MemberMaker($0, by: maker(of: $0)) }
    return item(
      at: index, of: RowIdentity(createdAt: UTCTime(seconds: Self.newest), id: id), members)
  }

  /// At most `most` rows before anything is written, evenly spread over the list.
  func sample(_ most: Int) -> [Row] {
    let keys = keys()
    let step = max(1, keys.count / most)
    return stride(from: 0, to: keys.count, by: step).map { row(at: $0, of: keys[$0]) }
  }

  /// Row `index` before anything is written.
  func row(at index: Int, of key: RowIdentity) -> Row {
    var row = Row(index: index, key: key, listSeed: seed, links: links)
    row.step = step
    row.parents = parents
    row.count = count
    row.cast = cast
    row.callBook = callBook
    if let hasOldKeysOnly = recipe.hasOldKeysOnly { row.hasOldKeysOnly = hasOldKeysOnly(row) }
    return row
  }

  private func item(at index: Int, of key: RowIdentity, _ members: [MemberMaker]) -> [UInt8] {
    var row = row(at: index, of: key)
    row.json.reserve(1000)
    row.json.raw("{")
    for member in members { member.write(in: &row) }
    recipe.addUnknownKeys(&row)
    row.json.raw("}")
    return row.json.bytes
  }

  private func maker(of field: Field) -> Recipe.Maker {
    if let parent = parents[field.name] { return Recipe.key(of: field) { _ in parent } }
    switch field.name {
    case resource.key: return recipe.makers[field.name] ?? Recipe.key(of: field) { $0.key.id }
    case resource.order.timeField ?? "created_at": return Recipe.text { $0.key.createdAt.text }
    case "updated_at":
      return Recipe.text { row in
        let change = row.key.createdAt.advanced(byDays: row.random.next(in: 0..<40))
        // Numbers and accounts know no now.
        return (row.cast == nil ? change : change.untilNow).text
      }
    default: return recipe.makers[field.name] ?? Recipe.maker(byKindOf: field)
    }
  }

  /// The items by the value of a field, those with the same value as they were made.
  private func sorted(_ items: some Sequence<[UInt8]>, by field: String) -> [[UInt8]] {
    let values = items.map { (item: $0, value: Array(member(field, of: $0[...]) ?? [])) }
    let isNumber = resource.field(named: field)?.kind.isNumber == true
    func number(_ value: [UInt8]) -> Double { Double(String(decoding: value, as: UTF8.self)) ?? 0 }
    return values.enumerated().sorted { left, right in
      let (first, second) = (left.element.value, right.element.value)
      if isNumber {
        return (number(first), left.offset) < (number(second), right.offset)
      }
      if first.lexicographicallyPrecedes(second) { return true }
      return first == second && left.offset < right.offset
    }.map(\.element.item)
  }
}

// What items are made of.
extension Generator {
  /// Behind it there is nothing.
  static let newest = CallPlanner.now
  private static let twoYears = 2 * 365 * 86_400

  /// Two years' worth of moments, some of them shared and some with a fraction.
  ///
  /// They run newest first, those of the same moment by id; in no order of time where the
  /// resource promises none.
  func keys() -> [RowIdentity] {
    if let plannedKeys { return plannedKeys }
    var random = SplitMix64(seed: seed)
    var maker = KeyMaker(of: resource, count: count, seed: seed, prefix: recipe.prefix)
    let longestStep = 2 * Self.twoYears / max(count, 100)
    // What belongs to the platform was there before what belongs to its accounts.
    var seconds = resource.scope == .platform ? Self.newest - Self.twoYears : Self.newest
    var keys: [RowIdentity] = []
    keys.reserveCapacity(count)
    for index in 0..<count {
      let step = random.next(in: 1..<max(longestStep, 2))
      seconds -= index % 16 == 7 ? 0 : step
      let fraction = index % 31 == 8 ? random.next(in: 1..<1_000_000) : 0
      let id = maker.key(at: index, &random)
      keys.append(
        RowIdentity(createdAt: UTCTime(seconds: seconds, microseconds: fraction), id: id))
    }
    if let fixedID, count > 0 {
      keys[count / 2] = RowIdentity(createdAt: keys[count / 2].createdAt, id: fixedID)
    }
    if resource.order == .asListed {
      keys.sort { $0.id < $1.id }
    } else {
      keys.sort { ($1.createdAt, $0.id) < ($0.createdAt, $1.id) }
    }
    return keys
  }
}

/// Makes the keys of a list, no two of them the same.
private struct KeyMaker {
  private let prefix: @Sendable (Int) -> String
  private let kind: FieldKind
  /// Where keys are numbers: those of the list, in no order.
  private var numbers: [Int] = []
  private var phones: Set<String> = []

  init(
    of resource: Resource, count: Int, seed: UInt64, prefix: (@Sendable (Int) -> String)?
  ) {
    let field = resource.field(named: resource.key)
    let usual = resource.idPrefixes.first ?? field?.idPrefix ?? "id"
    self.prefix = prefix ?? { _ in usual }
    kind = field?.kind ?? .id
    guard kind.isWhole || kind == .text else { return }
    var random = SplitMix64(seed: ~seed)
    var number = field.flatMap { Int($0.example) } ?? 100
    for index in 0..<count {
      number += random.next(in: 1..<4)
      // A shuffle: each takes the place of one before it.
      let place = random.next(in: 0..<index + 1)
      numbers.append(number)
      numbers.swapAt(place, index)
    }
  }

  mutating func key(at index: Int, _ random: inout SplitMix64) -> String {
    switch kind {
    case .integer, .seconds, .text: return String(numbers[index])
    case .phone:
      while true {
        let phone = PhoneBook.number(&random)
        if phones.insert(phone).inserted { return phone }
      }
    case .id, .choice, .time, .boolean, .decimal, .object, .list:
      return random.identifier(prefix: prefix(index))
    }
  }
}
