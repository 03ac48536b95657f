import DialExport
import DialLanguage
package import DialRows
package import DialStack
package import SystemPackage

/// Runs plans: pages in, stages, bytes out.
package struct PlanRunner: Sendable {
  /// Bytes are written when so many wait: large writes cost least.
  private static let chunk = 64 * 1024
  /// The most rows that are written between two looks at whether the run is stopped.
  private static let portion = 4096

  private let client: Client?
  private let now: Timestamp
  private let zone: Zone
  private let lastResult: [Record]
  private let standardOutput: FileDescriptor
  private let delivery: Delivery
  private let whileWriting: @Sendable (_ write: () throws -> Void) throws -> Void
  private let onPage: @Sendable (_ records: [Record], _ resource: Resource) -> Void

  /// How rows go to standard output.
  package enum Delivery: Sendable, Hashable {
    /// After every page, to a terminal, for a person who watches.
    case pageByPage
    /// In large chunks, to a program or a file.
    case inChunks
  }

  /// - Parameters:
  ///   - client: whom the API is asked through, if the plan asks it.
  ///   - now: the moment that `today` goes by.
  ///   - zone: where days and months begin.
  ///   - lastResult: the rows of `$it`.
  ///   - standardOutput: where rows go that no `export` sends elsewhere.
  ///   - delivery: how they go there.
  ///   - whileWriting: calls its argument, which writes rows.
  ///   - onPage: gets the rows of each page as the API sent them.
  package init(
    client: Client?, now: Timestamp, zone: Zone, lastResult: [Record],
    standardOutput: FileDescriptor, delivery: Delivery,
    whileWriting: @escaping @Sendable (_ write: () throws -> Void) throws -> Void,
    onPage: @escaping @Sendable (_ records: [Record], _ resource: Resource) -> Void
  ) {
    self.client = client
    self.now = now
    self.zone = zone
    self.lastResult = lastResult
    self.standardOutput = standardOutput
    self.delivery = delivery
    self.whileWriting = whileWriting
    self.onPage = onPage
  }

  /// Runs `plan` and writes its rows.
  ///
  /// What was read before a failure is written to standard output, a file is left as it was.
  ///
  /// - Throws: ``RunFailure``, which holds the `APIError`, `Errno` or `CancellationError`.
  package func run(_ plan: Plan) async throws -> RunResult {
    switch plan.sink.destination {
    case .standardOutput:
      var output = DescriptorOutput(standardOutput, for: reader(of: plan.sink.exporter))
      return try await run(plan, into: &output)
    case .file(let path):
      var output: FileOutput
      do {
        output = try FileOutput(path: path)
      } catch {
        throw RunFailure(cause: error, rows: 0, rowsRead: 0, pages: 0, place: .output)
      }
      return try await run(plan, into: &output)
    }
  }

  /// The rows of `plan`, to be shown a screenful at a time.
  package func supply(_ plan: Plan) -> RowSupply {
    RowSupply(plan, over: lastResult, in: newRun())
  }

  /// Shows the next rows of `supply` on `output`, no more than `most`.
  ///
  /// What was read before a failure is shown, too.
  ///
  /// - Throws: ``RunFailure``, which holds the `APIError`, `Errno` or `CancellationError`.
  package func show(
    _ supply: RowSupply, atMost most: Int?, on descriptor: FileDescriptor
  ) async throws -> RunResult {
    var exporter = supply.plan.sink.exporter
    exporter.numberRows(from: await supply.given + 1)
    var output = DescriptorOutput(descriptor, for: reader(of: exporter))
    var sink = RowSink(exporter: exporter)
    // Until all is shown: whatever stops it leaves a part.
    await supply.beginShowing()
    try await keepingRows(of: &sink, in: &output, supply.report) { sink, output in
      let isFirst = await supply.given == 0
      if isFirst { sink.begin() }
      while sink.rows < most ?? .max,
        let batch = try await supply.next(atMost: (most ?? .max) - sink.rows)
      {
        if !isFirst, sink.rows == 0 { sink.begin() }
        try take(batch, through: &sink, into: &output, isWatched: delivery == .pageByPage)
      }
      // Behind the last row stands no header without rows.
      guard isFirst || sink.rows > 0 else { return }
      sink.finish()
      try drain(&sink, into: &output)
    }
    await supply.endShowing()
    return result(of: sink, supply.report, [], remainder: await supply.remainder)
  }

  private func run(_ plan: Plan, into output: inout some Output & ~Copyable) async throws
    -> RunResult
  {
    let newRun = newRun()
    let report = newRun.report
    var sink = RowSink(exporter: plan.sink.exporter)
    try await keepingRows(of: &sink, in: &output, report) { sink, output in
      sink.begin()
      for try await batch in plan.batches(over: lastResult, in: newRun) {
        try take(batch, through: &sink, into: &output, isWatched: plan.isWatched(delivery))
      }
      sink.finish()
      try drain(&sink, into: &output)
      try output.commit()
    }
    return result(of: sink, report, output.warnings, remainder: .nothing)
  }

  private func newRun() -> Run {
    Run(client: client, report: RunReport(onPage: onPage), now: now, zone: zone)
  }

  private func take(
    _ batch: Batch, through sink: inout RowSink, into output: inout some Output & ~Copyable,
    isWatched: Bool
  ) throws {
    // What a stage has gathered comes as one batch, and may be stopped in the middle.
    for portion in batch.portions(of: Self.portion) {
      sink.add(portion)
      if isWatched || sink.buffer.count >= Self.chunk { try drain(&sink, into: &output) }
      try Task.checkCancellation()
    }
  }

  private func drain(_ sink: inout RowSink, into output: inout some Output & ~Copyable) throws {
    guard !sink.buffer.isEmpty else { return }
    try whileWriting { try sink.drain(into: &output) }
  }

  private func result(
    of sink: RowSink, _ report: RunReport, _ warnings: [String], remainder: Remainder
  ) -> RunResult {
    RunResult(
      rows: sink.rows, pages: report.pages, isLimited: report.isLimited,
      remainder: remainder, limitingSetting: report.limitingSetting,
      warnings: report.warnings + sink.exporter.warnings + warnings,
      hiddenColumns: sink.exporter.hiddenColumns)
  }

  private func keepingRows<Target: Output & ~Copyable>(
    of sink: inout RowSink, in output: inout Target, _ report: RunReport,
    during body: (inout RowSink, inout Target) async throws -> Void
  ) async throws {
    do {
      try await body(&sink, &output)
    } catch {
      let failure = RunFailure(
        cause: error, rows: sink.rows, rowsRead: report.rowsRead, pages: report.pages,
        place: error is Errno ? .output : .source)
      keep(&sink, in: &output, after: failure)
      throw failure
    }
  }

  private func reader(of exporter: any Exporter) -> DescriptorOutput.Reader {
    delivery == .inChunks || exporter.drawsForTerminal ? .program : .terminal
  }

  /// Rows that were read are not lost for what failed behind them. The run has failed
  /// already, so that nothing more is said should they not be written.
  private func keep(
    _ sink: inout RowSink, in output: inout some Output & ~Copyable, after failure: RunFailure
  ) {
    if failure.place == .source, sink.rows > 0 {
      sink.finish()
      try? drain(&sink, into: &output)
    }
    output.abandon()
  }
}

