import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialStack
import SystemPackage

// Pipelines.
extension Shell {
  /// Runs a pipeline: whole to a file, a program or a script's reader, a screenful at the prompt.
  mutating func run(_ plan: Plan) async -> ExitStatus {
    tellTraps(of: plan)
    if let failed = session.retrying {
      // What else the text has was done when its accounts failed.
      return plan.text == failed.line ? await mend(plan, failed) : .done
    }
    var run = Showing(plan: plan, zone: scope.zone)
    if case .kept(.it) = plan.source, let last = session.lastResult {
      run.origin = (last, await last.read)
    }
    guard plan.isShown, session.isAtPrompt else {
      let told = await tell(run) { runner, _ in try await runner.run(plan) }
      return note(await told.of(run.origin?.result))
    }
    run.isPaged = session.settings.pager
    let told = await tell(run) { runner, screen in
      let cursor = runner.cursor(plan)
      session.lastShown = cursor
      // What is made of `$it` leaves it as it is: one result may be asked several questions.
      if !plan.source.isKept { session.lastResult = cursor }
      return try await runner.show(cursor, atMost: session.settings.rows, on: screen)
    }
    return note(await told.of(run.origin?.result))
  }

  /// How many traps are told of at a time.
  private static let mostTraps = 3

  /// Tells a person what to mind in a result, each thing once; what holds wherever a list is read
  /// stands in its description.
  private mutating func tellTraps(of plan: Plan) {
    let news = plan.bitingTraps.filter { !session.toldTraps.contains($0) }
    for trap in news.prefix(Self.mostTraps) {
      session.toldTraps.insert(trap)
      environment.messages.notice("mind: \(trap.text)")
    }
  }

  /// Reads accounts that have failed once more, and puts their rows into the file that lacks them.
  mutating func mend(_ plan: Plan, _ failed: FailedAccounts) async -> ExitStatus {
    note(
      await tell(Showing(plan: plan, zone: scope.zone)) { runner, _ in
        try await runner.run(plan, mending: failed)
      })
  }

  /// Shows the rows behind those that were shown last.
  mutating func more() async -> ExitStatus {
    guard let cursor = await unfinished else {
      if let last = session.lastShown, await last.isBroken {
        environment.messages.complain("the last result has failed; run its line again")
        return .failed
      }
      environment.messages.notice("that was all: no row is left of the last result")
      return .done
    }
    var run = Showing(plan: cursor.plan, zone: cursor.run.zone)
    run.earlier = await cursor.given
    run.isPaged = session.settings.pager
    return note(
      await tell(run) { runner, screen in
        try await runner.show(cursor, atMost: session.settings.rows, on: screen)
      })
  }

  /// What was shown last and may have more rows; behind what was made of `$it`, `$it` itself.
  private var unfinished: ResultCursor? {
    get async {
      for cursor in [session.lastShown, session.lastResult].compactMap(\.self)
      where await cursor.mayHaveMore { return cursor }
      return nil
    }
  }

  /// What there is to say of a run besides its rows.
  private struct Showing {
    let plan: Plan
    /// Where its days begin.
    let zone: ZoneInUse
    /// What `$it` is, and how many rows of it were read before; `nil` for rows of a list.
    var origin: (result: ResultCursor, read: Int)?
    /// How many rows were shown of the same result before.
    var earlier = 0
    /// Whether the rows go through the pager.
    var isPaged = false

    var footerOrigin: Footer.Origin {
      get async {
        guard let origin else { return .list }
        return await Footer.Origin(origin.result, earlier: origin.read)
      }
    }
  }

