import DialSandbox
import DialShell
import DialStack
import ShellTestSupport
import Testing

/// Each list of the API, read from the sandbox with a line.
struct EveryListTests {
  static let catalog = Catalog.standard

  @Test(arguments: catalog.resources.map(\.name))
  func anyListIsReadWithTheColumnsOfTheCatalog(_ name: String) async throws {
    let resource = try #require(Self.catalog[name])
    for conditions in try await conditions(for: resource) {
      let source = Self.source(resource, conditions)
      let read = try await Self.rows("\(source) | limit 3")
      #expect(read.header == resource.itemFields.map(\.name).joined(separator: ","))
      let typed = try await Self.outcome("\(source) | limit 3 | export ndjson typed=yes")
      #expect(typed.status == .done, "\(source)")
      #expect(typed.errors == Self.linkWarning(of: resource, typed), "\(source)")
      let count = typed.output.split(separator: "\n").count
      #expect(count <= 3)
      if count > 0 { return }
    }
    Issue.record("no list of \(name) has a row")
  }

  /// The conditions that name what a list belongs to, for some of the lists that there are; an
  /// empty text where it belongs to the account alone.
  func conditions(for resource: Resource) async throws -> [[String: String]] {
    var known: [[String: String]] = [[:]]
    if let asked = resource.askedBy.first {
      return try await Self.rows("users | limit 2 | select id").rows.map { [asked: $0] }
    }
    for parent in resource.parents {
      guard let relation = resource.field(named: parent.field)?.relation else {
        // Of what no list has, the sandbox has one with an id that ends alike.
        let example = try #require(resource.field(named: parent.field)).example
        let prefix = try #require(example.split(separator: "_").first)
        known = known.map { known in
          known.merging([parent.field: "\(prefix)_\(known.values.first?.suffix(26) ?? "")"]) { $1 }
        }
        continue
      }
      let owner = try #require(Self.catalog[relation.lists[0]])
      var more: [[String: String]] = []
      for conditions in known {
        let own = conditions.filter { name, _ in owner.parents.contains { $0.field == name } }
        let ids = try await Self.rows("\(Self.source(owner, own)) | limit 4 | select \(owner.key)")
        more += ids.rows.map { conditions.merging([parent.field: $0]) { first, _ in first } }
      }
      known = more
    }
    return known
  }

  static func source(_ resource: Resource, _ conditions: [String: String]) -> String {
    let tests = conditions.map { "\($0)=\($1)" }.sorted()
    return resource.name + (tests.isEmpty ? "" : " where \(tests.joined(separator: " and "))")
  }

  /// What is said of rows with links that end.
  private static func linkWarning(of resource: Resource, _ outcome: Outcome) -> String {
    let links = resource.fields.compactMap { field -> (String, Int)? in
      guard case .expiringLink(let minutes)? = field.sensitivity else { return nil }
      return (field.name, minutes)
    }
    guard let (name, minutes) = links.first, !outcome.output.isEmpty else { return "" }
    return "dialsh: warning: the links of `\(name)` work for \(minutes) minutes, the first until "
      + "2026-09-15T12:\(minutes < 10 ? "0" : "")\(minutes):00Z\n"
  }

  static func rows(_ line: String) async throws -> (header: String, rows: [String]) {
    let outcome = try await outcome(line)
    let isAboutLinks =
      outcome.errors.wholeMatch(
        of: #/dialsh: warning: the links of `\w+` work for \d+ minutes, the first until \S+\n/#)
      != nil
    try #require(
      outcome.status == .done && (outcome.errors == "" || isAboutLinks),
      "\(line): \(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map { String($0) }
    return (lines.first ?? "", Array(lines.dropFirst()))
  }

  private static func outcome(_ line: String) async throws -> Outcome {
    try await run(line, in: setting)
  }

  static var setting: RunSetting {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    return setting
  }
}
