import DialPipeline

// Rows that are read for what is expected of them alone.
extension Shell {
  /// Reads the rows of a pipeline, and keeps what it expects of them in vain.
  mutating func examine(_ plan: Plan) async -> ExitStatus {
    let report = RunReport()
    do {
      let run = Run(
        client: plan.asksAPI ? try environment.client() : nil, report: report,
        now: environment.now(), zone: scope.zone, memory: session.settings.memoryInBytes,
        fanOut: fanOut, kept: KeptRows(related: session.related))
      let progress = environment.messages.progress()
      try await environment.requests.telling(progress) {
        try await progress.during { for try await _ in plan.batches(in: run) {} }
      }
    } catch let broken as BrokenExpectations {
      session.broken += broken.all
    } catch is MissingKey {
      environment.messages.complain("\(MissingKey())")
      return .authentication
    } catch {
      return environment.messages.status(telling: error, of: plan.text)
    }
    guard let list = plan.source.list, list.accounts.mayBeMany else { return .done }
    let books = report.books(of: list.resource)
    if !books.failures.isEmpty { environment.messages.complain(books) }
    return books.failures.isEmpty ? .done : .partial
  }
}
