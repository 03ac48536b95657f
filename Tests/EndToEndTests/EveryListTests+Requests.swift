import DialPipeline
import DialSandbox
import DialShell
import DialStack
import ShellTestSupport
import Synchronization
import Testing

extension EveryListTests {
  /// What every source of the catalog asks the API for: lists, what belongs to one object, and
  /// objects by their ids.
  @Test func everySourceSendsTheRequestsOfTheTable() async throws {
    var rows: [RequestRow] = []
    for resource in Self.catalog.resources { rows += try await requestRows(for: resource) }
    let table = RequestRow.table(rows)
    let file = RecordedFile("Requests.txt")
    if RecordedFile.isRecording {
      try file.write(table)
    } else {
      #expect(try file.text == table)
    }
  }

  /// The list behind the first object that it has rows for, and one of its rows where that can be
  /// read alone.
  private func requestRows(for resource: Resource) async throws -> [RequestRow] {
    for conditions in try await conditions(for: resource) {
      let limit = resource.paging == .object ? "" : " | limit 3"
      let line = Self.shortSource(resource, conditions) + limit
      let row = try await Self.requestRow(line, hiding: Array(conditions.values))
      if row.hasRows { return [row] + (try await Self.requestRowOfItem(of: resource)) }
    }
    Issue.record("no list of \(resource.name) has a row")
    return []
  }

  private static func requestRowOfItem(of resource: Resource) async throws -> [RequestRow] {
    guard resource.readsItems, resource.parents.isEmpty else { return [] }
    let keys = try await Self.rows("\(resource.name) | limit 1 | select \(resource.key)").rows
    let key = try #require(keys.first)
    let isID = catalog.resource(ofID: key) == resource
    return [try await requestRow(isID ? key : "\(resource.name) \(key)", hiding: [key])]
  }

  /// `qu_1 members` where one id says all, else `queue_members where queue=qu_1`.
  private static func shortSource(_ resource: Resource, _ conditions: [String: String]) -> String {
    guard conditions.count == 1, let id = conditions.values.first,
      let owner = catalog.resource(ofID: id), catalog.parts(of: owner).contains(resource)
    else { return source(resource, conditions) }
    return "\(id) \(resource.shortName(under: owner))"
  }

  private static func requestRow(_ line: String, hiding ids: [String]) async throws -> RequestRow {
    let sent = Mutex<[String]>([])
    let sandbox = try Sandbox(options: setting.sandbox, catalog: catalog)
    let outcome = try await run(line, in: setting) { options in
      var options = options
      let note = options.onEvent
      options.onEvent = { event in
        note(event)
        if case .sending(let attempt) = event {
          sent.withLock { $0.append("\(attempt.method) \(attempt.target)") }
        }
      }
      return Client(transport: sandbox, hiding: setting.key, options: options, timing: .system)
    }
    #expect(outcome.status == .done, "\(line): \(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    return RequestRow(
      line: line.hiding(ids), requests: sent.withLock { $0 }.map { $0.hiding(ids) },
      columns: lines.first?.split(separator: ",").count ?? 0, hasRows: lines.count > 1)
  }
}

/// A line, and what it asks for.
private struct RequestRow {
  let line: String
  let requests: [String]
  let columns: Int
  let hasRows: Bool

  static func table(_ rows: [RequestRow]) -> String {
    let width = (rows.map(\.line.count).max() ?? 0) + 2
    let lines = rows.map { row in
      row.line.padded(to: width) + "\(row.requests.count)".padded(to: 10)
        + "\(row.columns)".padded(to: 9) + row.requests.joined(separator: " ")
    }
    let head = "line".padded(to: width) + "requests  columns  sent"
    return ([head] + lines).map { $0 + "\n" }.joined()
  }
}

extension String {
  /// The text with `qu_…` for each of the ids, and `…` for other keys.
  fileprivate func hiding(_ ids: [String]) -> String {
    ids.reduce(self) { text, id in
      let prefix = id.lastIndex(of: "_").map { id[...$0] } ?? ""
      return text.replacing(id, with: "\(prefix)…")
        .replacing(PercentEncoding.component(id), with: "\(prefix)…")
    }
  }

  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