extension Plan {
  /// Whether somebody waits for each page.
  func isWatched(_ delivery: PlanRunner.Delivery) -> Bool {
    sink.destination == .standardOutput && delivery == .pageByPage
  }
}

/// Rows on their way through an exporter into a buffer.
private struct RowSink {
  var exporter: any Exporter
  var buffer: [UInt8] = []
  private(set) var rows = 0

  init(exporter: any Exporter) {
    self.exporter = exporter
  }

  mutating func begin() {
    exporter.begin(into: &buffer)
  }

  mutating func add(_ batch: Batch) {
    rows += batch.records.count
    exporter.append(batch, into: &buffer)
  }

  mutating func finish() {
    exporter.finish(into: &buffer)
  }

  mutating func drain(into output: inout some Output & ~Copyable) throws {
    try output.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension Batch {
  /// The batch in parts of no more than so many records.
  func portions(of size: Int) -> some Sequence<Batch> {
    stride(from: 0, to: max(1, records.count), by: size).lazy.map { start in
      guard records.count > size else { return self }
      return Batch(records: Array(records[start..<min(start + size, records.count)]))
    }
  }
}

/// How a run ended that gave all it was asked for.
package struct RunResult: Sendable, Hashable {
  package let rows: Int
  package let pages: Int
  /// A limit was asked for, and more rows may exist.
  package let isLimited: Bool
  /// Whether the rows are a screenful, and `more` has others.
  package let remainder: Remainder
  /// The setting that cut the rows: `.limit 1000`.
  package let limitingSetting: String?
  /// Sentences for the user.
  package let warnings: [String]
  /// The columns for which a terminal had no room.
  package let hiddenColumns: [String]

  package init(
    rows: Int, pages: Int, isLimited: Bool, remainder: Remainder, limitingSetting: String?,
    warnings: [String], hiddenColumns: [String]
  ) {
    self.rows = rows
    self.pages = pages
    self.isLimited = isLimited
    self.remainder = remainder
    self.limitingSetting = limitingSetting
    self.warnings = warnings
    self.hiddenColumns = hiddenColumns
  }
}

/// What is left behind the rows that were shown.
package enum Remainder: Sendable, Hashable {
  case nothing
  /// Nobody knows before the next page is read.
  case possible
  case certain
}

/// How a run ended that did not.
package struct RunFailure: Error {
  package enum Place: Sendable, Hashable {
    case source, output
  }

  /// `APIError`, `Errno` or `CancellationError`.
  package let cause: any Error
  /// How many rows came out before.
  package let rows: Int
  /// How many rows were read before, of which those were made.
  package let rowsRead: Int
  /// How many pages were read before.
  package let pages: Int
  package let place: Place

  package init(cause: any Error, rows: Int, rowsRead: Int, pages: Int, place: Place) {
    self.cause = cause
    self.rows = rows
    self.rowsRead = rowsRead
    self.pages = pages
    self.place = place
  }
}
