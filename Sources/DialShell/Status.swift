import DialPipeline
import DialStack
import TerminalText

/// The text of `.status`.
struct Status {
  let connection: Connection
  let session: Session
  let observed: ObservedValues
  let tally: RequestLog.Tally
  /// How many requests a second are let go at this moment; `nil` is no limit.
  let rate: Double?

  var text: String {
    let rows: [(label: String, value: String)] = [
      ("profile", connection.profile ?? "none"),
      ("key", connection.key.map { "\($0.shown), from \($0.origin)" } ?? "none"),
      ("mode", mode),
      ("address", connection.address + (connection.isSandbox ? ", a sandbox of dialsh" : "")),
      ("account", account),
      ("requests", requests),
      ("rate", rateText),
      ("waited", tally.waited == .zero ? "never" : tally.waited.inSeconds),
    ]
    return TwoColumns.text(rows.map { ($0.label, $0.value.visible) })
  }

  private var mode: String {
    switch connection.mode {
    case .live: "live: what is seen is real"
    case .test: "test: what is seen is made up"
    case .other: "unknown: the key says neither live nor test"
    case .noKey: "no key: nothing can be asked"
    }
  }

  private var account: String {
    guard let id = session.account else {
      guard let accounts = session.accounts.text else { return "none; `use acct_…` chooses one" }
      return accounts + (session.accountCount.map { ", \($0) of them" } ?? "")
    }
    guard let account = observed.account(id) else { return id.rawValue }
    return [id.rawValue, account.name, account.email].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private var rateText: String {
    guard let rate else { return "as fast as the API answers" }
    let most = session.settings.rate.map { ", `.rate` is \($0)" } ?? ""
    let isLearnt = session.settings.rate.map { rate < $0.perSecond - 0.005 } ?? true
    return "\(rate.oneDecimal) a second\(isLearnt ? ", learnt from answers 429" : "")\(most)"
  }

  private var requests: String {
    let retries = tally.retries == 0 ? "" : ", \(tally.retries) of them retries"
    let budget = session.settings.budget.map { " of \($0) (`.budget`)" } ?? ""
    return "\(tally.sent) sent\(budget)\(retries)"
  }
}
