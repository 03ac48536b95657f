import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Testing

/// Rows of other lists: `with`, and `in` with a pipeline in parentheses.
struct RelationTests {
  private static let account = SandboxOptions.documentAccount

  private func outcome(_ line: String, of account: Account.ID? = account) async throws -> Outcome {
    var setting = RunSetting()
    setting.account = account
    return try await run(line, in: setting)
  }

  /// The requests, their tokens and ids left out.
  private func requests(_ outcome: Outcome) -> [String] {
    outcome.requests.map { target in
      target.replacing(#/page=[A-Za-z0-9_-]+/#, with: "page=…")
        .replacing(#/(?<prefix>[a-z]+)_0[a-z0-9]{25}/#) { "\($0.output.prefix)_…" }
    }
  }

  @Test func withReadsPagesOfAListWhereManyIDsAreMissing() async throws {
    let outcome = try await outcome(
      "calls where started_at >= 2026-05-01 and user != null | with user "
        + "| select user as id, user.name as name, user.email as email | export ndjson")
    let users = try await self.outcome("users | select id, name, email | export ndjson")
    let known = Set(users.output.split(separator: "\n"))
    let rows = outcome.output.split(separator: "\n")
    #expect(rows.count > 50 && rows.allSatisfy { known.contains($0) })
    #expect(outcome.errors == "")
    #expect(
      requests(outcome) == [
        "/v1/calls?limit=100&from_date=2026-05-01T00%3A00%3A00Z", "/v1/users?limit=100",
        "/v1/users?page=…", "/v1/users?page=…",
      ])
  }

  @Test func withAsksForFewIDsByThemselvesAndOnceASession() async throws {
    let outcome = try await outcome(
      "extensions | with target | select target.name | limit 2; "
        + "extensions | limit 2 | with target | count")
    #expect(outcome.output == "target.name\nJane Doe\nPriya Nair\ncount\n2\n")
    #expect(
      requests(outcome).sorted() == [
        "/v1/extensions?limit=2", "/v1/extensions?limit=2", "/v1/users/user_…", "/v1/users/user_…",
      ])
  }

