import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialStack
import DialTestSupport
import Testing

/// Sources that name an object: `did_1`, `numbers did_1`, `qu_1 members`.
struct ObjectTests {
  private static let vocabulary = Vocabulary.standard(catalog: .madeUp)

  private static func plan(_ text: String, in scope: Scope = Planning.scope()) throws -> Plan {
    let steps = try Planning.plan(text, in: scope, vocabulary: vocabulary).steps
    let plans = steps.compactMap { step in
      if case .run(let plan) = step { plan } else { nil as Plan? }
    }
    return try #require(plans.first)
  }

  @Test(arguments: [
    ("did_1", "/v1/phone-numbers/did_1"), ("numbers did_1", "/v1/phone-numbers/did_1"),
    ("did_1 where status=active | select id", "/v1/phone-numbers/did_1"),
    ("numbers did_1 where status=active", "/v1/phone-numbers/did_1"),
    ("numbers \"did_a b\"", "/v1/phone-numbers/did_a%20b"),
    ("numbers \"did_a b\" where status=active", "/v1/phone-numbers/did_a%20b"),
    ("acct_1", "/v1/accounts/acct_1"), ("extensions 101", "/v1/extensions/101"),
    ("cdr_1 | select id", "/v1/calls/cdr_1"),
    ("qu_1 members", "/v1/queues/qu_1/members?limit=100"),
    ("queue_1 queue_members | limit 3", "/v1/queues/queue_1/members?limit=3"),
    ("qu_1 members where position > 2 | limit 3", "/v1/queues/qu_1/members?limit=100"),
    ("dev_1 lines", "/v1/devices/dev_1/lines"),
    ("dev_1 status", "/v1/devices/dev_1/status"),
    ("device_status where device=dev_1", "/v1/devices/dev_1/status"),
  ])
  func pathsAreThoseOfTheObject(_ text: String, _ target: String) throws {
    let list = try #require(try Self.plan(text).source.list)
    #expect(list.endpoint(of: nil, now: Planning.now, in: .utc).target == target)
  }

  @Test func anIDWhosePrefixNobodyKnowsHasADigit() throws {
    #expect(try Planning.pipeline("dect_bases dectb_1").target == "/v1/dect-bases/dectb_1")
    expectRefusal(
      "dect_bases 1️⃣warehouse2️⃣",
      "unexpected `warehouse` after `dect_bases`; put a `|` between the source and its stages")
  }

  @Test(arguments: [
    (
      "did_1 lines", "lines",
      "a number has no `lines` (nothing stands behind it)"
    ),
    ("dev_1 members", "members", "a device has no `members` (lines, status)"),
    (
      "dev_1 statsu", "statsu",
      "a device has no `statsu`; did you mean `status`? (lines, status)"
    ),
    (
      "dev_1 lines now", "now",
      "unexpected `now` after `dev_1 lines`; put a `|` between the source and its stages"
    ),
    (
      "numbers did_1 now", "now",
      "unexpected `now` after `numbers did_1`; put a `|` between the source and its stages"
    ),
    ("dev_1 limit 3", "limit", "unexpected `limit` after `dev_1`; write `dev_1 | limit`"),
    (
      "dev_1 lines line_number = 3", "line_number",
      "unexpected `line_number` after `dev_1 lines`; write `dev_1 lines where line_number …`"
    ),
    (
      "did_a/b", "did_a/b",
      "`did_a/b` can't be the id of a number; an id has 1 to 255 characters and no slash"
    ),
    ("qm_1", "qm_1", "unknown resource or command `qm_1`; `help` lists them"),
    (
      "numbers active", "active",
      "unexpected `active` after `numbers`; put a `|` between the source and its stages"
    ),
    (
      "use acct_1, acct_2; did_1", "did_1",
      "an object belongs to one account; `use acct_…` chooses it"
    ),
    (
      "use all; numbers did_1", "did_1",
      "an object belongs to one account; `use acct_…` chooses it"
    ),
    (
      "device_status", "device_status",
      "`device_status` belongs to a device; name it, as in `device_status where device=dev_…`"
    ),
  ])
  func whatNamesNothingIsRefused(_ text: String, _ marked: String, _ message: String) {
    do throws(Rejection) {
      _ = try Planning.plan(text, in: Planning.scope(), vocabulary: Self.vocabulary)
      Issue.record("it was planned")
    } catch {
      #expect(error.diagnostics.map(\.message) == [message])
      #expect(error.diagnostics.map(\.range.text) == [marked])
    }
  }

  @Test func oneObjectIsShownALineAField() throws {
    var scope = Planning.scope()
    let style = TerminalStyle(width: 80, layout: .fitted, coloring: .none, zone: .utc)
    scope.display = Display(format: "table", terminal: style)
    #expect(try Self.plan("did_1", in: scope).export.terminal?.layout == .expanded)
    #expect(try Self.plan("dev_1 status", in: scope).export.terminal?.layout == .expanded)
    #expect(try Self.plan("dev_1 lines", in: scope).export.terminal?.layout == .fitted)
    #expect(try Self.plan("did_1 | export table", in: scope).export.terminal?.layout == .fitted)
  }

  @Test func explainSaysSo() throws {
    let explanation = try Self.plan("did_1").explanation
    #expect(explanation.contains("request   GET /v1/phone-numbers/did_1\n"))
    #expect(explanation.contains("pages     none: one object is read\n"))
    #expect(explanation.contains("order     one row\n"))
  }
}
