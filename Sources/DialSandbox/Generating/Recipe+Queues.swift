import DialStack

extension Recipe {
  /// Queues whose calls go on to what the account has.
  static let queues = Recipe(
    makers: [
      "name": text { $0.text(Texts.teams, oddEvery: 9) },
      // 0 is an hour.
      "timeout_seconds": whole { $0.random.pick([0, 120, 300, 300, 600, 3600]) },
      "wrap_up_seconds": whole { $0.random.pick([0, 0, 15, 30, 60]) },
      "announcements": { row in
        guard row.random.happens(1, in: 2) else { return null(in: &row) }
        let seconds = row.random.next(in: 1..<20) * 30
        row.object { $0.write("frequency_seconds", seconds) }
        return .written
      },
      "callback": { row in
        guard row.random.happens(1, in: 3) else { return null(in: &row) }
        let seconds = row.random.next(in: 1..<10) * 60
        let number = row.callBook.flatMap {
          $0.number(&row.random, at: UTCTime(seconds: CallPlanner.now))
        }
        row.object { row in
          row.write("offer_after_seconds", seconds)
          row.write("outbound_did_id", number?.id)
        }
        return .written
      },
      "timeout": { row in
        row.random.happens(1, in: 4) ? null(in: &row) : writeWayOut(in: &row)
      },
      "exit_key": sparse { exitKey(of: $0) },
      "exit": { row in
        guard exitKey(of: row) != nil, row.random.happens(4, in: 5) else { return null(in: &row) }
        return writeWayOut(in: &row)
      },
      "max_queue_length": whole { $0.random.pick([10, 25, 50, 100]) },
      "join_empty": text { $0.random.pick(["yes", "no", "strict"]) },
      "leave_when_empty": text { $0.random.pick(["yes", "no"]) },
      "periodic_prompt_frequency_seconds": whole { $0.random.next(in: 1..<10) * 60 },
    ], needs: .calls)

  private static func exitKey(of row: Row) -> String? {
    var fact = row.fact("exit", ofRow: row.index)
    return fact.happens(1, in: 3) ? fact.pick(["0", "9", "#"]) : nil
  }

  /// Where a call goes that no agent took: to a person, to a mailbox, or since 3.2 to another queue.
  private static func writeWayOut(in row: inout Row) -> Outcome {
    guard let cast = row.cast else { return null(in: &row) }
    let others = row.step < APIStep.v3_2.place ? [] : cast.queues.filter { $0 != row.key.id }
    let ways = [
      ("ring_user", "user", cast.users), ("voicemail", "voicemail", cast.users + cast.mailboxes),
      ("queue", "queue", others),
    ].filter { !$0.2.isEmpty }
    guard !ways.isEmpty else { return null(in: &row) }
    let (type, key, ids) = row.random.pick(ways)
    let id = row.random.pick(ids)
    row.object { row in
      row.write("type", type)
      row.write(key, id)
    }
    return .written
  }
}
