package import DialRows
import DialLanguage
package import DialExport
package import DialStack
package import SystemPackage

/// Runs plans: pages in, stages, rows into a sink.
package struct PlanRunner: Sendable {
  /// The most rows that are written between two looks at whether the run is stopped.
  private static let portion = 4096

  private let client: Client?
  private let now: Timestamp
  private let zone: ZoneInUse
  private let memory: Int?
  private let fanOut: FanOutOptions
  private let kept: KeptRows
  private let standardOutput: FileDescriptor
  private let pace: SinkContext.Pace
  private let whileWriting: @Sendable (_ write: () throws -> Void) throws -> Void
  private let onPage: RunReport.PageObserver

  /// - Parameters:
  ///   - client: whom the API is asked through, if the plan asks it.
  ///   - now: the moment that `today` goes by.
  ///   - zone: where days and months begin, and whose clocks tables show.
  ///   - memory: the most bytes that a stage keeps of rows; `nil` is no bound.
  ///   - fanOut: how the lists of several accounts are read.
  ///   - kept: the rows of `$it` and `$errors`.
  ///   - standardOutput: where rows go that no `export` sends elsewhere.
  ///   - pace: how they go there.
  ///   - whileWriting: calls its argument, which writes rows.
  ///   - onPage: gets the rows of each page as the API sent them.
  package init(
    client: Client?, now: Timestamp, zone: ZoneInUse, memory: Int? = nil,
    fanOut: FanOutOptions = FanOutOptions(), kept: KeptRows = KeptRows(),
    standardOutput: FileDescriptor, pace: SinkContext.Pace,
    whileWriting: @escaping @Sendable (_ write: () throws -> Void) throws -> Void,
    onPage: @escaping RunReport.PageObserver
  ) {
    self.client = client
    // To the second, as the ledger of an export keeps it: who goes on takes the same rows.
    self.now = Timestamp(seconds: now.seconds)
    self.zone = zone
    self.memory = memory
    self.fanOut = fanOut
    self.kept = kept
    self.standardOutput = standardOutput
    self.pace = pace
    self.whileWriting = whileWriting
    self.onPage = onPage
  }

  /// Runs `plan` and writes its rows.
  ///
  /// What was read before a failure is written to standard output, a file is left as it was.
  ///
  /// - Throws: ``RunFailure``, which holds the `APIError`, `Errno` or `CancellationError`.
  ///
  /// - Parameter failed: the accounts that alone are read, their rows being put into the file that
  ///   lacks them.
  package func run(_ plan: Plan, mending failed: FailedAccounts? = nil) async throws -> RunResult {
    var plan = plan
    if let failed, case .list(var list) = plan.source {
      list.accounts = .several(failed.accounts)
      plan.source = .list(list)
      plan.export.resumes = false
    }
    return try await onExecutor { [plan] in
      var pouring = Pouring(to: plan, from: RunReport(onPage: onPage))
      pouring.failed = failed
      return try await runThere(pouring)
    }
  }

  /// Runs `plan` and puts its rows into a sink of the caller's.
  ///
  /// - Parameters:
  ///   - earlier: what an earlier process has done of it.
  ///   - bookmarks: what of each list is old.
  /// - Throws: ``RunFailure``, which holds the `APIError`, `CancellationError`, or the sink's error.
  package func run(
    _ plan: Plan, after earlier: ExportProgress, since bookmarks: ListBookmarks,
    into makeSink: @escaping @Sendable (SinkContext) throws -> any RowSink
  ) async throws -> RunResult {
    try await onExecutor {
      var pouring = Pouring(to: plan, from: RunReport(onPage: onPage))
      (pouring.earlier, pouring.bookmarks, pouring.makeSink) = (earlier, bookmarks, makeSink)
      return try await runThere(pouring)
    }
  }

  /// Runs `body` where the client's answers come in, off the main thread.
  @concurrent private func onExecutor(
    _ body: @Sendable () async throws -> RunResult
  ) async throws -> RunResult {
    try await withTaskExecutorPreference(client?.executor) { try await body() }
  }

  private func runThere(_ pouring: consuming Pouring) async throws -> RunResult {
    let plan = pouring.plan
    do {
      pouring.ledger = try ledger(of: plan)
    } catch {
      throw pouring.failure(error, at: .output)
    }
    var run = newRun(pouring.report, after: pouring.ledger?.progress ?? pouring.earlier)
    run.bookmarks = pouring.bookmarks
    var batches = plan.batches(in: run).makeAsyncIterator()
    do {
      try await pour(into: &pouring, context(of: plan, in: run, standardOutput)) { _ in
        try await batches.next(isolation: #isolation)
      }
    } catch {
      // What is known of the accounts is worth keeping; the run has failed already. Nothing says so
      // less than an empty ledger.
      if pouring.hasFailedAccounts { try? pouring.writeLedger() }
      throw error
    }
    do {
      try pouring.writeLedger()
    } catch {
      throw pouring.failure(error, at: .ledger)
    }
    if pouring.rows > 0, plan.export.terminal == nil, let warning = plan.linkWarning(since: run.now)
    {
      pouring.notes.warnings.append(warning)
    }
    return pouring.result(remainder: .nothing)
  }

  /// The rows of `plan`, to be shown a screenful at a time.
  package func cursor(_ plan: Plan) -> ResultCursor {
    var run = newRun()
    // Nobody may want more than a screenful.
    run.fanOut.startsGently = true
    return ResultCursor(plan, in: run)
  }

  /// Shows the next rows of `cursor` on `output`, no more than `most`.
  ///
  /// What was read before a failure is shown, too.
  ///
  /// - Throws: ``RunFailure``, which holds the `APIError`, `Errno` or `CancellationError`.
  package func show(
    _ cursor: ResultCursor, atMost most: Int?, on descriptor: FileDescriptor
  ) async throws -> RunResult {
    let given = await cursor.given
    var context = context(of: cursor.plan, in: cursor.run, descriptor)
    context.firstRow = given + 1
    var pouring = Pouring(to: cursor.plan, from: cursor.report)
    // Behind the last row stands no header without rows.
    pouring.begins = given == 0 ? .atOnce : .withTheFirstRow
    // Until all is shown: whatever stops it leaves a part.
    await cursor.beginShowing()
    try await pour(into: &pouring, context) { rows in
      let wanted = (most ?? .max) - rows
      return wanted > 0 ? try await cursor.next(atMost: wanted) : nil
    }
    await cursor.endShowing()
    return pouring.result(remainder: await cursor.remainder)
  }

  /// - Parameter earlier: what an earlier process has done of it.
  private func newRun(_ report: RunReport? = nil, after earlier: ExportProgress? = nil) -> Run {
    var run = Run(
      client: client, report: report ?? RunReport(onPage: onPage),
      now: earlier.map { Timestamp(seconds: $0.now) } ?? now, zone: zone, memory: memory,
      fanOut: fanOut, kept: kept)
    run.earlier = earlier
    if let earlier { run.report.add(earlier) }
    return run
  }

  /// Takes up an export that was stopped, or begins one that can be; `nil` for any other.
  private func ledger(of plan: Plan) throws -> ExportLedger? {
    guard plan.export.resumes, case .file(let path) = plan.export.destination else { return nil }
    let shard = fanOut.shard.map { "\n\($0.number)/\($0.count)" } ?? ""
    let identity = "\(plan.identity)\n\(zone.text)\(shard)"
    return try ExportLedger(
      for: path, plan: identity.checksum, line: plan.text, now: now.seconds)
  }

  private func context(of plan: Plan, in run: Run, _ standardOutput: FileDescriptor)
    -> SinkContext
  {
    var terminal = plan.export.terminal
    if run.zone.isChosen { terminal?.zone = run.zone.zone }
    var context = SinkContext(
      columns: plan.columns.visible.map(\.revealed), destination: plan.export.destination,
      standardOutput: standardOutput, terminal: terminal,
      pace: plan.export.destination == .standardOutput ? pace : .inChunks)
    context.writing = whileWriting
    return context
  }

  /// Puts batches into the sink of a plan, until `next` has none.
  ///
  /// - Parameter next: gets how many rows were taken so far.
  private func pour(
    into pouring: inout Pouring, _ context: SinkContext,
    next: (_ rows: Int) async throws -> Batch?
  ) async throws {
    let sink: any RowSink
    do {
      sink =
        try pouring.makeSink?(context) ?? pouring.failed?.makeSink(for: pouring.plan, context)
        ?? pouring.plan.export.makeSink(for: context, on: pouring.ledger)
    } catch {
      throw pouring.failure(error, at: .output)
    }
    // Whose error it would be.
    var place = RunFailure.Place.output
    do {
      if pouring.begins == .atOnce { try sink.begin() }
      place = .source
      while let batch = try await next(pouring.rows) {
        place = .output
        if pouring.begins == .withTheFirstRow, pouring.rows == 0 { try sink.begin() }
        // What a stage has gathered comes as one batch, and may be stopped in the middle.
        for portion in batch.portions(of: Self.portion) {
          pouring.rows += portion.records.count
          try sink.take(portion)
          try Task.checkCancellation()
        }
        place = .source
      }
      place = .output
      if pouring.begins == .atOnce || pouring.rows > 0 { pouring.notes = try sink.finish() }
    } catch {
      // Rows that were read are not lost for what failed behind them.
      sink.abandon()
      throw pouring.failure(error, at: error is CancellationError ? .source : place)
    }
  }
}

/// How far rows have come on their way into a sink.
private struct Pouring {
  /// When a sink is told to begin.
  enum Beginning {
    case atOnce, withTheFirstRow
  }

  let plan: Plan
  let report: RunReport
  /// Where it is noted how far an export came that can be gone on with.
  var ledger: ExportLedger?
  /// The accounts whose rows are put into a file that lacks them.
  var failed: FailedAccounts?
  /// What an earlier process has done, and what of each list is old.
  var earlier: ExportProgress?
  var bookmarks = ListBookmarks()
  /// Makes the sink, where rows don't go where the plan says.
  var makeSink: (@Sendable (SinkContext) throws -> any RowSink)?
  var begins = Beginning.atOnce
  var rows = 0
  var notes = SinkNotes()

  init(to plan: Plan, from report: RunReport) {
    self.plan = plan
    self.report = report
  }

  func result(remainder: Remainder) -> RunResult {
    RunResult(
      rows: notes.earlierRows + rows, isLimited: report.isLimited, remainder: remainder,
      limitingSetting: report.limitingSetting, warnings: report.warnings + notes.warnings,
      footnotes: report.footnotes,
      hiddenColumns: notes.hiddenColumns, books: books, files: notes.files,
      failed: books.map { FailedAccounts($0.failures, of: plan, notes) })
  }

  private var books: AccountBooks? {
    guard let list = plan.source.list, list.accounts.mayBeMany else { return nil }
    return report.books(of: list.resource)
  }

  /// Whether an account could not be read so far.
  var hasFailedAccounts: Bool {
    plan.source.list.map { !report.books(of: $0.resource).failures.isEmpty } ?? false
  }

  /// Writes which accounts could not be read, where the plan asks for it.
  func writeLedger() throws {
    guard let (path, _) = plan.export.ledger, let list = plan.source.list else { return }
    let failures = report.books(of: list.resource).failures
    try FailedAccounts(failures, of: plan, notes).write(to: path)
  }

  func failure(_ error: any Error, at place: RunFailure.Place) -> RunFailure {
    RunFailure(
      cause: error, rows: rows, rowsRead: report.rowsRead, pages: report.pages, place: place,
      books: books)
  }
}

extension Export {
  /// Makes the sink when a run begins.
  ///
  /// - Throws: `Errno`, `CancellationError`, or an error of the sink's own.
  fileprivate func makeSink(for context: SinkContext, on ledger: ExportLedger?) throws
    -> any RowSink
  {
    if let ledger, let format = format as? any ByteFormat {
      return ResumableSink(ledger, format, for: context)
    }
    guard let divider, let format = format as? any ByteFormat, case .file(let path) = destination
    else { return try format.makeSink(for: context) }
    return try PartitionedSink(into: path, by: divider, format, for: context)
  }
}

extension FailedAccounts {
  /// The sink that puts the rows of its accounts into the file that lacks them.
  ///
  /// - Throws: `Errno`, ``SplicingSink/Changed``.
  fileprivate func makeSink(for plan: Plan, _ context: SinkContext) throws -> (any RowSink)? {
    guard let file, let format = plan.export.format as? any ByteFormat else { return nil }
    return try SplicingSink(into: file, of: fileBytes, sections: sections, format, for: context)
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
