import DialPipeline
import DialRows
import DialStack
import Testing

/// How many values a pipeline in parentheses may give.
struct SetSizeTests {
  /// The rows that are in a set of so many values.
  private func rows(inSetOf count: Int) async throws -> String {
    var scope = Planning.scope()
    scope.prompt = PromptScope(lastResult: Columns(of: .users))
    let plan = try Planning.pipeline(
      "calls | where user in ($it | select id) | select id | export csv", in: scope)
    let items = (0..<count).map { #"{"id":"user_\#($0)"}"# }.joined(separator: ",")
    let page = try PageBody(scanning: Array(#"{"data":[\#(items)]}"#.utf8))
    var kept = KeptRows()
    kept.lastResult = ShownRows((0..<count).map { page[$0] })
    let run = Run(client: nil, report: RunReport(), now: Planning.now, zone: .utc, kept: kept)
    let calls = #"{"id":"call_1","user":"user_99999"},{"id":"call_2","user":"user_x"}"#
    return try await text(of: plan.staged(try TestBatches([calls]), in: run), by: plan)
  }

  @Test func theLastResultIsASetByItsName() throws {
    var scope = Planning.scope()
    scope.prompt = PromptScope(lastResult: Columns(of: .users))
    let plan = try Planning.pipeline("calls | where user in $it | count", in: scope)
    let text = plan.explanation(now: Planning.now, in: .utc)
    #expect(text.contains("asks for `$it` first"), "\(text)")
  }

  @Test func aHundredThousandValuesAreASet() async throws {
    #expect(try await rows(inSetOf: 100_000) == "id\ncall_1\n")
  }

  @Test(arguments: [(100_001, "100001"), (200_001, "more than 200000")])
  func moreThanAHundredThousandValuesAreRefusedWithTheirNumber(count: Int, number: String)
    async throws
  {
    await #expect {
      _ = try await rows(inSetOf: count)
    } throws: { error in
      "\(error)" == "`$it | select id` gives \(number) values; `in` takes at most 100000"
    }
  }
}

/// A result that was read whole.
private final class ShownRows: KeptResult {
  private let records: [Record]
  let isAtEnd = true

  init(_ records: [Record]) {
    self.records = records
  }

  func rows(behind count: Int) -> [Record]? {
    count < records.count ? Array(records[count...]) : nil
  }
}
