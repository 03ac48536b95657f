import DialPipeline
import DialRows
import DialStack
import TerminalText

// Accounts that could not be read.
extension Shell {
  /// Reads the accounts that the last run lacks, and merges: into the file that it has written, or into
  /// `$it`. Where a stage needs every row, the line is run again.
  mutating func retry() async -> ExitStatus {
    guard let (plan, failed) = session.lastPartial else {
      environment.messages.note("the last run lacks no account; nothing is asked again")
      return .done
    }
    // It counts anew, whatever comes of it.
    let others = max(0, session.partialRuns - 1)
    session.partialRuns = others
    if failed.obstacle(to: plan) == nil { return await mend(plan, failed) }
    guard plan.isShown, plan.isRowByRow, session.isAtPrompt, let shown = session.lastResult,
      await shown.rows != nil, case .list(var list) = plan.source
    else {
      environment.messages.notice("every account is asked again: `\(plan.text.visible)`")
      return await run(plan)
    }
    list.accounts = .several(failed.accounts)
    var missing = plan
    missing.source = .list(list)
    let order = shown.report.outcomes.compactMap(\.account)
    let failures = session.failures
    let status = await run(missing)
    guard let found = session.lastResult, found !== shown else { return status }
    session.lastResult = shown
    do {
      // What was shown is a screenful, and `$it` wants all of them.
      try await found.readToEnd()
      let lacking = await found.failed
      let whole = Set(failed.accounts).subtracting(lacking?.accounts ?? [])
      await shown.insert(
        (found.rows ?? []).filter { $0.account.map(whole.contains) ?? false },
        of: failed.accounts.filter(whole.contains), in: order)
      session.failures = lacking.map(\.failures) ?? []
      session.lastPartial = lacking.flatMap { $0.accounts.isEmpty ? nil : (plan, $0) }
      session.partialRuns = others + (session.lastPartial == nil ? 0 : 1)
    } catch {
      // They can be asked for once more.
      session.failures = failures
      session.lastPartial = (plan, failed)
      session.partialRuns = others + 1
      if !(error is CancellationError) { environment.messages.complain("\(error)") }
    }
    return status
  }
}

extension FailedAccounts {
  /// Why a text can't mend what it lacks; `nil` if it can.
  func obstacle(in script: ScriptPlan) -> String? {
    for case .run(let plan) in script.steps where plan.text == line {
      return obstacle(to: plan).map { "`\(line)` can't be mended: \($0); run it again" }
    }
    return "the ledger is of another line: `\(line)`"
  }
}

/// Asks once more for the accounts that the last run lacks: `.retry`.
struct RetryFailed: ShellCommand {
  func perform(in shell: inout Shell) async -> ExitStatus { await shell.retry() }
}
