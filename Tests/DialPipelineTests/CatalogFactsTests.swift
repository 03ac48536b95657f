import DialLanguage
import DialPipeline
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

  /// What `describe` says.
  private static func page(of name: String) throws -> String {
    let steps = try Planning.plan("describe \(name)", vocabulary: vocabulary).steps
    let pages = steps.compactMap { step in
      if case .help(let page) = step { page } else { nil as String? }
    }
    return try #require(pages.first)
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
    #expect(try Self.plan(text).source.list?.endpoint.target == target)
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
    scope.leavesParametersOpen = true
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
      "started_at >= 2026-08 here: the API can't apply it as a whole"
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
    #expect(none.source.list?.endpoint.account == nil)
    #expect(try Self.plan("webhook_endpoints").source.list?.endpoint.account == Planning.account)
    #expect(try Self.plan("accounts").source.list?.endpoint.account == nil)
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

  @Test func describeSaysWhatAListBelongsTo() throws {
    let page = try Self.page(of: "line_events")
    #expect(
      page == """
        line_events
          What befell a line. The list is an account's: `use acct_…` chooses it. It belongs to a device and a line.
          GET /v1/devices/{device}/lines/{line}/events, newest first by created_at

        fields
          id           id: the event's id
          device       id: the device
          line_number  integer: the line
          created_at   time: when it was made

        filters of the API
          none; every condition is checked here

        relations
          account      the one of `use`; `accounts` lists them
          device       → devices
          line_number  → device_lines

        example
          line_events where device=dev_01h2 and line_number=1 | limit 5 | export csv

        """)
  }

  @Test(arguments: [
    ("calls", "  started_at >=        as the parameter `from_date`"),
    ("calls", "  recording_url     text: where it is kept; a link that expires"),
    ("calls", "  calls where direction=inbound | limit 5 | export csv"),
    ("users", "  name or email ~  letters and digits, in any case, as the parameter `search`"),
    ("hardware_orders", "  GET /v1/hardware-orders, all in one answer"),
    ("webhook_endpoints", "  secret      text: what signs events; a secret"),
    (
      "webhook_endpoints",
      "  Who is told of events. The list is the platform's, or that of the account that "
        + "`use acct_…` chooses."
    ),
  ])
  func describeSaysWhatTheCatalogDoes(_ name: String, _ line: String) throws {
    let page = try Self.page(of: name)
    #expect(page.split(separator: "\n").contains { $0 == line }, "\(page)")
  }

  @Test(arguments: Catalog.madeUp.resources.map(\.name))
  func everyExampleOfAResourcePlans(_ name: String) throws {
    let page = try Self.page(of: name)
    let line = try #require(page.split(separator: "\n").last)
    #expect(Self.refusal(String(line)) == [])
  }

  @Test func aRowIsCountedOnceByItsKey() throws {
    var seen = Seen()
    let rows = try TestBatches([#"{"number":1,"target":"a"},{"number":1,"target":"a"}"#])
    var resource = Resource.extensions
    resource.fields.append(
      Field("kind", .choice, .optional, "what", example: "a", choices: ["a"]))
    let twice = try TestBatches([#"{"number":1,"kind":"a"},{"number":1,"kind":"a"}"#]).batches[0]
    seen.note(twice.records + rows.batches[0].records, of: resource)
    #expect(seen.values(of: "kind", in: "extensions").map(\.count) == [1])
  }
}
