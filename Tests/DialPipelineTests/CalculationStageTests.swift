import DialRows
import DialStack
import Testing

/// `set` with its calculations and functions, `each`, `stats`, and groups by a function.
struct CalculationStageTests {
  private static let page =
    #"{"id":"a","phone_number":"+14155550100","status":"active","fax_enabled":true,"#
    + #""created_at":"2026-09-14T23:30:00Z","expires_at":"2026-09-15T00:00:00.5Z","n":0.1,"z":0,"#
    + #""caller_id_name":" Ada ","big":9e6111}"#

  @Test(arguments: [
    ("1 + 2", "3"), (".n + 0.2", "0.3"), ("1 - 2 - 3", "-4"), ("2 + 3 * 4", "14"),
    ("(2 + 3) * 4", "20"), ("7 / 2", "3.5"), ("1 / 3", "0.33333333333333333333"),
    ("2 / 3 * 3", "2.00000000000000000001"), ("1 / .z", ""), (".big * .big", ""),
    (".missing + 1", ""),
    ("9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000"),
    ("12345678901234567890 * 10", "123456789012345678900"), ("1e3 + 1", "1001"),
    ("-5 * -5", "25"), ("0.1 * 0.1", "0.01"), ("1e40 + 1", "1e40"), ("1e-30 * 1", "1e-30"),
    (".expires_at - .created_at", "1800.5"), (".created_at + 1800.5", "2026-09-15T00:00:00.5Z"),
    (".created_at - 0.25", "2026-09-14T23:29:59.75Z"), ("lower(ABC)", "abc"),
    ("now - .created_at", "45000"), ("NOW + 60", "2026-09-15T12:01:00Z"),
    ("concat(\"now\", -, 1)", "now-1"),
    ("upper(.status)", "ACTIVE"), ("trim(.caller_id_name)", "Ada"),
    ("len(\"naïve 👍\")", "7"), ("concat(.id, \"-\", 5, null, .fax_enabled)", "a-5true"),
    ("replace(.phone_number, \"55\", x)", "+141xx0100"), ("replace(abc, \"\", x)", "abc"),
    ("prefix(.phone_number, 5)", "+1415"), ("prefix(ab, 9)", "ab"), ("round(2.5)", "3"),
    ("round(-2.5)", "-3"), ("round(2.345, 2)", "2.35"), ("round(1234, -2)", "1200"),
    ("round(0.5, 40)", "0.5"), ("abs(-3.5)", "3.5"), ("coalesce(.missing, null, x)", "x"),
    ("if(.fax_enabled, yes, no)", "yes"), ("if(.outbound_enabled, yes, no)", "no"),
    ("day(.created_at)", "2026-09-14"), ("week(.created_at)", "2026-W38"),
    ("weekday(.created_at)", "Monday"), ("month(.created_at)", "2026-09"),
    ("year(.created_at)", "2026"), ("hour(.created_at)", "23"), ("day(.disconnected_at)", ""),
    ("week(\"2027-01-01T00:00:00Z\")", "2026-W53"), ("week(\"2024-12-30T00:00:00Z\")", "2025-W01"),
  ])
  func calculationsComeTo(_ calculation: String, _ result: String) async throws {
    #expect(
      try await rows("set x = \(calculation) | select x", of: [Self.page])
        == "x\n\(result)\n")
  }

  @Test(arguments: [
    ("set a = 1, b = .a + 1, a = .b * 10 | select a, b", "a,b\n20,2\n"),
    (
      "set status = upper(.status) | where status = \"ACTIVE\" | select id, status",
      "id,status\na,ACTIVE\n"
    ),
    ("select id | set n = len(.id) | set m = .n + .n", "id,n,m\na,1,2\n"),
    ("count by status | set half = .count / 2", "status,count,half\nactive,1,0.5\n"),
    ("set x = 1 | sort x | uniq x | last 1 | select x", "x\n1\n"),
  ])
  func aSetColumnIsAColumnLikeOthers(_ stages: String, _ text: String) async throws {
    #expect(try await rows(stages, of: [Self.page]) == text)
  }

  @Test func timesThatAreMillenniaApartAreSecondsApart() async throws {
    let page =
      #"{"id":"a","created_at":"0001-01-01T00:00:00.5Z","expires_at":"9999-12-31T23:59:59Z"}"#
    #expect(
      try await rows("set w = .expires_at - .created_at | select w", of: [page])
        == "w\n315537897598.5\n")
  }

  private static let calls = [
    #"{"id":"a","status":"active","created_at":"2026-09-14T10:00:00Z","n":1},"#
      + #"{"id":"b","status":"active","created_at":"2026-09-13T10:00:00Z","n":2}"#,
    #"{"id":"c","status":"pending","created_at":"2026-09-14T22:00:00Z","n":4},"#
      + #"{"id":"d","status":"active","created_at":"2026-09-09T10:00:00Z","n":null},"#
      + #"{"id":"e","status":"pending","created_at":"2026-09-08T10:00:00Z","n":"x"}"#,
  ]

  @Test(arguments: [
    ("stats count, share by status", "status,count,share\nactive,3,60\npending,2,40\n"),
    ("stats count", "count\n5\n"),
    ("where id = z | stats count, sum(.n), max(created_at)", "count,sum_n,max_created_at\n0,,\n"),
    (
      "stats count(.n) as c, sum(.n) as s, avg(.n) as a, min(.n) as lo, max(.n) as hi, median(.n) as m, "
        + "p95(.n) as p", "c,s,a,lo,hi,m,p\n4,7,2.3333333333333333333,1,4,2,4\n"
    ),
    ("where id in (a, b) | stats median(.n) as m", "m\n1.5\n"),
    (
      "stats min(created_at) as first, max(created_at) as last",
      "first,last\n2026-09-08T10:00:00Z,2026-09-14T22:00:00Z\n"
    ),
    ("stats distinct(status)", "distinct_status\n2\n"),
    (
      "stats count by weekday(created_at) as d | sort d",
      "d,count\nMonday,2\nTuesday,1\nWednesday,1\nSunday,1\n"
    ),
    ("count by hour(created_at)", "hour,count\n10,4\n22,1\n"),
    (
      "count by day(created_at) as d, status | sort d | limit 2",
      "d,status,count\n2026-09-08,pending,1\n2026-09-09,active,1\n"
    ),
  ])
  func figuresOfGroups(_ stages: String, _ text: String) async throws {
    #expect(try await rows(stages, of: Self.calls) == text)
  }

  /// Equal numbers and moments that are spelled in several ways.
  private static let spellings = [
    #"{"id":"a","created_at":"2026-09-14T10:00:00Z","n":45},"#
      + #"{"id":"b","created_at":"2026-09-14T10:00:00.000Z","n":45.0}"#,
    #"{"id":"c","created_at":"2026-09-14T12:00:00+02:00","n":4.5e1},"#
      + #"{"id":"d","created_at":"2026-09-14T10:00:00.000001Z","n":-0},"#
      + #"{"id":"e","created_at":"2026-09-14T10:00:00.000001Z","n":0.0}"#,
  ]

  @Test(arguments: [
    ("count by .n as n", "n,count\n45,3\n-0,2\n"), ("stats distinct(.n) as d", "d\n2\n"),
    ("uniq .n | select id", "id\na\nd\n"), ("uniq created_at | select id", "id\na\nd\n"),
    ("count by created_at | select count", "count\n3\n2\n"),
    ("stats distinct(created_at) as d", "d\n2\n"),
  ])
  func equalValuesAreOne(_ stages: String, _ text: String) async throws {
    #expect(try await rows(stages, of: Self.spellings) == text)
  }

  private static let lists = [
    #"{"id":"a","config":{"fax_notifications":{"recipients":["x@y","z@y"]}},"l":[1,"b",{"c":2}]},"#
      + #"{"id":"b","config":{},"l":[]},{"id":"c","l":null}"#
  ]

  @Test(arguments: [
    (
      "each config.fax_notifications.recipients as to | select id, to",
      "id,to\na,x@y\na,z@y\n"
    ),
    ("each .l | select id, l", "id,l\na,1\na,b\na,\"{\"\"c\"\":2}\"\n"),
    ("select id, .l as items | each items | count", "count\n3\n"),
  ])
  func eachGivesARowAnElement(_ stages: String, _ text: String) async throws {
    #expect(try await rows(stages, of: Self.lists) == text)
  }
}

/// Numbers as they are read, rounded and written.
struct NumberTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("12", "12"), ("-12.50", "-12.5"), ("1e2", "100"), ("1E-2", "0.01"),
    ("123456789012345678901234567890123456789", "1.234567890123456789012345678901235e38"),
    ("0.00000000000000000000000000000000012345", "1.2345e-34"),
    ("1.0000000000000000000000000000000005", "1"),
    ("1.0000000000000000000000000000000015", "1.000000000000000000000000000000002"),
    ("9999999999999999999999999999999999.5", "10000000000000000000000000000000000"),
    ("1e6111", "1e6111"), ("1e-9999", "0"),
  ])
  func aNumberIsReadAndWritten(_ spelling: String, _ written: String) throws {
    let number = try #require(Number(Bytes(spelling)))
    #expect(number.spelling.string == written)
  }

  @Test(arguments: ["", "-", "x", "1.", "1e", "1e+", "1x", "1e9999", "1e99999999999999999999"])
  func whatIsNoNumberIsNone(_ spelling: String) {
    #expect(Number(Bytes(spelling)) == nil)
  }
}
