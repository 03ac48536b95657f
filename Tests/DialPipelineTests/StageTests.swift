import DialLanguage
import DialPipeline
import DialRows
import DialStack
import Testing

/// What stages do with rows.
struct StageTests {
  private static let pages = [
    #"{"id":"a","status":"active","created_at":"2026-09-10T00:00:00Z","phone_number":"+14155550100","fax_enabled":true},"#
      + #"{"id":"b","status":"pending","created_at":"2026-09-09T12:00:00.5Z","phone_number":"+442071838750","fax_enabled":false}"#,
    #"{"id":"c","status":"active","created_at":"2026-08-01T00:00:00+02:00","phone_number":"+14155550101","caller_id_name":"Ada","new":12}"#,
    #"{"id":"d","status":"brand_new","created_at":"2026-08-01T00:00:00Z","phone_number":"101","caller_id_name":null,"new":"x"},"#
      + #"{"id":"e","status":null,"created_at":"2025-01-01T00:00:00Z","phone_number":"+14155550100","fax_enabled":null,"config":{"fax_notifications":{"attach_pdf":true}}}"#,
  ]

  @Test(arguments: [
    ("status = active", "a,c"), ("status != active", "b,d"), ("status = null", "e"),
    ("status != null", "a,b,c,d"), ("not (status = active)", "b,d,e"),
    ("status in (active, pending)", "a,b,c"), ("status not in (active, pending)", "d"),
    ("status in active, pending", "a,b,c"), ("status in (\"brand_new\", null)", "d,e"),
    ("status = \"brand_new\"", "d"), ("status > \"b\"", "b,d"), ("id >= c and id < e", "c,d"),
    ("fax_enabled", "a"), ("not fax_enabled", "b,c,d,e"), ("fax_enabled = false", "b"),
    ("fax_enabled != true", "b"), ("fax_enabled = null", "c,d,e"),
    ("phone_number in +1415", "a,c,e"), ("phone_number = \"(415) 555-0100\"", "a,e"),
    ("phone_number = +1-415-555-0101", "c"), ("phone_number != +14155550100", "b,c,d"),
    ("phone_number = 101", "d"), ("phone_number ~ \"^\\+44\"", "b"),
    ("phone_number !~ \"^\\+\"", "d"), ("phone_number not in (+1, +44)", "d"),
    ("created_at in 2026-09", "a,b"), ("created_at = 2026-09-09", "b"),
    ("created_at >= 2026-09-09T12:00:00.5Z", "a,b"), ("created_at > 2026-09-09", "a"),
    ("created_at <= 2026-08-01", "c,d,e"), ("created_at < 2026-08-01", "c,e"),
    ("created_at >= -7d", "a,b"), ("created_at != 2026-08-01", "a,b,c,e"),
    ("caller_id_name = Ada", "c"), ("caller_id_name ~ d", "c"), ("caller_id_name !~ d", ""),
    (".new = 12", "c"), (".new = 12.0", "c"), (".new = x", "d"), (".new > 11", "c"),
    (".new = null", "a,b,e"), (".missing = 1", ""), ("config.fax_notifications.attach_pdf", "e"),
    ("id = .status", ""), ("created_at >= .created_at", "a,b,c,d,e"),
    ("created_at in .created_at", "a,b,c,d,e"), ("id in (x, .id)", "a,b,c,d,e"),
    ("status = active and fax_enabled or id = e", "a,e"),
    ("status = active and (fax_enabled or id = e)", "a"),
  ])
  func whereKeepsTheRowsForWhichItHolds(_ condition: String, _ ids: String) async throws {
    let text = try await rows("uniq | where \(condition) | select id", of: Self.pages)
    #expect(text.split(separator: "\n").dropFirst().joined(separator: ",") == ids)
  }