  @Test func whatAnAccountNamesIsItsOwn() async throws {
    let outcome = try await outcome(
      "accounts | with default_button_template | "
        + "select id, default_button_template as template, default_button_template.name as name",
      of: nil)
    #expect(outcome.errors == "")
    var rows = ""
    for line in outcome.output.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let name =
        cells[1].isEmpty
        ? ""
        : try await self.outcome(
          "\(cells[1]) | select name", of: Account.ID(rawValue: String(cells[0]))
        ).output.split(separator: "\n").dropFirst().joined()
      rows += "\(cells[0]),\(cells[1]),\(name)\n"
    }
    #expect(outcome.output == "id,template,name\n" + rows)
    #expect(rows.contains("btpl_"))
  }

  @Test func anIDThatLeadsNowhereIsNullAndCounted() async throws {
    let outcome = try await outcome(
      "numbers | with routing_target | where routing_target ~ '^rg' and routing_target.name = null "
        + "| select phone_number, routing_target.name")
    #expect(outcome.output == "phone_number,routing_target.name\n+18186023095,\n")
    #expect(outcome.errors == "")
  }

  @Test func whatIsTellingOfRowsStandsBesideAFile() async throws {
    let scratch = try ScratchDirectory()
    let outcome = try await outcome(
      "numbers where routing_target ~ '^rg' | with routing_target | export csv \(scratch.path)/n.csv; "
        + "schedules | each holidays as h | select id | export csv \(scratch.path)/h.csv")
    let lines = outcome.errors.split(separator: "\n").map { line in
      line.replacing(#/\d+ rows? (?<what>written).*/#) { "… \($0.output.what)" }
    }
    #expect(
      lines.filter { !$0.contains("have nothing") } == [
        "dialsh: 1 id of `routing_target` leads nowhere", "… written", "… written",
      ])
    #expect(lines.contains { $0.contains("have nothing in `holidays` and give no row") })
  }

  @Test func eachAsksForTheListsThatBelongToRows() async throws {
    let outcome = try await outcome(
      "queues | limit 2 | each members as m | with m.user | select id, m.id, m.user, m.user.email")
    // The first page of users has few of them: the others are asked for one by one.
    #expect(
      requests(outcome).sorted() == [
        "/v1/queues/qu_…/members?limit=100", "/v1/queues/qu_…/members?limit=100",
        "/v1/queues?limit=2",
      ] + Array(repeating: "/v1/users/user_…", count: 10) + ["/v1/users?limit=100"])
    let queues = try await self.outcome("queues | limit 2 | select id").output
    var rows = ""
    for queue in queues.split(separator: "\n").dropFirst() {
      let members = try await self.outcome(
        "\(queue) members | with user | select id, user, user.email")
      rows += members.output.split(separator: "\n").dropFirst().map { "\(queue),\($0)\n" }.joined()
    }
    #expect(outcome.output == "id,m.id,m.user,m.user.email\n" + rows)
    #expect(outcome.errors == "")
  }

  @Test func eachOfSeveralAccountsAsksForTheListsOfEach() async throws {
    try await expectTheSumOfAccounts("queues where name=Support | each members as m | count", 2)
  }

  @Test func aRowWithoutPartsGivesNoRowAndIsCounted() async throws {
    let scratch = try ScratchDirectory()
    let empty = "queues where id not in (queues | each members as m | select id)"
    let outcome = try await outcome("\(empty) | each members | export csv \(scratch.path)/m.csv")
    #expect(
      outcome.errors.hasPrefix("dialsh: 1 row has nothing in `members` and gives no row\n"),
      "\(outcome.errors)")
    #expect(outcome.status == .done)
  }

  @Test(arguments: [
    (
      "queues | each member", "1:15: unknown field `member` in queues; `describe queues` lists them"
    ),
    (
      "queues | count by id | each members",
      "1:29: unknown field `members` in the output of `count` (id, count)"
    ),
    (
      "ring_groups | each name",
      "1:20: `each` takes a list; `name` is text, `members` is one"
    ),
  ])
  func whatIsNoListIsRefused(_ line: String, _ message: String) async throws {
    let outcome = try await outcome(line)
    #expect(outcome.errors.split(separator: "\n").first.map { String($0) } == "dialsh: \(message)")
    #expect(outcome.status == .refused && outcome.requests == [])
  }

  @Test func withFollowsTheIDsOfARowThatWasFollowed() async throws {
    let outcome = try await outcome(
      "voicemails where call != null | limit 2 | with call, call.did "
        + "| select call.did, call.did.phone_number")
    let numbers = try await self.outcome("numbers | select id, phone_number")
    let known = Set(numbers.output.split(separator: "\n"))
    let rows = outcome.output.split(separator: "\n").dropFirst()
    #expect(rows.count == 2 && rows.allSatisfy { known.contains($0) }, "\(outcome.output)")
  }

  @Test func withAccountJoinsTheAccount() async throws {
    let outcome = try await outcome("numbers | limit 1 | with account | select account.name")
    let name = try await self.outcome("accounts where id=\(Self.account) | select name")
    #expect(outcome.output == name.output.replacing("name", with: "account.name"))
  }

  @Test func aPipelineInParenthesesIsASetThatIsReadOnce() async throws {
    let outcome = try await outcome(
      "users where id not in (extensions | select target) | select do_not_disturb")
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(
      requests(outcome) == [
        "/v1/users?limit=100", "/v1/users?page=…", "/v1/extensions?limit=100",
        "/v1/extensions?page=…", "/v1/extensions?page=…", "/v1/users?page=…",
      ])
    let inside = try await self.outcome("users where id in (extensions | select target) | count")
    let all = try await self.outcome("users | count")
    #expect(
      Int(inside.output.dropFirst(6).dropLast())! + 1 == Int(all.output.dropFirst(6).dropLast())!)
  }

  @Test func aListAloneInParenthesesIsAPipeline() async throws {
    let whole = try await outcome("calls | where did in (numbers) | count")
    let written = try await outcome("calls | where did in (numbers | select id) | count")
    #expect(whole.output == written.output)
    #expect(try await outcome("numbers where status in (active) | count").output == "count\n156\n")
  }

  @Test func ofSeveralAccountsASetIsThatOfEach() async throws {
    try await expectTheSumOfAccounts(
      "users where id not in (extensions | select target | limit 5) | count", 4)
  }

  /// A line that counts comes to the same over the first accounts together as over each by itself.
  private func expectTheSumOfAccounts(_ line: String, _ most: Int) async throws {
    let accounts = try await outcome("accounts | select id | limit \(most)", of: nil).output
      .split(separator: "\n").dropFirst().map { String($0) }
    var sum = 0
    for account in accounts {
      let count = try await outcome(line, of: Account.ID(rawValue: account)).output
      sum += try #require(Int(count.dropFirst(6).dropLast()))
    }
    #expect(sum > 0)
    let all = try await outcome("use \(accounts.joined(separator: ", ")); \(line)", of: nil)
    #expect(all.output == "count\n\(sum)\n")
  }

  @Test func whatIsWrongInParenthesesIsPointedAt() async throws {
    let outcome = try await outcome("users where id in (extensions | select targt)")
    #expect(
      outcome.errors == """
        dialsh: 1:40: unknown field `targt` in extensions; did you mean `target`?
          users where id in (extensions | select targt)
                                                 ^~~~~

        """)
    #expect(outcome.requests == [])
  }

  @Test func equalValuesAreInASetHoweverTheyAreSpelled() async throws {
    let samples = "calls | each quality_metrics as q"
    let inside = try await outcome(
      "\(samples) | where q.rtt_ms in (\(samples) | set r = .q.rtt_ms * 1 | select r) | count")
    let all = try await outcome("\(samples) | where q.rtt_ms != null | count")
    #expect(inside.output == all.output && all.output != "count\n0\n")
    let moments = try await outcome(
      "calls | set b = .started_at + 0 | where b not in (calls | select started_at) | count")
    #expect(moments.output == "count\n0\n")
  }

  @Test func accountsHaveWhatBelongsToThem() async throws {
    let byName = try await outcome(
      "accounts | limit 5 | with account.pricing | select id, account.pricing.per_user_rate as rate"
    )
    let byID = try await outcome(
      "accounts | limit 5 | with id.pricing | select id, id.pricing.per_user_rate as rate")
    #expect(byName.output == byID.output)
    #expect(byName.output.split(separator: "\n").count { !$0.hasSuffix(",") } == 2)
  }

  @Test func whatAConditionReadsIsShownOfARowThatBreaksIt() async throws {
    let outcome = try await outcome(
      "calls | limit 1 | select id, direction, status, from_number, duration_seconds "
        + "| expect duration_seconds < -1")
    let line = try #require(outcome.errors.split(separator: "\n").last { $0.contains("id=call_") })
    #expect(
      line.split(separator: " ").map { $0.split(separator: "=")[0] } == [
        "id", "direction", "duration_seconds", "status",
      ], "\(line)")
  }

  @Test func allThatIsExpectedInVainIsTold() async throws {
    let outcome = try await outcome(
      "calls | limit 2 | expect id != null | expect duration_seconds < -1 | expect status = null "
        + "| select id | export csv")
    let told = outcome.errors.split(separator: "\n").filter { $0.contains("break") }
    #expect(
      told == [
        "dialsh: 2 rows break `duration_seconds < -1`:", "dialsh: 1 row breaks `status = null`:",
      ])
  }

  @Test func namesStandBehindTheirIDs() async throws {
    let outcome = try await outcome(
      "calls | limit 1 | select id, user, user as u2 | with user, u2 | export csv")
    #expect(outcome.output.split(separator: "\n").first == "id,user,user.name,u2,u2.name")
  }

  @Test func aLimitBehindListsOfRowsAsksForFewOfThem() async throws {
    let line = "queues | each members as m | select id, m.id | limit 3"
    let some = try await outcome("\(line) | export csv")
    #expect(some.output.split(separator: "\n").count == 4)
    #expect(some.requests.count { !$0.contains("/members") } == 1, "\(some.requests)")
    #expect(some.requests.first?.hasSuffix("limit=3") == true, "\(some.requests)")
    #expect(some.requests.count <= 4, "\(some.requests)")
    let explanation = try await outcome("explain \(line)").output
    #expect(
      explanation.contains(
        "pages     3 rows a request: `each` asks for a list a row, and `limit 3` may want no more\n"
      ),
      "\(explanation)")
    for all in ["each members as m | where m.id != null | limit 3", "each members as m"] {
      let explanation = try await outcome("explain queues | \(all)").output
      #expect(explanation.contains("pages     100 rows a request"), "\(explanation)")
    }
  }

  @Test func explainTellsOfNoBoundBehindRowsThatBecomeMore() async throws {
    let outcome = try await outcome("explain queues | limit 3 | each members as m | with m.user")
    #expect(outcome.output.contains("`with m.user`"))
    #expect(!outcome.output.contains("3 requests at most"), "\(outcome.output)")
  }

  @Test func explainTellsOfWhatIsAskedFirst() async throws {
    let outcome = try await outcome(
      "explain users where id in (extensions | select target) | with location | count")
    let stages = outcome.output.split(separator: "\n").filter { $0.hasPrefix("stage") }
    #expect(
      stages.joined(separator: "\n") == """
        stage     `where id in (extensions | select target)` keeps the rows for which it holds; asks \
        for `extensions | select target` first
        stage     `with location` `location` leads to `locations`, each id once: by pages of the list \
        as long as they save requests, else by itself, side by side, a request an id and 1 more at most
        stage     `count` counts the rows
        """)
  }

  @Test func rowsWithANameAreFetchedOnce() async throws {
    let outcome = try await outcome(
      "let recent = (calls where started_at >= 2026-06-01); $recent | count; "
        + "$recent | where direction=internal | count; numbers where id in $recent | count")
    let counts = try await self.outcome(
      "calls where started_at >= 2026-06-01 | count; "
        + "calls where started_at >= 2026-06-01 and direction=internal | count")
    #expect(outcome.output == counts.output + "count\n0\n")
    #expect(
      requests(outcome) == [
        "/v1/calls?limit=100&from_date=2026-06-01T00%3A00%3A00Z", "/v1/phone-numbers?limit=100",
        "/v1/phone-numbers?page=…", "/v1/phone-numbers?page=…",
      ])
  }

  @Test func whatIsNestedWithoutEndIsRefused() async throws {
    let nested =
      "users where " + String(repeating: "id in (users where ", count: 3000) + "id=x"
      + String(repeating: ")", count: 3000)
    let deep = try await outcome(nested)
    #expect(deep.status == .refused && deep.requests == [])
    #expect(deep.errors.contains("pipelines may be nested 20 deep, not deeper"))
    let names = (1...200).map { "let a\($0) = ($a\($0 - 1))" }.joined(separator: "; ")
    let chain = try await outcome("let a0 = (accounts); \(names)")
    #expect(chain.status == .refused && chain.requests == [])
    #expect(chain.errors.contains("names may be made of each other 100 times, not more"))
  }

  @Test func aNameIsASetAndAValue() async throws {
    let named = try await outcome(
      "let extended = (extensions | select target); let yes = true; "
        + "users where id not in $extended and do_not_disturb != $yes | count")
    let written = try await outcome(
      "users where id not in (extensions | select target) and do_not_disturb != true | count")
    #expect(named.output == written.output)
    #expect(named.errors == "")
  }

  @Test(arguments: [
    ("let it = (calls)", "1:5: `$it` has a meaning of its own"),
    ("let x", "1:6: expected `=` behind `x`, found the end"),
    (
      "let x = (numbers where staus=active)",
      "1:24: unknown field `staus` in numbers; did you mean `status`?"
    ),
    (
      "let x = 1; $x | count",
      "1:12: `$x` is a value, and a line begins with rows; `$it` is the last "
        + "result, `$errors` the accounts that it lacks"
    ),
  ])
  func aNameThatMakesNoSenseIsRefused(_ line: String, _ message: String) async throws {
    let outcome = try await outcome(line)
    #expect(outcome.errors.split(separator: "\n").first.map { String($0) } == "dialsh: \(message)")
    #expect(outcome.status == .refused && outcome.requests == [])
  }
}
