import DialPipeline
import DialRows
import DialStack
import Testing

/// Regular expressions in conditions.
struct PatternStageTests {
  @Test func rowsThatAreTooMuchWorkCountAsNotMatchingAndAreWarnedOf() async throws {
    let long = String(repeating: "a", count: 40)
    let pages = [
      #"{"id":"a","caller_id_name":"\#(long)b"},{"id":"b","caller_id_name":"aaa"}"#,
      #"{"id":"c","caller_id_name":"\#(long)c"},{"id":"d","caller_id_name":null}"#,
    ]
    let report = RunReport()
    #expect(
      try await ids("where caller_id_name ~ '(a+)+$' or caller_id_name ~ '(a+)+$'", pages, report)
        == ["b"])
    #expect(
      report.warnings == [
        "2 rows were too much work for the pattern `(a+)+$` and count as not matching"
      ])
    let one = RunReport()
    #expect(try await ids("where caller_id_name !~ '(a+)+$'", [pages[0]], one) == ["a"])
    #expect(
      one.warnings == [
        "1 row was too much work for the pattern `(a+)+$` and counts as not matching"
      ])
  }

  private static let phones = [
    #"{"id":"us","phone_number":"+18186023095"},{"id":"gb","phone_number":"+442071838750"},"#
      + #"{"id":"none","phone_number":null}"#
  ]

  @Test(arguments: [
    ("phone_number ~ \"602-3095\"", ["us"]), ("phone_number ~ \"6023095\"", ["us"]),
    ("phone_number ~ \"^\\+1 \\(818\\)\"", ["us"]), ("phone_number !~ \"602-3095\"", ["gb"]),
    ("phone_number !~ \"^\\+1818\"", ["gb"]), ("phone_number !~ \"^\\+\"", []),
    ("phone_number ~ \"^\\+\"", ["us", "gb"]),
  ])
  func aPhoneNumberIsFoundAsItIsWrittenAndAsItIsShown(_ condition: String, _ found: [String])
    async throws
  {
    #expect(try await ids("where \(condition)", Self.phones, RunReport()) == found)
    // The column of `format` is both, too.
    let display = condition.replacing("phone_number", with: "display")
    #expect(try await ids("format | where \(display)", Self.phones, RunReport()) == found)
    let counted = "count by phone_number | where \(condition) | select phone_number as id"
    #expect(try await ids(counted, Self.phones, RunReport()).count == found.count)
  }

  @Test func aStopInAPatternLosesNoRow() async throws {
    let long = String(repeating: "a", count: 40)
    let pages = [#"{"id":"a","caller_id_name":"aa"},{"id":"b","caller_id_name":"\#(long)b"}"#]
    let plan = try Planning.pipeline("numbers | where caller_id_name ~ '(a+)+$'")
    let batches = Uncancelled(try TestBatches(pages).batches)
    let filtered = Taken(plan.staged(batches, in: .test()))
    try await whileCancelled {
      _ = await #expect(throws: CancellationError.self) { try await filtered.next() }
    }
    #expect(try await filtered.next() == 1)
  }

  /// The ids of the rows that `stages` make of pages.
  private func ids(_ stages: String, _ pages: [String], _ report: RunReport) async throws
    -> [String]
  {
    let plan = try Planning.pipeline("numbers | \(stages) | select id")
    let batches = plan.staged(try TestBatches(pages), in: .test(report))
    let text = try await text(of: batches, by: plan)
    return text.split(separator: "\n").dropFirst().map(String.init)
  }
}
