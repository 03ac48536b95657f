import DialStack

extension Recipe {
  /// The people of an account, and its park slots.
  static let presence = Recipe(
    makers: ofPeople(states { $0.key.id }).merging(ofSlots) { first, _ in first },
    needs: .calls,
    keys: { world, account, _ in
      let users = world.cast(of: account).users
      return (users + (1...slots).map { "\($0)" }).map {
        RowIdentity(createdAt: UTCTime(seconds: CallPlanner.now), id: $0)
      }
    })

  /// What the list of all people says of one.
  static let userPresence = Recipe(
    makers: states { $0.parents["user"] ?? "" }, needs: .calls)

  /// How many calls can be parked.
  private static let slots = 8

  private static func isPerson(_ row: Row) -> Bool { row.key.id.hasPrefix("user_") }

  private static func ofPeople(_ makers: [String: Maker]) -> [String: Maker] {
    makers.merging(["user": text { $0.key.id }]) { first, _ in first }
      .mapValues(ofPerson)
      .merging(["object": text { isPerson($0) ? "user_presence" : "park_slot" }]) { $1 }
  }

  private static func ofPerson(_ maker: @escaping Maker) -> Maker {
    { isPerson($0) ? maker(&$0) : .absent }
  }

  /// - Parameter user: who it is about.
  private static func states(_ user: @escaping @Sendable (Row) -> String) -> [String: Maker] {
    [
      "state": text { state(of: user($0), in: $0) },
      "notifiable": flag { row in
        state(of: user(row), in: row) != "offline" && !isUndisturbed(user(row))
      },
      "do_not_disturb": flag { isUndisturbed(user($0)) },
      "webrtc": object { row in
        let isOffline = state(of: user(row), in: row) == "offline"
        row.write("state", isOffline ? "offline" : "available")
        row.write("sessions", isOffline ? 0 : 1 + fact(of: user(row)) % 2)
      },
    ]
  }

  private static func state(of user: String, in row: Row) -> String {
    if row.callBook?.live.contains(where: { $0.user == user }) == true { return "on_call" }
    return fact(of: user) % 4 == 0 ? "offline" : "available"
  }

  /// Whether somebody wants no calls.
  static func isUndisturbed(_ user: String) -> Bool { fact(of: user) % 7 == 1 }

  /// A number that goes with an id.
  private static func fact(of id: String) -> Int {
    Int(SplitMix64.mixed(stableHash(of: id.utf8)) % 840)
  }

  private static let ofSlots: [String: Maker] = [
    "slot": { row in
      guard !isPerson(row), let slot = Int(row.key.id) else { return .absent }
      row.json.integer(slot)
      return .written
    },
    "parked_call": { row in
      guard !isPerson(row) else { return .absent }
      guard row.key.id == "1", let call = row.callBook?.live.first(where: { $0.did != nil }) else {
        row.json.null()
        return .written
      }
      let user = call.user ?? row.cast?.users.first
      let end = UTCTime(seconds: CallPlanner.now)
      row.object { row in
        row.write("call", call.id)
        row.write("from_number", call.from)
        row.write("from_label", "LA MESA CA")
        row.write("status", "parked")
        row.write("parked_by", user)
        row.write("parked_by_extension", user.flatMap { row.callBook?.extensions[$0] })
        row.write("parked_at", max(call.startedAt, end.advanced(bySeconds: -30)).text)
        row.write("rings_back_at", end.advanced(bySeconds: 60).text)
      }
      return .written
    },
  ]
}
