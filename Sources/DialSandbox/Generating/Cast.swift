import DialStack

/// Who and what one account has, as far as its lists must agree on it.
///
/// It is decided by the seed and by the keys of other lists, not by their rows.
final class Cast: Sendable {
  let users: [String]
  let mailboxes: [String]
  let queues: [String]
  /// The DECT bases among the devices.
  let bases: [String]
  /// The DECT handsets among them.
  let handsets: [String]
  /// Whom each extension rings, in the order in which the rows are made.
  let targets: [String]
  let faults: PlantedIDs

  init(of account: String, in world: World) {
    func ids(_ name: String) -> [String] { world.ids(of: name, in: account) }
    users = ids("users")
    mailboxes = ids("shared_voicemail_boxes")
    queues = ids("queues")
    let devices = ids("devices")
    bases = devices.filter { $0.hasPrefix("dectb_") }
    handsets = devices.filter { $0.hasPrefix("decth_") }
    faults = PlantedIDs(of: account, in: world, users: users)
    let without = Set(faults.usersWithoutExtension)
    let gone = world.goneTarget(of: account)
    // Everybody but a few, some of them twice, then what else may ring.
    targets =
      users.filter { !without.contains($0) }
      + users.dropFirst(3).prefix(2)
      .filter { !without.contains($0) } + queues.prefix(20)
      + ids("ring_groups").prefix(21).filter { $0 != gone }
  }
}

/// The ids of the rows that have a fault on purpose, as far as keys alone decide it.
struct PlantedIDs: Sendable {
  let usersWithoutExtension: [String]
  let unregisteredDevices: [String]
  let queuesWithoutMembers: [String]
  /// A location whose E911 status is `null`.
  let locationWithoutE911: String?
  /// A location whose E911 status is `failed`.
  let locationWithFailedE911: String?

  init(of account: String, in world: World, users: [String]) {
    func pick(_ count: Int, from list: String, for fault: String) -> [String] {
      let ids = world.ids(of: list, in: account)
      let salt = stableHash(of: "\(fault) \(account)".utf8)
      var random = SplitMix64(seed: world.options.seed ^ salt)
      let start = random.next(in: 0..<max(ids.count, 1))
      return (0..<min(count, ids.count)).map { ids[(start + $0 * 7) % ids.count] }
    }
    usersWithoutExtension = pick(1, from: "users", for: "no extension")
    // Without users there is nobody to have a line, and nobody to answer a queue.
    unregisteredDevices =
      users.isEmpty
      ? world.ids(of: "devices", in: account) : pick(1, from: "devices", for: "not registered")
    queuesWithoutMembers =
      users.isEmpty
      ? world.ids(of: "queues", in: account) : pick(1, from: "queues", for: "no members")
    let locations = pick(2, from: "locations", for: "no E911")
    locationWithoutE911 = locations.first
    locationWithFailedE911 = locations.dropFirst().first
  }
}
