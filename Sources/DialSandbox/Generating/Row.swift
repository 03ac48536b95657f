import DialStack

/// What an item is made of before its fields are.
struct RowIdentity: Sendable {
  let createdAt: UTCTime
  let id: String
}

/// One item in the making: what its fields may look at, and its JSON so far.
struct Row {
  /// Where the item stands in its list, from 0.
  let index: Int
  let key: RowIdentity
  /// The seed of the list, from which those of its rows come.
  let listSeed: UInt64
  /// Where ids lead; `nil` where they lead nowhere.
  private let links: Links?
  /// Whether values stand under their deprecated keys alone.
  var hasOldKeysOnly = false
  /// The place of the API's step: keys of later steps are left out.
  var step = Int.max
  /// How many rows the list has.
  var count = 1
  /// The ids of the list's parents, by the fields that carry them.
  var parents: [String: String] = [:]
  var cast: Cast?
  var callBook: CallBook?
  var random: SplitMix64
  var json = JSONText()

  init(index: Int, key: RowIdentity, listSeed: UInt64, links: Links?) {
    self.index = index
    self.key = key
    self.listSeed = listSeed
    self.links = links
    random = SplitMix64(seed: Row.seed(of: index, in: listSeed))
  }

  /// Whether this is row `first`, or one every `step` rows after it.
  func isEvery(_ step: Int, from first: Int) -> Bool {
    index % step == first
  }

  /// An id that begins with `prefix`: of a row of the list that has such ids, if the catalog has
  /// one, else one that leads nowhere.
  mutating func id(prefix: String) -> String {
    guard let ids = links?.ids(prefix: prefix, from: key.id), !ids.isEmpty else {
      return random.identifier(prefix: prefix)
    }
    return random.pick(ids)
  }

  /// The ids that a value of `relation` may be; `nil` if the catalog has no list for it.
  func ids(of relation: Relation?) -> [String]? {
    relation.flatMap { links?.ids(of: $0, from: key.id) }
  }

  /// A source of numbers for one fact of row `index`, the same whoever asks.
  ///
  /// Fields that depend on each other, like a status and the time of its change, ask for
  /// the same fact; rows that share a value ask for the other row's.
  func fact(_ name: StaticString, ofRow index: Int) -> SplitMix64 {
    let salt = stableHash(
      of: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    return SplitMix64(seed: Row.seed(of: index, in: listSeed) ^ salt)
  }

  private static func seed(of index: Int, in listSeed: UInt64) -> UInt64 {
    SplitMix64.mixed(listSeed &+ UInt64(index) &* 0xD1B5_4A32_D192_ED03)
  }
}

extension SplitMix64 {
  /// An id as the API makes them: 26 characters of base 32 after the prefix.
  mutating func identifier(prefix: String) -> String {
    var text = Array(prefix.utf8)
    text.reserveCapacity(text.count + 27)
    text += "_01".utf8
    for _ in 0..<2 {
      var bits = next()
      for _ in 0..<12 {
        text.append(identifierAlphabet[Int(bits & 31)])
        bits >>= 5
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

private let identifierAlphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