  /// Has `body` run and write to the descriptor that it is given, and tells how it went.
  private func tell(
    _ run: Showing, _ body: (PlanRunner, _ screen: FileDescriptor) async throws -> RunResult
  ) async -> Told {
    let before = environment.requests.tally
    let elapsed = environment.stopwatch()
    func footer(_ ending: Footer.Ending) async -> Footer {
      Footer(
        ending: ending, earlier: run.earlier, origin: await run.footerOrigin,
        cost: environment.requests.tally.since(before), elapsed: elapsed(),
        doubtfulMidnight: run.plan.doubtfulMidnight(in: run.zone))
    }
    do {
      let pages = run.isPaged ? try TemporaryFile(suffix: ".txt") : nil
      switch try await outcome(of: run, on: pages?.descriptor, body) {
      case .success(let result):
        let footer = await footer(.finished(result))
        await page(pages)
        environment.messages.finish(run.plan, result, footer, session.settings)
        if session.settings.timing { environment.messages.note(footer.timing) }
        return Told(status: .done, books: result.books, failed: result.failed, plan: run.plan)
      case .failure(let failure):
        let footer = await footer(
          .stopped(rows: failure.rows, rowsRead: failure.rowsRead, pages: failure.pages))
        // What came before is worth a look.
        if failure.rows > 0 { await page(pages) }
        let status = environment.messages.complain(failure, of: run.plan, footer)
        return Told(status: status, books: failure.books, plan: run.plan)
      }
    } catch {
      environment.messages.complain("\(error)")
      return Told(status: error is MissingKey ? .authentication : .failed, plan: run.plan)
    }
  }

  /// Keeps which accounts a run could not read.
  private mutating func note(_ told: Told) -> ExitStatus {
    if let books = told.books {
      let isKnown =
        told.isOfResult && books.failures.map(\.account) == session.failures.map(\.account)
      session.failures = books.failures
      session.lastPartial = nil
      if !books.failures.isEmpty {
        if !isKnown { session.partialRuns += 1 }
        session.lastPartial = told.failed.map { (told.plan, $0) }
      }
    }
    return told.status
  }

  /// How a run went, and what is kept of that.
  private struct Told {
    let status: ExitStatus
    var books: AccountBooks?
    var failed: FailedAccounts?
    let plan: Plan
    /// Whether it was made of `$it`, whose failures may be known already.
    var isOfResult = false

    /// The same of a run over `$it`: what that lacks is lacking.
    func of(_ result: ResultCursor?) async -> Told {
      guard let result, let books = await result.books else { return self }
      return Told(
        status: status, books: books, failed: await result.failed, plan: result.plan,
        isOfResult: true)
    }
  }

  /// Runs `body` with the progress line below it; standard output is where there are no pages.
  private func outcome(
    of run: Showing, on pages: FileDescriptor?,
    _ body: (PlanRunner, _ screen: FileDescriptor) async throws -> RunResult
  ) async throws -> Result<RunResult, RunFailure> {
    let spansAccounts = run.plan.source.list?.accounts.mayBeMany == true
    let progress = environment.messages.progress(
      of: spansAccounts ? .accounts(session.accountCount) : .pages,
      rate: { [governor = environment.governor] in governor.currentRate })
    let runner = try runner(for: run, progress)
    let screen = pages ?? environment.standardOutput
    do {
      return .success(
        try await environment.requests.telling(progress) {
          try await progress.during { try await body(runner, screen) }
        })
    } catch let failure as RunFailure {
      return .failure(failure)
    }
  }

  private func page(_ file: TemporaryFile?) async {
    guard let file else { return }
    do {
      try await environment.showPaged(file.descriptor)
    } catch {
      environment.messages.complain("\(error); `.pager off` does without")
      if (error as? TerminalProgram.Failure)?.isMissing == true { show(file) }
    }
  }

  /// Writes what no pager has shown.
  private func show(_ file: TemporaryFile) {
    do {
      try file.descriptor.seek(offset: 0, from: .start)
      var chunk = [UInt8](repeating: 0, count: 64 * 1024)
      while case let count = try chunk.withUnsafeMutableBytes({ try file.descriptor.read(into: $0) }
      ),
        count > 0
      {
        try environment.standardOutput.writeUnlessStopped(Array(chunk[..<count]))
      }
    } catch {
      environment.messages.complain("\(error)")
    }
  }

  private func runner(for run: Showing, _ progress: Progress) throws -> PlanRunner {
    let seen = session.isAtPrompt ? environment.observations : nil
    return PlanRunner(
      client: run.plan.asksAPI ? try environment.client() : nil,
      now: environment.now(), zone: run.zone,
      memory: session.settings.memoryInBytes,
      fanOut: fanOut,
      kept: KeptRows(
        lastResult: session.lastResult, failures: session.failures.map(\.record),
        related: session.related),
      standardOutput: environment.standardOutput,
      pace: environment.display().terminal == nil ? .inChunks : .pageByPage,
      whileWriting: { try progress.writing($0) },
      onPage: { records, resource, accounts in
        progress.sawPage(rows: records.count, accounts: accounts)
        seen?.note(records, of: resource)
      })
  }
}
