import DialLanguage
import DialPipeline
import DialRows
import DialStack
import Synchronization
import Testing

/// How the stages of a pipeline are driven.
struct StagedBatchesTests {
  private static let pages = [
    #"{"id":"a"},{"id":"b"}"#, #"{"id":"c"}"#, #"{"id":"d"},{"id":"e"}"#,
  ]

  private func iterator(
    _ stages: [any Stage], over batches: Batches
  ) -> StagedBatches.Iterator {
    StagedBatches(batches, through: stages, in: .test()).makeAsyncIterator()
  }

  private func stages(_ text: String) throws -> [any Stage] {
    try Planning.pipeline("numbers | \(text)").stages.map(\.stage)
  }

  @Test func aStageThatHasEnoughLetsTheSourceGo() async throws {
    let source = Counted(try TestBatches(Self.pages))
    var rows = iterator(try stages("limit 2"), over: source)
    #expect(try await ids(rows.next()) == ["a", "b"])
    #expect(try await rows.next() == nil)
    #expect(source.taken == 1)
  }

  @Test func stagesBehindOneThatHasEnoughGiveTheirRows() async throws {
    let source = Counted(try TestBatches(Self.pages))
    var rows = iterator(try stages("limit 3 | sort id desc | limit 2 | last 1"), over: source)
    #expect(try await ids(rows.next()) == ["b"])
    #expect(try await rows.next() == nil)
    #expect(source.taken == 2)
  }

  @Test func aBatchThatAStageFailedOnIsGivenAgain() async throws {
    let flaky = Probe { FlakyWork(failures: 2) }
    var rows = iterator(try stages("uniq") + [flaky], over: try TestBatches(Self.pages))
    await #expect(throws: TestBatches.Broken.self) { try await rows.next() }
    await #expect(throws: TestBatches.Broken.self) { try await rows.next() }
    #expect(try await ids(rows.next()) == ["a", "b"])
    #expect(try await ids(rows.next()) == ["c"])
  }

  @Test func aStageThatCouldNotStartIsStartedAgain() async throws {
    let starts = Mutex(0)
    let late = Probe {
      let count = starts.withLock { starts in
        starts += 1
        return starts
      }
      if count == 1 { throw TestBatches.Broken() }
      return UnchangedRows()
    }
    var rows = iterator([late], over: try TestBatches(Self.pages))
    await #expect(throws: TestBatches.Broken.self) { try await rows.next() }
    #expect(try await ids(rows.next()) == ["a", "b"])
    #expect(try await ids(rows.next()) == ["c"])
    #expect(starts.withLock { $0 } == 2)
  }

  @Test func aStageMayGiveRowsInSeveralBatches() async throws {
    let split = Probe(gathers: true) { SplitWork() }
    var rows = iterator([split] + (try stages("skip 1")), over: try TestBatches(Self.pages))
    #expect(try await ids(rows.next()) == ["b"])
    #expect(try await ids(rows.next()) == ["c"])
    #expect(try await ids(rows.next()) == ["d", "e"])
    #expect(try await rows.next() == nil)
    #expect(try await rows.next() == nil)
  }

  @Test func whatWasGatheredBeforeAStopComesOnceAndTheErrorBehindIt() async throws {
    let source = StoppedBehind(try TestBatches(Self.pages).batches.prefix(2))
    var rows = iterator(try stages("sort id desc | select id"), over: source)
    #expect(try await ids(rows.next()) == ["c", "b", "a"])
    for _ in 0..<2 {
      await #expect(throws: CancellationError.self) { try await rows.next() }
    }
  }

  @Test func aStopBeforeAnythingWasGatheredIsGoneOnFrom() async throws {
    let source = StoppedBehind([], then: try TestBatches(Self.pages).batches)
    for stages in ["count", "where id != null | count"] {
      var rows = iterator(try self.stages(stages), over: source)
      await #expect(throws: CancellationError.self) { try await rows.next() }
      #expect(try await rows.next()?.records.map { $0.cell(0) } == [.integer(5)])
    }
    var rows = iterator(try stages("skip 1"), over: source)
    await #expect(throws: CancellationError.self) { try await rows.next() }
    #expect(try await ids(rows.next()) == ["b"])
  }

  @Test func eachIterationStartsAnew() async throws {
    let staged = StagedBatches(
      try TestBatches(Self.pages), through: try stages("limit 1"), in: .test())
    for _ in 0..<2 {
      var rows = staged.makeAsyncIterator()
      #expect(try await ids(rows.next()) == ["a"])
      #expect(try await rows.next() == nil)
    }
  }

  private func ids(_ batch: Batch?) -> [String] {
    batch?.records.map { $0.value(at: FieldPath("id")).string } ?? []
  }
}

/// A stage whose work a test gives.
private struct Probe: Stage {
  static let signature = Signature(
    "probe", summary: "A stage of a test.", examples: [])

  private let work: @Sendable () throws -> any StageWork
  let effect: StageEffect

  init(gathers: Bool = false, _ work: @escaping @Sendable () throws -> any StageWork) {
    self.work = work
    var effect = StageEffect("is looked at", demand: .unknown)
    effect.gathers = gathers
    self.effect = effect
  }

  init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    self.init { UnchangedRows() }
  }

  func start(in run: Run) async throws -> any StageWork { try work() }
}

/// Fails so many times, with the batch as it was.
private struct FlakyWork: StageWork {
  var failures: Int

  mutating func take(_ batch: inout Batch, in run: Run) throws -> Flow {
    guard failures == 0 else {
      failures -= 1
      throw TestBatches.Broken()
    }
    return .goOn
  }
}

/// Gives the batches that it took when the last has come, one by one.
private struct SplitWork: StageWork {
  private var batches: [Batch] = []

  mutating func take(_ batch: inout Batch, in run: Run) -> Flow {
    batches.append(batch)
    return .goOn
  }

  mutating func rest(in run: Run) -> Batch? { batches.isEmpty ? nil : batches.removeFirst() }
}

/// Batches that are counted as they are taken.
private final class Counted: AsyncSequence, Sendable {
  typealias Element = Batch
  typealias Failure = any Error

  private let batches: [Batch]
  private let count = Mutex(0)

  init(_ batches: TestBatches) {
    self.batches = batches.batches
  }

  var taken: Int { count.withLock { $0 } }

  struct Iterator: AsyncIteratorProtocol {
    let source: Counted
    var left: ArraySlice<Batch>

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      source.count.withLock { $0 += 1 }
      return left.popFirst()
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator { Iterator(source: self, left: batches[...]) }
}

/// Batches with a stop between them.
private struct StoppedBehind: AsyncSequence {
  private let before: ArraySlice<Batch>
  private let after: [Batch]

  init(_ before: ArraySlice<Batch>, then after: [Batch] = []) {
    (self.before, self.after) = (before, after)
  }

  struct Iterator: AsyncIteratorProtocol {
    var before: ArraySlice<Batch>
    var after: ArraySlice<Batch>
    var hasStopped = false

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      if let batch = before.popFirst() { return batch }
      guard hasStopped else {
        hasStopped = true
        throw CancellationError()
      }
      return after.popFirst()
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator { Iterator(before: before, after: after[...]) }
}
