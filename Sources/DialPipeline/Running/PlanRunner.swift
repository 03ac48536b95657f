import DialLanguage
package import DialStack
package import SystemPackage

/// Runs plans: pages in, stages, bytes out.
package struct PlanRunner: Sendable {
  /// Bytes are written when so many wait: large writes cost least.
  private static let chunk = 64 * 1024

  private let client: Client
  private let standardOutput: FileDescriptor
  private let delivery: Delivery
  private let onProgress: @Sendable (_ rows: Int) -> Void

  /// How rows go to standard output.
  package enum Delivery: Sendable, Hashable {
    /// After every page, to a terminal, for a person who watches.
    case pageByPage
    /// In large chunks, to a program or a file.
    case inChunks
  }

  package init(
    client: Client, standardOutput: FileDescriptor, delivery: Delivery,
    onProgress: @escaping @Sendable (_ rows: Int) -> Void
  ) {
    self.client = client
    self.standardOutput = standardOutput
    self.delivery = delivery
    self.onProgress = onProgress
  }

  /// Runs `plan` and writes its rows.
  ///
  /// What was read before a failure is written to standard output, a file is left as it was.
  ///
  /// - Throws: ``RunFailure``, which holds the `APIError`, `Errno` or `CancellationError`.
  package func run(_ plan: Plan) async throws -> RunResult {
    switch plan.sink.destination {
    case .standardOutput:
      let isShownAsItIs = delivery == .inChunks || plan.sink.exporter.drawsForTerminal
      var output = DescriptorOutput(standardOutput, for: isShownAsItIs ? .program : .terminal)
      return try await run(plan, into: &output)
    case .file(let path):
      var output: FileOutput
      do {
        output = try FileOutput(path: path)
      } catch {
        throw RunFailure(cause: error, rows: 0, place: .output)
      }
      return try await run(plan, into: &output)
    }
  }

  private func run(_ plan: Plan, into output: inout some Output & ~Copyable) async throws
    -> RunResult
  {
    let report = RunReport()
    var sink = RowSink(exporter: plan.sink.exporter)
    do {
      try await pump(plan, through: &sink, into: &output, report)
      try output.commit()
    } catch {
      let failure = RunFailure(
        cause: error, rows: sink.rows, place: error is Errno ? .output : .source)
      keep(&sink, in: &output, after: failure)
      throw failure
    }
    return RunResult(
      rows: sink.rows, isLimited: report.isLimited,
      warnings: report.warnings + sink.exporter.warnings,
      hiddenColumns: sink.exporter.hiddenColumns)
  }

  private func pump(
    _ plan: Plan, through sink: inout RowSink, into output: inout some Output & ~Copyable,
    _ report: RunReport
  ) async throws {
    var batches: Batches = SourceBatches(plan.source, of: client, report: report)
    for stage in plan.stages { batches = stage.apply(to: batches, in: report) }
    sink.begin()
    for try await batch in batches {
      sink.add(batch)
      onProgress(sink.rows)
      if plan.isWatched(delivery) || sink.buffer.count >= Self.chunk {
        try sink.drain(into: &output)
      }
      try Task.checkCancellation()
    }
    sink.finish()
    try sink.drain(into: &output)
  }

  /// Rows that were read are not lost for what failed behind them. The run has failed
  /// already, so that nothing more is said should they not be written.
  private func keep(
    _ sink: inout RowSink, in output: inout some Output & ~Copyable, after failure: RunFailure
  ) {
    if failure.place == .source, sink.rows > 0 {
      sink.finish()
      try? sink.drain(into: &output)
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
    guard !buffer.isEmpty else { return }
    try output.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// How a run ended that gave all it was asked for.
package struct RunResult: Sendable, Hashable {
  package let rows: Int
  /// A limit was asked for, and more rows may exist.
  package let isLimited: Bool
  /// Sentences for the user.
  package let warnings: [String]
  /// The columns for which a terminal had no room.
  package let hiddenColumns: [String]
}

/// How a run ended that did not.
package struct RunFailure: Error {
  package enum Place: Sendable, Hashable {
    case source, output
  }

  /// `APIError`, `Errno` or `CancellationError`.
  package let cause: any Error
  /// How many rows were read before.
  package let rows: Int
  package let place: Place

  package init(cause: any Error, rows: Int, place: Place) {
    self.cause = cause
    self.rows = rows
    self.place = place
  }
}
