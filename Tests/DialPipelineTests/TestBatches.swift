import DialExport
import DialPipeline
import DialRows
import DialStack
import DialTestSupport
import SystemPackage
import Testing

/// Batches of given pages, which may fail behind the last one.
struct TestBatches: AsyncSequence {
  struct Broken: Error, Equatable {}

  enum Ending {
    case ends, fails
  }

  let batches: [Batch]
  let ending: Ending

  /// Pages of items as JSON: `{"id":"a"},{"id":"b"}`.
  init(_ pages: [String], then ending: Ending = .ends) throws {
    batches = try pages.map { items in
      let body = try PageBody(scanning: Array("{\"data\":[\(items)]}".utf8))
      return Batch(records: (0..<body.count).map { body[$0] })
    }
    self.ending = ending
  }

  struct Iterator: AsyncIteratorProtocol {
    var left: ArraySlice<Batch>
    let ending: Ending

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      try Task.checkCancellation()
      if let batch = left.popFirst() { return batch }
      if ending == .fails { throw Broken() }
      return nil
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator { Iterator(left: batches[...], ending: ending) }
}

/// Batches that come whether or not the task is cancelled.
struct Uncancelled: AsyncSequence {
  let batches: [Batch]

  init(_ batches: [Batch]) {
    self.batches = batches
  }

  struct Iterator: AsyncIteratorProtocol {
    var left: ArraySlice<Batch>

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      left.popFirst()
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator { Iterator(left: batches[...]) }
}

/// Batches that several tasks ask for, one after the other.
actor Taken {
  private var iterator: any AsyncIteratorProtocol<Batch, any Error>

  init(_ batches: some AsyncSequence<Batch, any Error>) {
    iterator = batches.makeAsyncIterator()
  }

  /// How many rows the next batch has.
  func next() async throws -> Int? {
    var iterator = self.iterator
    defer { self.iterator = iterator }
    return try await iterator.next(isolation: self)?.records.count
  }
}

/// Calls `body` in a task that is cancelled already.
func whileCancelled(_ body: @escaping @Sendable () async throws -> Void) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.cancelAll()
    group.addTask { try await body() }
    try await group.waitForAll()
  }
}

/// The rows that `stages` make of pages, as CSV.
func rows(_ stages: String, of pages: [String]) async throws -> String {
  let plan = try Planning.pipeline("numbers | \(stages)")
  return try await text(of: plan.staged(try TestBatches(pages), in: .test()), by: plan)
}

extension Run {
  /// A run that asks no API.
  static func test(_ report: RunReport = RunReport(), zone: ZoneInUse = .utc) -> Run {
    Run(client: nil, report: report, now: Planning.now, zone: zone)
  }
}

/// What the sink of `plan` writes of batches.
func text(
  of batches: some AsyncSequence<Batch, any Error>, by plan: Plan
) async throws -> String {
  try await written(batches, by: plan).text
}

/// What the sink of `plan` writes of batches to standard output, and what there is to say of it.
func written(
  _ batches: some AsyncSequence<Batch, any Error>, by plan: Plan,
  _ pace: SinkContext.Pace = .inChunks, from firstRow: Int = 1
) async throws -> (text: String, notes: SinkNotes) {
  let scratch = try ScratchDirectory()
  let output = try FileDescriptor.open(
    FilePath(try scratch.write("", to: "output")), .writeOnly, options: .append)
  defer { try? output.close() }
  var context = SinkContext(
    columns: plan.columns.visible, destination: .standardOutput, standardOutput: output,
    terminal: plan.export.terminal, pace: pace)
  context.firstRow = firstRow
  let sink = try plan.export.format.makeSink(for: context)
  try sink.begin()
  for try await batch in batches { try sink.take(batch) }
  let notes = try sink.finish()
  return (try scratch.read("output"), notes)
}
