import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialStack
import TerminalText
import Testing

/// What is asked of the API, and what is done here.
struct PlanTests {
  @Test(arguments: [
    ("numbers", "limit=100"),
    ("numbers | limit 1", "limit=1"),
    ("numbers | limit 250", "limit=100"),
    ("numbers where status=active | limit 5", "limit=5&status=active"),
    ("numbers | where status=active | format | select raw | limit 7", "limit=7&status=active"),
    ("numbers where status=\"active\"", "limit=100&status=active"),
    ("numbers where status in active", "limit=100&status=active"),
    ("numbers where status=active and fax_enabled | limit 5", "limit=100&status=active"),
    ("numbers where status=active and status=pending", "limit=100&status=active"),
    ("numbers where status=\"brand_new\"", "limit=100"),
    ("numbers where status=active or fax_enabled", "limit=100"),
    ("numbers where not status=active", "limit=100"),
    ("numbers where status!=active | limit 2", "limit=100"),
    ("numbers | limit 3 | where status=active", "limit=3"),
    ("numbers | sort id | limit 2", "limit=100"),
    ("numbers | uniq status | limit 2", "limit=100"),
    ("numbers | skip 2 | limit 2", "limit=100"),
    ("numbers | count", "limit=100"),
    ("numbers | select status | where status=active", "limit=100&status=active"),
  ])
  func theApiIsAskedForNoMoreThanItCanDo(_ text: String, _ query: String) throws {
    #expect(
      try Planning.pipeline(text).target == "/v1/phone-numbers?\(query)")
  }

  @Test(arguments: [
    ("numbers | format", ["id", "display", "raw"]),
    ("numbers | format | select display, status", ["display", "status"]),
    ("numbers | count by status, number_class", ["status", "number_class", "count"]),
    ("numbers | select phone_number as p, config.fax_notifications.attach_pdf as a", ["p", "a"]),
    ("numbers | select phone_number | format", ["phone_number"]),
    ("numbers | count by phone_number | format", ["phone_number", "count"]),
    ("numbers | select .new_key", ["new_key"]),
  ])
  func columnsAreKnownBeforeTheFirstRow(_ text: String, _ names: [String]) throws {
    #expect(try Planning.pipeline(text).columns.visible.map(\.name) == names)
  }

  @Test func accountsNeedNoAccount() throws {
    let plan = try Planning.pipeline("accounts", in: Planning.scope(account: nil))
    #expect(plan.source.list?.accounts.single == nil)
    #expect(plan.target == "/v1/accounts?limit=100")
  }

  @Test func pathsAreExpanded() throws {
    let scope = Planning.scope(variables: ["month": "2026-09", "dir": "/tmp"])
    for (text, path) in [
      ("numbers | export csv $dir/n-$month.csv", "/tmp/n-2026-09.csv"),
      ("numbers | export csv \"$dir/my $month.csv\"", "/tmp/my 2026-09.csv"),
      ("numbers | export csv '/tmp/$month.csv' header=no", "/tmp/$month.csv"),
    ] {
      #expect(try Planning.pipeline(text, in: scope).export.destination == .file(path: path))
    }
  }

  @Test func aParameterOfTheCommandLineWinsOverItsDefault() throws {
    let text = "param state=active; numbers where status=$state"
    #expect(
      try Planning.pipeline(text).target?.hasSuffix("&status=active") == true)
    let scope = Planning.scope(variables: ["state": "pending"])
    #expect(
      try Planning.pipeline(text, in: scope).target?.hasSuffix("&status=pending") == true)
  }

  @Test(arguments: Vocabulary.standard().examples)
  func everyExampleOfTheHelpPlans(_ example: Example) {
    #expect(Planning.diagnostics(example.line, in: Planning.prompt()) == [])
  }

  @Test func explainSaysWhatIsDoneWhereAndWhy() throws {
    let plan = try Planning.pipeline(
      "numbers where status=active and created_at >= 2026-08 | format | sort display | export csv")
    #expect(
      plan.explanation == """
        account   acct_01h2xcejqtf2nbrexx3vqjhp41
        request   GET /v1/phone-numbers?limit=100&status=active
        pages     100 rows a request: `where` may need every row
        filtered  status=active by the API as `status`, and checked here again
        filtered  created_at >= 2026-08 here: the API has no filter for `created_at`
        times     days and months begin at midnight UTC
        stage     `where created_at >= 2026-08` keeps the rows for which it holds
        stage     `format` shows phone numbers for people
        stage     `sort display` orders all rows by display
        order     as sorted here; paging stops at the first page whose last row fails created_at >= 2026-08
        memory    all rows; what `.memory` has no room for, in a temporary file (`sort`)
        columns   id, display, raw
        output    csv to standard output
        mind      the first row is the newest number, not the main one
        mind      inactive is also a number whose order or port is not through yet

        """)
  }

  @Test(arguments: [
    ("numbers | limit 1", ["`limit 1` takes the first row"]),
    ("numbers where status=active", []),
    (
      "numbers where  (status=active) and (fax_enabled or id = x)  and not (id = y or id = z)",
      [
        "`where (fax_enabled or id = x) and not (id = y or id = z)` "
          + "keeps the rows for which it holds"
      ]
    ),
    (
      "numbers where status=active and status in (active, pending)",
      ["`where status in (active, pending)` keeps the rows for which it holds"]
    ),
    (
      "numbers | WHERE not  fax_enabled | sort id desc, status | uniq",
      [
        "`WHERE not  fax_enabled` keeps the rows for which it holds",
        "`sort id desc, status` orders all rows by id desc, status",
        "`uniq` keeps the first of rows that are alike",
      ]
    ),
    (
      "numbers | skip 1 | last 1 | count",
      [
        "`skip 1` leaves out the first row", "`last 1` takes the last row",
        "`count` counts the rows",
      ]
    ),
  ])
  func explainListsTheStagesInOrder(_ text: String, _ stages: [String]) throws {
    let lines = try Planning.pipeline(text).explanation.split(separator: "\n")
      .filter { $0.hasPrefix("stage ") }
    #expect(lines == stages.map { "stage     \($0)" })
  }

  @Test(arguments: [
    (0, "created_at > 2026-09-10"), (10, "created_at >= -2d"), (-10, "created_at > 2026-09-10"),
  ])
  func pagingStopsAtTheLatestBoundOfTheMoment(_ days: Int, _ bound: String) throws {
    let plan = try Planning.pipeline(
      "numbers where created_at >= -2d and created_at > 2026-09-10 and created_at in 2026-09")
    let now = Planning.now.advanced(by: days * 86_400 - 3 * 86_400)
    let line = plan.explanation(now: now, in: .utc).split(separator: "\n")
      .first { $0.hasPrefix("order ") }
    #expect(
      line == """
        order     newest first by created_at, as the API lists; \
        paging stops at the first page whose last row fails \(bound)
        """)
  }

  @Test(arguments: [
    "status in (active, pending)", "status not in ( active )", "status in active, pending",
    "fax_enabled or status in (active)", "not (fax_enabled or status = active)",
    "not not fax_enabled", "(fax_enabled or status=active) or not (status in (active, pending))",
    "((fax_enabled))",
  ])
  func explainShowsAConditionThatIsHeldHereAsItWasWritten(_ condition: String) throws {
    let lines = try Planning.pipeline("numbers where status=released and (\(condition))")
      .explanation.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("filtered  (\(condition)) here: ") }, "\(lines)")
    #expect(
      lines.contains("stage     `where (\(condition))` keeps the rows for which it holds"))
    let alone = try Planning.pipeline("numbers where \(condition)").explanation
    #expect(alone.contains("filtered  \(condition) here: "), "\(alone)")
  }

  @Test func explainListsTheLimitOfTheSettings() throws {
    var scope = Planning.prompt()
    scope.limit = LimitStage.behindAll(50, by: ".limit")
    let lines = try Planning.pipeline("numbers", in: scope).explanation.split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("stage") } == ["stage     `.limit 50` takes the first 50 rows"])
  }

  @Test(arguments: [
    ("fax_enabled or status=active", "the API can't apply it as a whole"),
    ("status=active and status=active", "the API takes `status` once"),
    ("status=\"new\"", "the API may refuse a value that it doesn't know"),
    ("status!=active", "the API filters `status` by = alone"),
    ("id=x", "the API has no filter for `id`"),
  ])
  func explainSaysWhyTheAPIIsNotAsked(_ condition: String, _ reason: String) throws {
    let plan = try Planning.pipeline("numbers where \(condition)")
    #expect(plan.explanation.contains(" here: \(reason)\n"))
  }
}
