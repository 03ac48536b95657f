import DialExport
import DialRows
import TerminalText
import DialLanguage
package import DialStack
import Synchronization

/// What is known of a run besides its rows: how far it came, whether they are all, and what
/// to warn of.
///
/// Stages write into it while they run; the runner reads it when they are done.
package final class RunReport: Sendable {
  private struct State {
    /// One an account, in the order in which something was heard of them.
    var outcomes: [AccountOutcome] = []
    /// Where they are, by account.
    var places: [Account.ID?: Int] = [:]
    var pages = 0
    var rows = 0
    /// The accounts that an earlier process has read, and those that it could not.
    var earlier = 0
    var earlierFailures: [AccountFailure] = []
    var isExhausted = false
    var limitReached = false
    /// The setting that asked for the limit, as it would be typed.
    var setting: String?
    var unfiltered = 0
    var isOutOfOrder = false
    /// How many rows a pattern was too much work for, by its text.
    var undecided: [String: Int] = [:]
    var repeated = 0
    var repairedTexts = 0
    /// What could not be worked out, by the column.
    var calculations: [String: CalculationFaults] = [:]
    /// What stages warn of, once.
    var remarks: [String] = []
    /// What stages tell below their rows.
    var footnotes: [String] = []

    mutating func change(
      _ account: Account.ID?, at place: Int, _ change: (inout AccountOutcome) -> Void
    ) {
      if let last = outcomes.indices.last, outcomes[last].account == account {
        return change(&outcomes[last])
      }
      let index = places[account] ?? outcomes.count
      if index == outcomes.count {
        outcomes.append(AccountOutcome(of: account, at: place))
        places[account] = index
      }
      change(&outcomes[index])
    }
  }

  private let state = Mutex(State())
  /// Gets the rows of a page as the API sent them, and of how many accounts there were any so far.
  package typealias PageObserver =
    @Sendable (_ records: [Record], _ resource: Resource, _ accounts: Int) -> Void

  private let onPage: PageObserver

  package init(onPage: @escaping PageObserver = { _, _, _ in }) {
    self.onPage = onPage
  }

  /// A page of an account's list came.
  func read(
    _ page: ListedPage, of resource: Resource, of account: Account.ID?, at place: Int = 0
  ) {
    let accounts = state.withLock { state in
      state.change(account, at: place) { outcome in
        outcome.pages += 1
        outcome.rows += page.records.count
        outcome.ending = .stopped
      }
      state.pages += 1
      state.rows += page.records.count
      state.repeated += page.page.repeated
      state.repairedTexts += page.page.body.repairedTexts
      state.unfiltered += page.unfiltered
      if page.isOutOfOrder { state.isOutOfOrder = true }
      return state.outcomes.count
    }
    onPage(page.records, resource, accounts)
  }

  /// The last page of an account's list that anybody wants came.
  func listIsWhole(of account: Account.ID?, at place: Int = 0) {
    state.withLock { $0.change(account, at: place) { $0.ending = .whole } }
  }

  /// A page of an account's list did not come; it may when somebody goes on.
  func listFailed(of account: Account.ID?, at place: Int = 0, _ error: any Error) {
    let ending = error is CancellationError ? AccountOutcome.Ending.stopped : .failed(error)
    state.withLock { $0.change(account, at: place) { $0.ending = ending } }
  }

  /// The source has no further rows.
  func sourceIsExhausted() {
    state.withLock { $0.isExhausted = true }
  }

  /// A limit had all of its rows; `setting` is the one that asked for it, if one did.
  func limitWasReached(setting: String?) {
    state.withLock { state in
      state.limitReached = true
      if let setting { state.setting = setting }
    }
  }

  /// Patterns were too much work for some rows, by their texts.
  func patternsWereUndecided(_ rows: [String: Int]) {
    guard !rows.isEmpty else { return }
    state.withLock { $0.undecided.merge(rows, uniquingKeysWith: +) }
  }

  /// So much of a column could not be worked out so far.
  func calculated(_ column: String, _ faults: CalculationFaults) {
    guard !faults.isEmpty else { return }
    state.withLock { $0.calculations[column] = faults }
  }

  /// A stage tells something of its rows that is no fault of theirs.
  func tell(_ sentence: String) {
    state.withLock { $0.footnotes.append(sentence) }
  }

  /// What stages tell of their rows, each a sentence.
  package var footnotes: [String] { state.withLock { $0.footnotes } }

  /// A stage warns of something.
  func remark(_ sentence: String) {
    state.withLock { $0.remarks.append(sentence) }
  }

  /// How far the list of each account came, in their order.
  package var outcomes: [AccountOutcome] {
    state.withLock { $0.outcomes }.sorted { $0.place < $1.place }
  }

  /// Counts what an earlier process has done.
  func add(_ earlier: ExportProgress) {
    state.withLock { state in
      state.earlier = earlier.done.count
      state.earlierFailures = earlier.failures
    }
  }

  /// How it went with the lists of several accounts.
  package func books(of resource: Resource) -> AccountBooks {
    let outcomes = outcomes
    let (earlier, earlierFailures) = state.withLock { ($0.earlier, $0.earlierFailures) }
    return AccountBooks(
      accounts: earlier + outcomes.count,
      failures: earlierFailures
        + outcomes.compactMap { outcome in
          guard let account = outcome.account, case .failed(let error as APIError) = outcome.ending
          else { return nil }
          return AccountFailure(of: account, in: resource.name, error)
        })
  }

  /// How many pages were read.
  package var pages: Int { state.withLock { $0.pages } }

  /// How many rows the pages had, before any stage.
  package var rowsRead: Int { state.withLock { $0.rows } }

  /// Whether a limit was asked for and more rows may exist.
  package var isLimited: Bool { state.withLock { $0.limitReached } }

  /// The setting whose limit was reached: `.limit 1000`.
  package var limitingSetting: String? { state.withLock { $0.setting } }

  /// Whether it is known that no further row comes.
  var isAtEnd: Bool { state.withLock { $0.isExhausted || $0.limitReached } }

  /// Sentences for the user, each once.
  package var warnings: [String] {
    state.withLock { state in
      var warnings: [String] = []
      if state.unfiltered > 0 {
        let rows = Self.count(state.unfiltered, "row")
        warnings.append("the API sent \(rows) that the filter excludes; dropped here")
      }
      if state.repeated > 0 {
        let rows = Self.count(state.repeated, "row")
        warnings.append("the API sent \(rows) again that the page before had; dropped here")
      }
      if state.repairedTexts > 0 {
        let texts = Self.count(state.repairedTexts, "text")
        warnings.append(
          "the API sent \(texts) that no Unicode can spell; what is wrong shows as U+FFFD")
      }
      if state.isOutOfOrder {
        warnings.append("the list is not newest first; every page was read")
      }
      for (pattern, count) in state.undecided.sorted(by: { $0.key < $1.key }) {
        let rows = count == 1 ? "1 row was" : "\(count) rows were"
        warnings.append(
          "\(rows) too much work for the pattern `\(pattern.shortened.visible)` and "
            + "\(count == 1 ? "counts" : "count") as not matching")
      }
      for (column, faults) in state.calculations.sorted(by: { $0.key < $1.key }) {
        warnings += faults.sentences(of: column)
      }
      return warnings + state.remarks
    }
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

extension CalculationFaults {
  fileprivate func sentences(of column: String) -> [String] {
    let reasons = [
      (divisionsByZero, "where it divides by zero"), (overflows, "where a number is too large"),
      (wrongKinds, "where a value can't be calculated with"),
    ]
    return reasons.filter { $0.0 > 0 }.map { count, reason in
      "`\(column)` is null in \(count) row\(count == 1 ? "" : "s"), \(reason)"
    }
  }
}
