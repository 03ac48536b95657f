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
    session.partialRuns = max(0, session.partialRuns - 1)
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
    let status = await run(missing)
    if let found = session.lastResult, found !== shown, let rows = await found.rows {
      await shown.insert(rows, in: order)
      session.lastResult = shown
      session.lastPartial = session.lastPartial.map { (plan, $0.failed) }
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
