import DialExport
import DialPipeline
import DialRows
import TerminalText

/// Holds accounts against rules: `dialsh lint`.
package struct Linter {
  private let session: Session
  private let environment: Environment
  /// A file for programs that read the results of tests; `nil` is none.
  private let junit: String?

  package init(session: Session, environment: Environment, junit: String?) {
    self.session = session
    self.environment = environment
    self.junit = junit
  }

  /// Runs the rules one after the other, and reports what came of them.
  ///
  /// Nothing is sent unless all of them make sense.
  package func run(_ rules: [LintRule]) async -> ExitStatus {
    for rule in rules {
      guard await status(of: rule, .check).status == .done else { return .refused }
    }
    var outcomes: [LintOutcome] = []
    for rule in rules {
      let (status, broken) = await status(of: rule, .examine)
      guard [.done, .failed, .partial].contains(status) else { return status }
      outcomes.append(LintOutcome(rule: rule, broken: broken, status: status))
    }
    outcomes.sort { $0.rank < $1.rank }
    return report(outcomes)
  }

  /// Explains every pipeline of the rules, and sends nothing.
  package func explain(_ rules: [LintRule]) async -> ExitStatus {
    for rule in rules {
      let status = await status(of: rule, .explain).status
      guard status == .done else { return status }
    }
    return .done
  }

  private func status(of rule: LintRule, _ mode: Shell.Mode) async -> (
    status: ExitStatus, broken: [BrokenExpectation]
  ) {
    var shell = Shell(session: session, environment: environment, mode: mode)
    let status = await shell.run(rule.script)
    return (status, shell.session.broken)
  }

  private func report(_ outcomes: [LintOutcome]) -> ExitStatus {
    for outcome in outcomes {
      for broken in outcome.broken {
        let lines = "\(outcome.rule.severity.rawValue): \(outcome.rule.name): \(broken)"
          .split(separator: "\n").map(\.visible)
        environment.messages.remark(lines.joined(separator: "\n"))
      }
    }
    do {
      try write(outcomes)
      if let junit { try JUnitReport(of: outcomes).write(to: junit) }
    } catch {
      environment.messages.complain("\(error)")
      return .failed
    }
    if outcomes.contains(where: { $0.verdict != .kept && $0.status != .partial }) { return .failed }
    return outcomes.contains { $0.status == .partial } ? .partial : .done
  }

  /// Writes the table of the rules, a line each.
  private func write(_ outcomes: [LintOutcome]) throws {
    let display = environment.display()
    guard let format = environment.vocabulary.exporter(named: display.format) else { return }
    let context = SinkContext(
      columns: LintOutcome.columns, destination: .standardOutput,
      standardOutput: environment.standardOutput, terminal: display.terminal, pace: .inChunks)
    let sink = try format.init(ExportOptions([])).makeSink(for: context)
    do {
      try sink.begin()
      try sink.take(Batch(records: outcomes.map(\.record)))
      _ = try sink.finish()
    } catch {
      sink.abandon()
      throw error
    }
  }
}
