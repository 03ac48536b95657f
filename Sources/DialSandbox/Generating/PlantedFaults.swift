import DialStack

/// What is wrong on purpose with rows of one account.
///
/// Reports can be held against it: it is worked out from the seed, not by reading the lists.
package struct PlantedFaults: Sendable, Hashable {
  /// What can be wrong with a row.
  package enum Kind: String, Sendable, CaseIterable {
    case goneTarget = "number-target-gone"
    case withoutE911 = "location-without-e911"
    case failedE911 = "location-e911-failed"
    case withoutExtension = "user-without-extension"
    case unregistered = "device-not-registered"
    case unread = "voicemail-unread-30-days"
    case withoutMembers = "queue-without-members"
  }

  package let account: String
  /// The ids of the rows that have a fault; a kind that no row has is not there.
  package let ids: [Kind: [String]]

  /// The faults of every account of a sandbox with `options`, in the order of the accounts.
  ///
  /// - Throws: ``SandboxError`` for options that can't be had.
  package static func all(of options: SandboxOptions) throws(SandboxError) -> [PlantedFaults] {
    try options.check()
    let world = World(catalog: .standard, options: options)
    return world.accounts.map { PlantedFaults(of: $0, in: world) }
  }

  private init(of account: String, in world: World) {
    let planted = world.cast(of: account).faults
    let unread = world.callBook(of: account).voicemails.filter {
      $0.readAt == nil && $0.createdAt < CallPlanner.monthAgo
    }
    let ids: [Kind: [String]] = [
      .goneTarget: world.numbersWithoutTarget(in: account),
      .withoutE911: [planted.locationWithoutE911].compactMap { $0 },
      .failedE911: [planted.locationWithFailedE911].compactMap { $0 },
      .withoutExtension: planted.usersWithoutExtension,
      .unregistered: planted.unregisteredDevices,
      .unread: unread.map(\.id),
      .withoutMembers: planted.queuesWithoutMembers,
    ]
    self.account = account
    self.ids = ids.filter { !$0.value.isEmpty }
  }
}

extension PlantedFaults {
  /// How many ids of a kind the text shows.
  private static let shown = 5

  /// What people read: a line for each kind under the account.
  package static func text(_ faults: [PlantedFaults]) -> String {
    let width = (Kind.allCases.map(\.rawValue.count).max() ?? 0) + 2
    var lines: [String] = []
    for account in faults {
      lines.append(account.account)
      for kind in Kind.allCases {
        guard let ids = account.ids[kind] else { continue }
        let rest = ids.count > shown ? " and \(ids.count - shown) more" : ""
        let name = kind.rawValue + String(repeating: " ", count: width - kind.rawValue.count)
        lines.append("  \(name)\(ids.prefix(shown).joined(separator: " "))\(rest)")
      }
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// What programs read: an array with an object for each account, with all ids.
  package static func json(_ faults: [PlantedFaults]) -> String {
    var json = JSONText()
    json.raw("[")
    for account in faults {
      json.separate()
      json.object { json in
        json.key("account")
        json.text(account.account)
        json.key("faults")
        json.object { json in
          for kind in Kind.allCases {
            guard let ids = account.ids[kind] else { continue }
            json.key(kind.rawValue)
            json.list(ids)
          }
        }
      }
    }
    json.raw("]\n")
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension World {
  /// The numbers that lead to ``goneTarget(of:)``.
  fileprivate func numbersWithoutTarget(in account: String) -> [String] {
    let list = ListName(resource: "numbers", account: account, parents: [])
    guard let gone = goneTarget(of: account), let generator = generator(of: list) else { return [] }
    return generator.ids().enumerated().compactMap { index, id in
      var row = generator.row(
        at: index, of: RowIdentity(createdAt: UTCTime(seconds: 0), id: id))
      return Recipe.routingTarget(of: &row) == gone ? id : nil
    }
  }
}
