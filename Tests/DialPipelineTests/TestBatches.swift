import DialPipeline
import DialStack
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

/// The rows that `stages` make of pages, as CSV.
func rows(_ stages: String, of pages: [String]) async throws -> String {
  let plan = try Planning.pipeline("numbers | \(stages)")
  var batches: Batches = try TestBatches(pages)
  for stage in plan.stages { batches = stage.apply(to: batches, in: RunReport()) }
  return try await text(of: batches, by: plan.sink.exporter)
}

/// What `exporter` makes of batches.
func text(of batches: Batches, by exporter: any Exporter) async throws -> String {
  var exporter = exporter
  var buffer: [UInt8] = []
  exporter.begin(into: &buffer)
  for try await batch in batches { exporter.append(batch, into: &buffer) }
  exporter.finish(into: &buffer)
  return try #require(String(validating: buffer, as: UTF8.self))
}
