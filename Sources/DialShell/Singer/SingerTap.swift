import DialLanguage
package import DialPipeline
import DialRows
package import DialStack
import DialExport
import SystemPackage
import TerminalText

/// Reads lists and writes them as messages of Singer, one stream behind the other.
package struct SingerTap: Sendable {
  private let environment: Environment
  private let accounts: AccountSelection
  private let configuration: SingerConfiguration
  private let fanOut: FanOutOptions

  package init(
    accounts: AccountSelection, configuration: SingerConfiguration, fanOut: FanOutOptions,
    in environment: Environment
  ) {
    self.environment = environment
    self.accounts = accounts
    self.configuration = configuration
    self.fanOut = fanOut
  }

  /// Writes the messages of `streams`.
  ///
  /// An account that can't be read doesn't stop the others; anything else that fails ends the run. The
  /// last message says where the next one goes on.
  ///
  /// - Parameter json: what STATE said last; null where there was none.
  package func sync(_ streams: [SingerStream], from json: Value) async -> ExitStatus {
    let state = SingerState(json)
    var isPartial = false
    if streams.isEmpty { environment.messages.note("the catalog selects no stream") }
    for (index, stream) in streams.enumerated() {
      do {
        // Some targets take the first state that they see for one whose rows they have stored.
        if index == 0 { try write(state) }
        state.begin(stream, of: identity, now: environment.now())
        guard !state.isWhole else {
          environment.messages.note("\(stream.name): read by the run before this one")
          continue
        }
        let result = try await sync(stream, from: state)
        isPartial = report(result, of: stream) || isPartial
      } catch let failure as RunFailure {
        return environment.messages.status(telling: failure.cause, of: stream.name)
      } catch let rejection as Rejection {
        environment.messages.complain(rejection)
        return .refused
      } catch {
        let status = environment.messages.status(telling: error, of: stream.name)
        return error is MissingKey ? .authentication : status
      }
    }
    state.finishRun(of: streams)
    do {
      try write(state)
      return isPartial ? .partial : .done
    } catch {
      return environment.messages.status(telling: error, of: "the last state")
    }
  }

  private func write(_ state: SingerState) throws {
    _ = try environment.client()
    try environment.standardOutput.writeUnlessStopped(
      Value.object(SingerSink.stateMessage(state)).json + [0x0A])
  }

  /// What tells a load from those that another one can't go on with, besides the fields: whose lists
  /// they are, and whether its records have a version.
  private var identity: String {
    [
      environment.connection.address, environment.connection.key?.shown ?? "", accounts.text ?? "",
      fanOut.shard.map { "\($0.number)/\($0.count)" } ?? "", "\(configuration.removesOld)",
    ].joined(separator: "\n")
  }

  private func sync(_ stream: SingerStream, from state: SingerState) async throws -> RunResult {
    let scope = Scope(
      accounts: accounts, variables: [:], homeDirectory: nil,
      display: Display(format: "ndjson", terminal: nil))
    let script = try Planner.plan(
      SourceText(stream.name), with: environment.vocabulary, in: scope)
    guard case .run(let plan)? = script.steps.first else {
      preconditionFailure("the name of a list is a pipeline")
    }
    let now = environment.now()
    let runner = PlanRunner(
      client: try environment.client(), now: now, zone: .utc, fanOut: fanOut,
      standardOutput: environment.standardOutput, pace: .pageByPage,
      whileWriting: { try $0() }, onPage: { _, _, _ in })
    let settling = if case .incremental(_, let seconds) = stream.replication { seconds } else { 0 }
    let removesOld = configuration.removesOld
    let clock = environment.now
    return try await runner.run(
      plan, after: ExportProgress(now: now.seconds, done: state.done),
      since: state.bookmarks(settling: settling, start: configuration.start)
    ) { context in
      SingerSink(stream, state, removesOld: removesOld, to: context.standardOutput, now: clock)
    }
  }

  /// Tells how it went.
  ///
  /// - Returns: whether an account could not be read.
  private func report(_ result: RunResult, of stream: SingerStream) -> Bool {
    let messages = environment.messages
    for warning in result.warnings {
      messages.note("dialsh: warning: \(stream.name): \(warning)".visible)
    }
    let failures = result.books?.failures ?? []
    if let books = result.books, !failures.isEmpty {
      messages.complain("\(stream.name): partial: \(books.share)")
      messages.list(failures)
    }
    messages.remark("\(stream.name): \(Messages.rows(result.rows))")
    return !failures.isEmpty
  }
}
