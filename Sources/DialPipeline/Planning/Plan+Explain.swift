import DialExport
import DialLanguage
package import DialRows
import DialStack
import TerminalText

extension Plan {
  /// What the plan would do at the moment `now` in `zone`, and why, a line a fact.
  ///
  /// Nothing is sent for it.
  ///
  /// - Parameter concurrency: how many lists of several accounts are read at a time.
  package func explanation(now: Timestamp, in zone: ZoneInUse, reading concurrency: Int = 16)
    -> String
  {
    var lines: [(String, String)] = []
    switch source {
    case .list(let list):
      lines += [
        ("account", accounts(of: list, reading: concurrency)),
        (
          "request",
          "GET \(list.endpoint(of: nil, now: now, in: zone.zone).target)"
        ),
        ("pages", list.pages),
      ]
      lines += list.filters.map { ("filtered", $0.explanation) }
      lines += localConditions.map { ("filtered", "\($0.text) here: \($0.reason)") }
      if list.filters.isEmpty, localConditions.isEmpty { lines.append(("filtered", "nothing")) }
    case .kept(.it):
      lines.append(("request", "none for rows that were read; the others come as they are needed"))
    case .named(let rows):
      lines.append(
        ("request", "those of `\(rows.plan.text)`, once; the rows have a name"))
    case .kept(.errors):
      lines.append(("request", "none; the rows are the accounts that the last run could not read"))
    }
    if usesDays {
      // Rows of the platform are no account's.
      let isOfNone = zone.reason == .eachAccount && source.list?.accounts.mayBeMany == false
      let midnight = (isOfNone ? .utc : zone).midnight
      // What the request says of times is another for each account.
      let isShifted =
        zone.reason == .eachAccount && !isOfNone
        && source.list?.filters.contains { $0.predicate?.comparesDays == true } == true
      let note = isShifted ? "; the request above is that of UTC" : ""
      lines.append(("times", "days and months begin at \(midnight)\(note)"))
    }
    lines += stages.map { ("stage", "`\($0.text)` \($0.stage.effect.phrase)") }
    lines.append(("order", order(now: now, in: zone.zone)))
    lines.append(("memory", memory))
    lines.append(("columns", columns.visible.map(\.name).joined(separator: ", ")))
    lines.append(("output", output))
    lines += traps.map { ("mind", $0.text) }
    return TwoColumns.text(lines.map { ($0, $1.visible) }, width: 8)
  }

  private func accounts(of list: SourcePlan, reading concurrency: Int) -> String {
    let text = list.accounts.text ?? list.resource.scope.withoutAccount
    guard list.accounts.mayBeMany else { return text }
    let count = concurrency == 1 ? "one list" : "up to \(concurrency) lists"
    let order = takesAnyOrder ? "in any order" : "account by account"
    return "\(text); \(count) at a time, rows \(order)"
  }

  private func order(now: Timestamp, in zone: Zone) -> String {
    if source.list?.isObject == true { return "one row" }
    let rows: String
    switch stages.map(\.stage.effect.order).last(where: { $0 != .kept }) {
    case .changed(let order)?: rows = order
    case .kept?, nil:
      guard let list = source.list else { return "as they were shown" }
      rows = list.resource.order.phrase.map { "\($0), as the API lists" } ?? "as the API lists"
    }
    guard let oldest = source.list?.oldest(now: now, in: zone) else { return rows }
    return rows + "; paging stops at the first page whose last row fails \(oldest.text)"
  }

  /// Whether it matters where days, months and hours begin.
  var usesDays: Bool {
    stages.contains { stage in
      let effect = stage.stage.effect
      return effect.countsDays || effect.conditions.contains(where: \.predicate.comparesDays)
        || effect.reads.contains(where: \.countsDays)
    }
      || source.list?.filters.contains { $0.predicate?.comparesDays == true } == true
  }

  /// Which midnight its days begin at, where the account may turn out to have another.
  package func doubtfulMidnight(in zone: ZoneInUse) -> String? {
    usesDays && zone.reason == .accountUnknown ? "days begin at \(zone.midnight)" : nil
  }

  private var memory: String {
    let kept = stages.filter { $0.stage.effect.memory != .page }
    guard !kept.isEmpty else { return Memory.page.phrase }
    return kept.map { "\($0.stage.effect.memory.phrase) (`\($0.name)`)" }.joined(separator: ", ")
  }

  private var output: String {
    let name = type(of: export.format).signature.name
    switch export.destination {
    case .standardOutput: return "\(name) to standard output"
    case .file(let path): return "\(name) to \(path), whole or not at all"
    }
  }
}

extension Resource.Scope {
  /// Why no account is named in a request.
  fileprivate var withoutAccount: String {
    switch self {
    case .platform, .account: "none; the list belongs to the platform"
    case .either: "none; the list is the platform's own, and with an account that account's"
    }
  }
}

extension SourcePlan {
  /// How many rows a request asks for, and why.
  fileprivate var pages: String {
    guard !isObject else { return "none: one object is read" }
    guard let pageSize else { return "none: the list comes whole, in one answer" }
    if case .counted = resource.paging {
      return "none: one answer of up to \(pageSize) rows: \(pageSizeReason)"
        + (pageSize == Endpoint.largestPage ? ", and the API gives no more" : "")
    }
    return "\(pageSize == 1 ? "1 row" : "\(pageSize) rows") a request: \(pageSizeReason)"
  }
}

extension PushedFilter {
  /// Who applies the condition, and how.
  fileprivate var explanation: String {
    let names = parameters.map { "`\($0)`" }.joined(separator: " and ")
    return "\(text) by the API " + (names.isEmpty ? "in its path" : "as \(names)")
      + (check == nil
        ? "" : isWider ? ", which is wider; checked here again" : ", and checked here again")
  }
}
