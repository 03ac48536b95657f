import DialLanguage
import DialPipeline
import DialRows
import DialStack
import DialTestSupport
import Testing

/// What planning and help make of the facts of a catalog, over made-up resources.
struct CatalogFactsTests {
  private static let vocabulary = Vocabulary.standard(catalog: .madeUp)

  private static func plan(_ text: String, in scope: Scope = Planning.scope()) throws -> Plan {
    let steps = try Planning.plan(text, in: scope, vocabulary: vocabulary).steps
    let plans = steps.compactMap { step in
      if case .run(let plan) = step { plan } else { nil as Plan? }
    }
    return try #require(plans.first)
  }

  private static func refusal(_ text: String, in scope: Scope = Planning.scope()) -> [Diagnostic] {
    do throws(Rejection) {
      _ = try Planning.plan(text, in: scope, vocabulary: vocabulary)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test(arguments: [
    ("queue_members where queue=qu_1", "/v1/queues/qu_1/members?limit=100"),
    (
      "queue_members where position > 2 and queue=\"a/b\" | limit 3",
      "/v1/queues/a%2Fb/members?limit=100"
    ),
    ("queue_members | where queue in qu_1 | limit 3", "/v1/queues/qu_1/members?limit=3"),
    ("param q = qu_2; queue_members where queue=$q", "/v1/queues/qu_2/members?limit=100"),
    ("device_lines where device=dev_1", "/v1/devices/dev_1/lines"),
    (
      "line_events where line_number=2 and device=dev_1 | limit 5",
      "/v1/devices/dev_1/lines/2/events?limit=5"
    ),
    ("hardware_orders | limit 5", "/v1/hardware-orders"),
    ("calls where started_at >= 2026-09", "/v1/calls?limit=100&from_date=2026-09-01T00%3A00%3A00Z"),
    (
      "calls where started_at > 2026-08 and started_at < 2026-09-03",
      "/v1/calls?limit=100&from_date=2026-09-01T00%3A00%3A00Z&to_date=2026-09-03T00%3A00%3A00Z"
    ),
    (
      "calls where started_at in 2026-08",
      "/v1/calls?limit=100&from_date=2026-08-01T00%3A00%3A00Z&to_date=2026-09-01T00%3A00%3A00Z"
    ),
    (
      "calls where started_at <= 2026-09-03",
      "/v1/calls?limit=100&to_date=2026-09-04T00%3A00%3A00Z"
    ),
    (
      "calls where started_at < \"2026-09-03T10:00:00.5+02:00\"",
      "/v1/calls?limit=100&to_date=2026-09-03T08%3A00%3A01Z"
    ),
    (
      "calls where started_at > \"2026-09-03T10:00:00.5Z\"",
      "/v1/calls?limit=100&from_date=2026-09-03T10%3A00%3A00Z"
    ),
    (
      "calls where started_at >= 0001-01-01 and started_at <= 9999-12-31",
      "/v1/calls?limit=100&from_date=0001-01-01T00%3A00%3A00Z"
    ),
    ("calls where started_at != 2026-08", "/v1/calls?limit=100"),
    (
      "calls where duration_seconds >= 60 and duration_seconds < 90",
      "/v1/calls?limit=100&longer=60&shorter=90"
    ),
    ("calls where duration_seconds > 60", "/v1/calls?limit=100&longer=60"),
    ("calls where duration_seconds <= 60", "/v1/calls?limit=100"),
    ("calls where duration_seconds >= 60.5", "/v1/calls?limit=100"),
    ("calls where duration_seconds >= 6e1", "/v1/calls?limit=100"),
    ("calls where is_recorded", "/v1/calls?limit=100&recorded=true"),
    ("calls where is_recorded = false", "/v1/calls?limit=100&recorded=false"),
    ("calls where from_number=4155550100", "/v1/calls?limit=100&from_number=%2B14155550100"),
    ("users where name ~ smith", "/v1/users?limit=100&search=smith"),
    ("users where email ~ \"a1\" and name ~ b", "/v1/users?limit=100&search=a1"),
    ("users where name ~ \"^a\"", "/v1/users?limit=100"),
    ("users where name ~ \"a b\"", "/v1/users?limit=100"),
    ("users where name ~ \"ä\"", "/v1/users?limit=100"),
    ("users where name !~ a", "/v1/users?limit=100"),
    ("users where name = Alice", "/v1/users?limit=100"),
  ])
  func theApiIsAskedForNoMoreThanItCanDo(_ text: String, _ target: String) throws {
    #expect(try Self.plan(text).target == target)
  }

  /// The filters of the API that are no comparison of one field with its value.
  @Test(arguments: [
    ("faxes where read_at = null", "/v1/faxes?limit=100&is_read=false", false),
    ("faxes where read_at != null", "/v1/faxes?limit=100&is_read=true", false),
    ("faxes where from_number = +14155550100", "/v1/faxes?limit=100&number=14155550100", true),
    ("faxes where to_number in +1415", "/v1/faxes?limit=100&number=1415", true),
    ("faxes where to_number in +1415 or pages = 1", "/v1/faxes?limit=100", false),
    ("calls where to_number = +14155550100", "/v1/calls?limit=100&to_number=%2B14155550100", true),
    (
      "calls where from_number = +14155550100", "/v1/calls?limit=100&from_number=%2B14155550100",
      false
    ),
  ])
  func theAPIIsAskedInItsOwnWay(_ text: String, _ target: String, _ isWider: Bool) throws {
    let plan = try Planning.pipeline(text)
    let list = try #require(plan.source.list)
    #expect(list.endpoint(of: nil, now: Planning.now, in: .utc).target == target)
    #expect(plan.explanation.contains(", which is wider; checked here again") == isWider)
  }

  @Test func aBoundThatIsPushedStopsPagingToo() throws {
    let plan = try Planning.pipeline("calls where started_at >= 2026-09")
    let list = try #require(plan.source.list)
    #expect(
      list.endpoint(of: nil, now: Planning.now, in: .utc).target
        == "/v1/calls?limit=100&from_date=2026-09-01T00%3A00%3A00Z")
    #expect(
      plan.explanation.contains(
        "paging stops at the first page whose last row fails started_at >= 2026-09\n"))
  }

