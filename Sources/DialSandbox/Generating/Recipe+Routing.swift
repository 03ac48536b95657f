import DialStack

extension Recipe {
  /// Users, no one twice in a queue; one queue of an account has none.
  static let queueMembers = Recipe(
    makers: [
      "user": text { row in
        guard let users = row.cast?.users, !users.isEmpty else {
          return row.random.identifier(prefix: "user")
        }
        // All rows of a list begin at the same user.
        var start = row.fact("first member", ofRow: 0)
        return users[(start.next(in: 0..<users.count) + row.index) % users.count]
      },
      // With gaps.
      "position": whole { $0.index * 2 + 1 - $0.index % 2 },
      "penalty": whole { $0.random.next(in: 0..<4) },
    ],
    count: { world, list in
      guard let account = list.account, let queue = list.parents.first else { return nil }
      let cast = world.cast(of: account)
      guard !cast.faults.queuesWithoutMembers.contains(queue) else { return 0 }
      var random = SplitMix64(seed: world.options.seed ^ stableHash(of: "members \(queue)".utf8))
      return random.next(in: 1..<min(12, cast.users.count + 1) + (cast.users.isEmpty ? 1 : 0))
    },
    needs: .cast)

  /// Groups of users and of numbers outside.
  static let ringGroups = Recipe(
    makers: [
      "name": text { $0.text(Texts.teams, oddEvery: 9) },
      "timeout_seconds": whole { $0.random.next(in: 3..<13) * 5 },
      "timeout_action": nullable { timeout(of: $0)?.action },
      "timeout_target": nullable { timeout(of: $0)?.target },
      "members": { row in
        let users = row.cast?.users ?? []
        let start = row.random.next(in: 0..<max(users.count, 1))
        row.json.raw("[")
        for place in 0..<row.random.next(in: 1..<6) {
          if place > 0 { row.json.raw(",") }
          let isOutside = users.count <= place || row.random.happens(1, in: 5)
          let member = row.random.identifier(prefix: "rgm")
          let phone = isOutside ? PhoneBook.number(&row.random) : nil
          let user = isOutside ? nil : users[(start + place) % users.count]
          let time = row.key.createdAt.advanced(byDays: place).text
          row.json.object { json in
            json.key("id")
            json.text(member)
            json.key("extension")
            if let user { json.text(user) } else { json.null() }
            json.key("phone_number")
            if let phone { json.text(phone) } else { json.null() }
            json.key("created_at")
            json.text(time)
          }
        }
        row.json.raw("]")
        return .written
      },
    ], needs: .cast)

  /// What becomes of a call that nobody of a group takes.
  private static func timeout(of row: Row) -> (action: String, target: String)? {
    guard let cast = row.cast else { return nil }
    var fact = row.fact("timeout", ofRow: row.index)
    let kind = fact.next(in: 0..<4)
    if kind == 0, !cast.users.isEmpty { return ("ring_user", fact.pick(cast.users)) }
    if kind == 1, !cast.mailboxes.isEmpty { return ("voicemail", fact.pick(cast.mailboxes)) }
    if kind == 2, !cast.queues.isEmpty { return ("queue", fact.pick(cast.queues)) }
    return nil
  }

  /// Hours of a working week, in the order of its days.
  static let schedules = Recipe(
    makers: [
      "name": text { $0.text(["Business Hours", "Support Hours", "Weekend Shift"], oddEvery: 9) },
      "timezone": text { row in
        row.random.pick(["America/New_York", "America/Chicago", "America/Los_Angeles", "UTC"])
      },
      "ranges": { row in
        let start = row.random.next(in: 7..<10)
        let end = row.random.next(in: 16..<20)
        let days = row.isEvery(5, from: 3) ? Array(0..<7) : Array(1..<6)
        writeRanges(of: days, from: start, to: end, in: &row)
        return .written
      },
      "holidays": { row in
        let isNone = row.isEvery(4, from: 2)
        row.json.raw(
          isNone
            ? "[]"
            : #"[{"start":"2025-12-24","end":"2025-12-26"},{"start":"2026-01-01","end":"2026-01-01"}]"#
        )
        return .written
      },
    ], needs: .cast)

  private static func writeRanges(of days: [Int], from start: Int, to end: Int, in row: inout Row) {
    row.json.raw("[")
    for (place, day) in days.enumerated() {
      if place > 0 { row.json.raw(",") }
      row.json.object { json in
        json.key("day")
        json.integer(day)
        json.key("start")
        json.text("\(padded(start, to: 2)):00")
        json.key("end")
        json.text("\(padded(end, to: 2)):00")
      }
    }
    row.json.raw("]")
  }
}
