import DialStack

extension Recipe {
  /// Numbers that have called, each blocked after one of its calls.
  static let blockedNumbers = Recipe(
    makers: [
      "description": nullable { row in
        row.isEvery(3, from: 1) ? nil : row.text(["Sells nothing but calls", "Robot"], oddEvery: 9)
      },
      "object": text { _ in "blocked_number" },
    ],
    needs: .cast,
    keys: { world, account, _ in
      var numbers: Set<String> = []
      let calls = world.callBook(of: account).calls.filter {
        $0.direction == "inbound" && $0.from.hasPrefix("+") && !$0.isLive
      }
      return calls.enumerated().compactMap { index, call in
        guard index % 12 == 3, numbers.insert(call.from).inserted else { return nil }
        return RowIdentity(createdAt: call.endedAt ?? call.startedAt, id: call.from)
      }.sorted { ($1.createdAt, $0.id) < ($0.createdAt, $1.id) }
    })

  /// Streams of calls that somebody took, begun while they talked.
  static let listeners = Recipe(
    makers: [
      "url": text { "wss://listen.example.com/\($0.key.id)" }
    ],
    needs: .cast,
    keys: { world, account, parents in
      let calls = world.callBook(of: account).calls
      guard let id = parents.first, let call = calls.first(where: { $0.id == id }),
        let start = call.connectedAt
      else { return [] }
      var random = SplitMix64(seed: world.options.seed ^ stableHash(of: "listeners \(id)".utf8))
      let end = call.endedAt ?? UTCTime(seconds: CallPlanner.now)
      let seconds = max(0, (end.microseconds - start.microseconds) / 1_000_000)
      return (0..<random.next(in: 0..<3)).map { _ in
        RowIdentity(
          createdAt: start.advanced(bySeconds: random.next(in: 0..<seconds + 1)),
          id: random.identifier(prefix: "lstn"))
      }.sorted { ($1.createdAt, $0.id) < ($0.createdAt, $1.id) }
    })
}
