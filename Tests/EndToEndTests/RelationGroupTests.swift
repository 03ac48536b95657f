import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import Foundation
import ShellTestSupport
import Testing

/// `with` behind groups, and of what the API reads of one thing alone.
struct RelationGroupTests {
  private static let account = SandboxOptions.documentAccount

  private func outcome(_ line: String) async throws -> Outcome {
    var setting = RunSetting()
    setting.account = line.hasPrefix("use ") ? nil : Self.account
    return try await run(line, in: setting)
  }

  /// The rows that a line gives, each a dictionary.
  private func rows(_ line: String) async throws -> [[String: JSONValue]] {
    let outcome = try await outcome("\(line) | export ndjson")
    try #require(outcome.status == .done && outcome.errors == "", "\(outcome.errors)")
    return try outcome.output.split(separator: "\n").map {
      try JSONDecoder().decode([String: JSONValue].self, from: Data($0.utf8))
    }
  }

  /// The rows with the names of their users, which are looked up in the list of all.
  private func named(_ rows: [[String: JSONValue]]) async throws -> [[String: JSONValue]] {
    let users = try await self.rows("use all; users | select id, name")
    let names = Dictionary(uniqueKeysWithValues: users.map { ($0["id"], $0["name"]) })
    return rows.map { row in row.merging(["user.name": (names[row["user"]] ?? nil) ?? .null]) { $1 }
    }
  }

  @Test(arguments: ["count by user", "stats sum(duration_seconds) as talk by user"])
  func groupsAreFollowed(_ groups: String) async throws {
    let calls = "calls where started_at >= 2026-05-01 and user != null | \(groups)"
    let followed = try await rows("\(calls) | with user")
    #expect(followed == (try await named(rows(calls))))
    #expect(followed.count > 10)
    let columns = try await outcome("\(calls) | with user | limit 1").output.prefix { $0 != "\n" }
    #expect(columns == (groups.hasPrefix("count") ? "user,user.name,count" : "user,user.name,talk"))
    // Of 250 users the list has three pages.
    #expect(
      try await outcome("\(calls) | with user").requests.count { $0.hasPrefix("/v1/users") } == 3)
  }

  @Test func groupsOfSeveralAccountsAreFollowedInTheirAccounts() async throws {
    let calls =
      "use all; calls where started_at >= 2026-05-01 and user != null | count by account, user"
    let followed = try await rows("\(calls) | with user")
    #expect(followed == (try await named(rows(calls))))
    #expect(Set(followed.map { $0["account"] }).count > 5)
    let sorted = try await rows(
      "\(calls) | with user | sort user.name desc, user | select user, user.name | uniq user.name")
    #expect(sorted.count > 10 && sorted.count < followed.count)
  }

  @Test(arguments: ["with user", "with account"])
  func groupsThatMixAccountsAreRefused(_ stage: String) async throws {
    let outcome = try await outcome("use all; calls | select user, did | count by user | \(stage)")
    #expect(
      outcome.errors.hasPrefix(
        "dialsh: 1:58: each of these rows was made of rows of several accounts, and "
          + "`\(stage.dropFirst(5))` needs one; group by `account`, too\n"))
    #expect(outcome.status == .refused && outcome.requests == [])
  }

  @Test func aGroupNamesItsAccount() async throws {
    let groups = try await rows(
      "use all; users | count by account | with account | select account, account_name, account.name"
    )
    let accounts = try await rows("accounts | select id as account, name as account_name, name")
    #expect(groups.count > 5)
    for group in groups {
      #expect(group["account.name"] == group["account_name"])
      #expect(
        accounts.contains {
          $0["account"] == group["account"] && $0["name"] == group["account.name"]
        })
    }
  }

  @Test func secretsStayHiddenInGroups() async throws {
    let outcome = try await outcome(
      "numbers | limit 2 | with account.port_out_pin | count by account.port_out_pin.pin")
    #expect(outcome.output == "account.port_out_pin.pin,count\n•••,2\n")
  }

  @Test func whatTheAPIReadsOfOneThingAloneIsJoined() async throws {
    let outcome = try await outcome("numbers | limit 2 | with account.pricing | export ndjson")
    let pricing = try await self.outcome("\(Self.account) pricing | export ndjson")
    let rates = pricing.output.split(separator: "\n").first?.dropFirst().dropLast()
      .split(separator: ",").map { "\"account.pricing.\($0.dropFirst())" }.joined(separator: ",")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.hasSuffix("," + (rates ?? "none") + "}") })
    #expect(outcome.requests.count == 2)
  }

  @Test func anObjectThatIsNotThereIsNull() async throws {
    let outcome = try await outcome(
      "users | limit 20 | with id.queue_agent | select id, id.queue_agent.status")
    let agents = try await self.outcome("users | limit 20 | select id")
    #expect(outcome.errors == "" && outcome.requests.count == 21)
    let rows = outcome.output.split(separator: "\n")
    let ids: [Substring] = rows.map { $0.prefix { $0 != "," } }
    #expect(ids == agents.output.split(separator: "\n"))
    let states = Set(rows.dropFirst().map { $0.drop { $0 != "," } })
    #expect(states.count > 1 && states.contains(","))
  }

  @Test(arguments: [
    (
      "calls | with account.pricng",
      "an account has no `pricng` of its own; did you mean `account.pricing`?"
    ),
    (
      "calls | with from_number.x",
      "unknown field `from_number.x` in calls; did you mean `from_number`?"
    ),
  ])
  func whatNobodyHasIsRefused(_ line: String, _ message: String) async throws {
    let outcome = try await outcome(line)
    let first = outcome.errors.split(separator: "\n").first ?? ""
    #expect(first.hasPrefix("dialsh: 1:14: \(message)"))
    #expect(outcome.status == .refused && outcome.requests == [])
  }
}
