import DialStack
import TerminalText

/// The text of `.status`.
struct Status {
  let connection: Connection
  let session: Session
  let observed: ObservedValues
  let tally: RequestLog.Tally

  var text: String {
    let rows: [(label: String, value: String)] = [
      ("profile", connection.profile ?? "none"),
      ("key", connection.key.map { "\($0.shown), from \($0.origin)" } ?? "none"),
      ("mode", mode),
      ("address", connection.address + (connection.isSandbox ? ", a sandbox of dialsh" : "")),
      ("account", account),
      ("requests", requests),
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
    guard let id = session.account else { return "none; `use acct_…` chooses one" }
    guard let account = observed.account(id) else { return id.rawValue }
    return [id.rawValue, account.name, account.email].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private var requests: String {
    let retries = tally.retries == 0 ? "" : ", \(tally.retries) of them retries"
    let budget = session.settings.budget.map { " of \($0) (`.budget`)" } ?? ""
    return "\(tally.sent) sent\(budget)\(retries)"
  }
}