  @Test func rowsWithoutAKeyInCommonAreRead() async throws {
    let items = (0..<4000).map { #"{"k\#($0)":1,"id":"\#($0)","status":"s\#($0)"}"# }
    let text = try await rows("limit 4000", of: [items.joined(separator: ",")])
    let commas = String(repeating: ",", count: Resource.numbers.fields.count - 3)
    let lines: [Substring] = Array(text.split(separator: "\n").dropFirst())
    let expected: [Substring] = (0..<4000).map { Substring("\($0),,s\($0)\(commas)") }
    #expect(lines == expected)
  }

  @Test(arguments: [
    ("limit 3", "a,b,c"), ("limit 2 | limit 9", "a,b"), ("limit 99", "a,b,c,d,e"),
    ("skip 1", "b,c,d,e"), ("skip 3", "d,e"), ("skip 9", ""), ("skip 1 | limit 2", "b,c"),
    ("last 2", "d,e"), ("last 99", "a,b,c,d,e"), ("last 3 | limit 1", "c"),
    ("sort created_at", "e,c,d,b,a"), ("sort created_at desc", "a,b,d,c,e"),
    ("sort status", "a,c,d,b,e"), ("sort status desc", "b,d,a,c,e"),
    ("sort status desc, id desc", "b,d,c,a,e"), ("sort fax_enabled", "b,a,c,d,e"),
    ("sort .new", "c,d,a,b,e"), ("uniq status", "a,b,d,e"), ("uniq phone_number", "a,b,c,d"),
    ("uniq", "a,b,c,d,e"), ("uniq status, fax_enabled", "a,b,c,d,e"),
  ])
  func stagesChooseAndOrderRows(_ stages: String, _ ids: String) async throws {
    let text = try await rows("\(stages) | select id", of: Self.pages)
    #expect(text.split(separator: "\n").dropFirst().joined(separator: ",") == ids)
  }

  @Test(arguments: [
    ("count", "count\n5\n"),
    ("count by status", "status,count\nactive,2\npending,1\nbrand_new,1\n,1\n"),
    ("count by status | where count > 1", "status,count\nactive,2\n"),
    (
      "count by status, fax_enabled | limit 2",
      "status,fax_enabled,count\nactive,true,1\npending,false,1\n"
    ),
    ("count by status | sort status | select count as n", "n\n2\n1\n1\n1\n"),
    ("count by status | count", "count\n4\n"),
    (
      "format | limit 2",
      "id,display,raw\na,+1 (415) 555-0100,+14155550100\nb,+442071838750,+442071838750\n"
    ),
    (
      "format | where display ~ \"^\\+1 .415\" | select display, status | limit 1",
      "display,status\n+1 (415) 555-0100,active\n"
    ),
    ("select phone_number as p | format | limit 1", "p\n+1 (415) 555-0100\n"),
    (
      "last 1 | select config.fax_notifications.attach_pdf as pdf, config",
      "pdf,config\ntrue,\"{\"\"fax_notifications\"\":{\"\"attach_pdf\"\":true}}\"\n"
    ),
    ("select .new as new", "new\n\n\n12\nx\n\n"),
  ])
  func stagesMakeColumns(_ stages: String, _ expected: String) async throws {
    #expect(try await rows(stages, of: Self.pages) == expected)
  }

  @Test(arguments: StageTests.examples)
  func nothingInGivesNothingOut(_ line: String) async throws {
    let plan = try Planning.pipeline(line)
    let written = try await text(of: plan.staged(try TestBatches([]), in: .test()), by: plan)
    let header = plan.columns.visible.map(\.name).joined(separator: ",") + "\n"
    let isOneGroup = line.contains("| stats") && !line.contains(" by ")
    #expect(written == header + (line.hasSuffix("| count") ? "0\n" : isOneGroup ? "\n" : ""))
  }

  @Test(arguments: StageTests.examples)
  func aFailureBeforeTheFirstRowReachesTheReader(_ line: String) async throws {
    let plan = try Planning.pipeline(line)
    let batches = plan.staged(try TestBatches([""], then: .fails), in: .test())
    await #expect(throws: TestBatches.Broken.self) {
      _ = try await text(of: batches, by: plan)
    }
  }

  @Test(arguments: [
    "where id != null", "sort id", "uniq", "limit 6", "last 2", "count by status", "select id",
    "skip 1", "format", "count",
  ])
  func aFailureBehindRowsReachesTheReader(_ stages: String) async throws {
    let plan = try Planning.pipeline("numbers | \(stages)")
    let batches = plan.staged(try TestBatches(Self.pages, then: .fails), in: .test())
    await #expect(throws: TestBatches.Broken.self) {
      _ = try await text(of: batches, by: plan)
    }
  }

  @Test(arguments: StageTests.examples)
  func behindTheEndThereIsOnlyTheEnd(_ line: String) async throws {
    let plan = try Planning.pipeline(line)
    var iterator = plan.staged(try TestBatches(Self.pages), in: .test()).makeAsyncIterator()
    while try await iterator.next(isolation: #isolation) != nil {}
    #expect(try await iterator.next(isolation: #isolation) == nil)
  }

  @Test(arguments: StageTests.examples)
  func aCancelledTaskStops(_ line: String) async throws {
    let plan = try Planning.pipeline(line)
    let pages = Self.pages
    let task = Task { @Sendable in
      withUnsafeCurrentTask { $0?.cancel() }
      return try await text(of: plan.staged(try TestBatches(pages), in: .test()), by: plan)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  /// The examples of each stage, whole pipelines, whose stages ask no API.
  static let examples = Vocabulary.standard().stages.flatMap { $0.signature.examples }.map(\.line)
    .filter { line in
      let plan = try? Planning.pipeline(line)
      return plan?.stages.contains(where: \.stage.effect.asksAPI) != true
    }

  @Test func everyStageHasAnExample() {
    let without = Vocabulary.standard().stages.filter { $0.signature.examples.isEmpty }
    #expect(without.map { $0.signature.name } == [])
  }

  @Test func aLimitThatIsReachedSaysSo() async throws {
    for (stages, isLimited) in [("limit 2", true), ("limit 5", true), ("limit 6", false)] {
      let plan = try Planning.pipeline("numbers | \(stages)")
      let report = RunReport()
      let batches = plan.staged(try TestBatches(Self.pages), in: .test(report))
      _ = try await text(of: batches, by: plan)
      #expect(report.isLimited == isLimited)
    }
  }

  @Test func keysOfSeveralFieldsAreToldApart() async throws {
    // Written one behind the other, both rows would be `123`.
    let items = [#"{"id":"a","x":1,"y":23},{"id":"b","x":12,"y":3},{"id":"c","x":1,"y":23}"#]
    #expect(
      try await rows("uniq .x, .y | select id | export csv header=no", of: items) == "a\nb\n")
    #expect(
      try await rows("count by .x, .y | export csv header=no", of: items) == "1,23,2\n12,3,1\n")
  }
}
