import DialExport
import DialPipeline
import DialRows
import DialStack
import Synchronization
import SystemPackage
import Testing

/// What becomes of rows that were taken, however the run ends.
struct SinkTests {
  /// What an output was told.
  private final class Log: Sendable {
    private let moves = Mutex<[String]>([])

    var all: [String] { moves.withLock { $0 } }

    func add(_ move: String) { moves.withLock { $0.append(move) } }
  }

  private struct LoggedOutput: Output, ~Copyable {
    let log: Log
    var failure: Errno?

    mutating func write(_ bytes: [UInt8]) throws {
      log.add("write \(String(decoding: bytes, as: UTF8.self))")
      if let failure { throw failure }
    }

    mutating func commit() { log.add("commit") }
    mutating func abandon() { log.add("abandon") }
    var warnings: [String] { ["the owner has changed"] }
    deinit { log.add("gone") }
  }

  private let log = Log()

  private func sink(
    _ text: String, failing failure: Errno? = nil, _ pace: SinkContext.Pace = .inChunks
  ) throws -> any RowSink {
    let plan = try Planning.pipeline("numbers | select id | export \(text)")
    let format = try #require(plan.export.format as? any ByteFormat)
    let context = SinkContext(
      columns: plan.columns.visible, destination: .standardOutput, standardOutput: .standardOutput,
      terminal: nil, pace: pace)
    return ByteSink(into: LoggedOutput(log: log, failure: failure), format, for: context)
  }

  private func page(_ ids: String...) throws -> Batch {
    let items = ids.map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
    return try TestBatches([items]).batches[0]
  }

  @Test func rowsAreWrittenInChunksAndStand() throws {
    var sink: (any RowSink)? = try sink("csv")
    try sink?.begin()
    try sink?.take(page("a"))
    try sink?.take(page("b", "c"))
    #expect(log.all == [])
    var notes = SinkNotes()
    notes.warnings = ["the owner has changed"]
    notes.bytes = 9
    #expect(try sink?.finish() == notes)
    sink = nil
    #expect(log.all == ["write id\na\nb\nc\n", "commit", "gone"])
  }

  @Test func whoWatchesSeesEachPage() throws {
    let sink = try sink("json", .pageByPage)
    try sink.begin()
    try sink.take(page("a"))
    try sink.take(page("b"))
    #expect(log.all == ["write [\n{\"id\":\"a\"}", "write ,\n{\"id\":\"b\"}"])
  }

  @Test func whatWasTakenBeforeAFailureIsShown() throws {
    let sink = try sink("json")
    try sink.begin()
    try sink.take(page("a"))
    sink.abandon()
    #expect(log.all == ["write [\n{\"id\":\"a\"}\n]\n", "abandon"])
  }

  @Test func aFailureBeforeTheFirstRowShowsNothing() throws {
    let sink = try sink("json")
    try sink.begin()
    try sink.take(Batch(records: []))
    sink.abandon()
    #expect(log.all == ["abandon"])
  }

  @Test func whatCouldNotBeWrittenIsNotWrittenAgain() throws {
    let sink = try sink("csv", failing: .noSpace, .pageByPage)
    try sink.begin()
    #expect(throws: Errno.noSpace) { try sink.take(page("a")) }
    sink.abandon()
    #expect(log.all == ["write id\na\n", "abandon"])
  }

  @Test func aSinkThatIsLetGoLetsItsOutputGo() throws {
    var sink: (any RowSink)? = try sink("csv")
    try sink?.begin()
    try sink?.take(page("a"))
    sink = nil
    #expect(log.all == ["gone"])
  }
}
