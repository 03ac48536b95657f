import DialExport
import DialLanguage
import DialRows
import DialStack
import TerminalText

extension Plan {
  /// What the plan does and why, a line a fact. Nothing is sent for it.
  package var explanation: String {
    var lines: [(String, String)] = []
    switch source {
    case .list(let list):
      lines += [
        ("account", list.account?.description ?? "none; the list belongs to the platform"),
        ("request", "GET \(list.endpoint.target)"),
        ("pages", "\(Self.rows(list.pageSize)) a request: \(list.pageSizeReason)"),
      ]
      lines += list.filters.map {
        ("filtered", "\($0.text) by the API as `\($0.parameter)`, and checked here again")
      }
      lines += localConditions.map { ("filtered", "\($0.text) here: \($0.reason)") }
      if list.filters.isEmpty, localConditions.isEmpty { lines.append(("filtered", "nothing")) }
    case .lastResult:
      lines.append(("request", "none; the rows are those that were shown last"))
    }
    if comparesDays { lines.append(("times", "days and months begin at \(zone.midnight)")) }
    lines += stages.map { ("stage", "`\($0.text)` \($0.stage.effect.phrase)") }
    lines.append(("order", order))
    lines.append(("memory", memory))
    lines.append(("columns", columns.visible.map(\.name).joined(separator: ", ")))
    lines.append(("output", output))
    return lines.map { label, text in
      label + String(repeating: " ", count: 10 - label.count) + text.visible + "\n"
    }.joined()
  }

  private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

  private var order: String {
    let rows: String
    switch stages.map(\.stage.effect.order).last(where: { $0 != .kept }) {
    case .changed(let order)?: rows = order
    case .kept?, nil:
      guard let list = source.list else { return "as they were shown" }
      rows = "newest first by \(list.resource.newestFirstBy), as the API lists"
    }
    guard let oldest = source.list?.oldest else { return rows }
    return rows + "; paging stops at the first page whose last row fails \(oldest.text)"
  }

  private var comparesDays: Bool {
    stages.contains { $0.stage.effect.conditions.contains(where: \.predicate.comparesDays) }
  }

  /// Which midnight its days begin at, where the account may turn out to have another.
  package var doubtfulMidnight: String? {
    comparesDays && zone.reason == .accountUnknown ? "days begin at \(zone.midnight)" : nil
  }

  private var memory: String {
    let kept = stages.filter { $0.stage.effect.memory != .page }
    guard !kept.isEmpty else { return Memory.page.phrase }
    return kept.map { "\($0.stage.effect.memory.phrase) (`\($0.name)`)" }.joined(separator: ", ")
  }

  private var output: String {
    let name = type(of: sink.exporter).signature.name
    switch sink.destination {
    case .standardOutput: return "\(name) to standard output"
    case .file(let path): return "\(name) to \(path), whole or not at all"
    }
  }
}
