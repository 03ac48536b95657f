import DialPipeline
import DialStack
import Testing

/// Long work without an await can be stopped.
struct StopTests {
  private func sorted(_ rows: Int) throws -> Taken {
    let items = (0..<rows).map { #"{"id":"\#(($0 * 7919) % rows)","status":"s\#($0)"}"# }
    let batches = try TestBatches([items.joined(separator: ",")]).batches
    let plan = try Planning.pipeline("numbers | sort id")
    return Taken(plan.staged(Uncancelled(batches), in: .test()))
  }

  @Test func aSortThatIsStoppedEndsAndCanBeMadeAgain() async throws {
    let rows = try sorted(20_000)
    try await whileCancelled {
      _ = await #expect(throws: CancellationError.self) { try await rows.next() }
    }
    var found = 0
    while let count = try await rows.next() { found += count }
    #expect(found == 20_000)
  }

  @Test func aStoppedSortGivesAFewRowsAllTheSame() async throws {
    let rows = try sorted(1000)
    try await whileCancelled {
      let first = try await rows.next()
      #expect(first == 1000)
    }
  }

  @Test func aStoppedCountOfManyGroupsEnds() async throws {
    let items = (0..<30_000).map { #"{"id":"\#((UInt32($0) &* 2_654_435_761 >> 7) % 20_000)"}"# }
    let batches = try TestBatches([items.joined(separator: ",")]).batches
    let plan = try Planning.pipeline("numbers | count by id")
    let counts = Taken(plan.staged(Uncancelled(batches), in: .test()))
    try await whileCancelled {
      _ = await #expect(throws: CancellationError.self) { try await counts.next() }
    }
  }
}