  @Test(arguments: [
    ("calls | count", ["no list costs the API more than all calls: bound started_at"]),
    ("calls | limit 5", []), ("calls where started_at >= 2026-09 | count", []),
    (
      "calls where started_at >= 2026-09 | count by from_label",
      ["from_label may be a place, a placeholder or the number once more"]
    ),
    ("calls where started_at >= 2026-09 | select from_label", []),
    (
      "locations | sort status",
      ["status is always active: e911_status is the one that counts"]
    ),
    ("numbers | limit 5", []),
    (
      "call_1 where from_label = x",
      [
        "from_label may be a place, a placeholder or the number once more"
      ]
    ),
  ])
  func trapsAreToldWhereTheyBite(_ text: String, _ told: [String]) throws {
    #expect(try Planning.pipeline(text).bitingTraps.map(\.text) == told)
  }

  @Test(arguments: [
    (
      "queue_members", 0..<13,
      "`queue_members` belongs to a queue; name it, as in `queue_members where queue=qu_…`"
    ),
    (
      "queue_members where queue=a or queue=b", 0..<13,
      "`queue_members` belongs to a queue; name it, as in `queue_members where queue=qu_…`"
    ),
    (
      "queue_members | limit 1 | where queue=qu_1", 0..<13,
      "`queue_members` belongs to a queue; name it, as in `queue_members where queue=qu_…`"
    ),
    (
      "line_events where line_number=1", 0..<11,
      "`line_events` belongs to a device; name it, as in `line_events where device=dev_…`"
    ),
    (
      "line_events", 0..<11,
      "`line_events` belongs to a device and a line; name them, as in "
        + "`line_events where device=dev_… and line_number=…`"
    ),
    (
      "queue_members where queue=\"..\"", 20..<30,
      "`..` can't be the id of a queue; an id has 1 to 255 characters and no spaces"
    ),
    (
      "queue_members where queue=\"a b\"", 20..<31,
      "`a b` can't be the id of a queue; an id has 1 to 255 characters and no spaces"
    ),
    (
      "device_lines where device=dev_1 and device != dev_2", 36..<51,
      "`device` only says which list of `device_lines` is meant, and rows don't carry it; "
        + "write it once, as in `where device=dev_01h2`"
    ),
    (
      "device_lines where device=dev_1 | limit 2 | where line_number=1 or device=dev_1", 50..<79,
      "`device` only says which list of `device_lines` is meant, and rows don't carry it; "
        + "write it once, as in `where device=dev_01h2`"
    ),
  ])
  func aListWithoutItsParentIsRefused(_ text: String, _ range: Range<Int>, _ message: String) {
    let diagnostics = Self.refusal(text)
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.map { $0.range.lower..<$0.range.upper } == [range])
  }

  @Test func aParameterWithoutAValueNamesAParent() {
    var scope = Planning.scope()
    scope.openParameters = .withoutValue
    #expect(Self.refusal("param q; queue_members where queue=$q", in: scope) == [])
    #expect(Self.refusal("param q; queue_members where id=$q", in: scope).count == 1)
  }

  @Test func explainSaysWhatStandsInThePath() throws {
    let plan = try Self.plan("line_events where device=dev_1 and line_number=2 and id != x")
    #expect(
      plan.explanation == """
        account   acct_01h2xcejqtf2nbrexx3vqjhp41
        request   GET /v1/devices/dev_1/lines/2/events?limit=100
        pages     100 rows a request: `where` may need every row
        filtered  device=dev_1 by the API in its path
        filtered  line_number=2 by the API in its path, and checked here again
        filtered  id != x here: the API has no filter for `id`
        stage     `where id != x` keeps the rows for which it holds
        order     newest first by created_at, as the API lists
        memory    one page
        columns   id, line_number, created_at
        output    csv to standard output

        """)
  }

  @Test(arguments: [
    ("hardware_orders", "pages", "none: the list comes whole, in one answer"),
    ("hardware_orders", "order", "as the API lists"),
    ("extensions", "order", "highest first by number, as the API lists"),
    ("queue_members where queue=q", "order", "lowest first by position, as the API lists"),
    (
      "calls where started_at in 2026-08", "filtered",
      "started_at in 2026-08 by the API as `from_date` and `to_date`, and checked here again"
    ),
    ("calls where started_at in 2026-08", "times", "days and months begin at midnight UTC"),
    (
      "calls where started_at != 2026-08", "filtered",
      "started_at != 2026-08 here: the API filters `started_at` by >= and < alone"
    ),
    (
      "calls where not (started_at >= 2026-08)", "filtered",
      "not (started_at >= 2026-08) here: the API can't apply it as a whole"
    ),
    (
      "users where name ~ \"^a\"", "filtered",
      "name ~ \"^a\" here: the API searches `name` for letters and digits alone"
    ),
    (
      "use none; webhook_endpoints", "account",
      "none; the list is the platform's own, and with an account that account's"
    ),
  ])
  func explainSaysWhatTheCatalogDoes(_ text: String, _ label: String, _ line: String) throws {
    let lines = try Self.plan(text).explanation.split(separator: "\n")
    let padded = label + String(repeating: " ", count: 10 - label.count)
    #expect(lines.contains { $0 == padded + line }, "\(lines)")
  }

  @Test func aListOfThePlatformOrAnAccountNeedsNone() throws {
    let none = try Self.plan("webhook_endpoints", in: Planning.scope(account: nil))
    #expect(none.source.list?.accounts.single == nil)
    #expect(try Self.plan("webhook_endpoints").source.list?.accounts.single == Planning.account)
    #expect(try Self.plan("accounts").source.list?.accounts.single == nil)
  }

  @Test(arguments: [
    ("curl /v1/queues/qu_1/members?limit=5", "queue_members where queue=qu_1 | limit 5"),
    ("GET /v1/devices/a%2Fb/lines", "device_lines where device=a/b"),
    ("GET /v1/devices/a,b/lines", "device_lines where device=\"a,b\""),
    (
      "GET /v1/calls?from_date=2026-09-01&direction=inbound",
      "calls where started_at>=2026-09-01 and direction=inbound"
    ),
    (
      "GET /v1/users?search=ann",
      "users where (name ~ \"(?i)ann\" or email ~ \"(?i)ann\")"
    ),
    ("GET /v1/users?search=a.n", "users"),
  ])
  func aRequestIsWrittenAsALine(_ request: String, _ line: String) throws {
    let diagnostics = Self.refusal(request)
    #expect(
      diagnostics.map(\.message) == ["a list is called by its name here; write `\(line)`"])
    #expect(Self.refusal(line) == [])
  }
}
