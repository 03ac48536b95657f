import DialPipeline
import DialRows
import DialStack
import DialTestSupport
import Testing

/// Sorting within a bound of memory.
struct SortingTests {
  private struct Row {
    let id: Int
    let status: String?
    let number: String?
    let phone: String
    let created: String

    var json: String {
      let texts = [
        #""id":"\#(id)""#, #""status":\#(status.map { #""\#($0)""# } ?? "null")"#,
        #""new":\#(number ?? "null")"#, #""phone_number":"\#(phone)""#,
        #""created_at":"\#(created)""#,
      ]
      return "{\(texts.joined(separator: ", "))}"
    }
  }

  private static func rows(_ count: Int, _ random: inout SeededGenerator) -> [Row] {
    let statuses = ["active", "pending", "", "a", "Ä", nil]
    let numbers = ["1", "1.0", "-1", "10e-1", "0", "-0.5", "1e30", "-1e30", "2", nil]
    return (0..<count).map { id in
      Row(
        id: id, status: statuses.randomElement(using: &random) ?? nil,
        number: numbers.randomElement(using: &random) ?? nil,
        phone: "+1415555\(Int.random(in: 1000...1099, using: &random))",
        created: "2026-09-\(Int.random(in: 10...19, using: &random))T00:00:00"
          + (Bool.random(using: &random) ? "Z" : "+02:00"))
    }
  }

  /// Pages of no more than 20 rows.
  private static func pages(_ rows: [Row]) -> [String] {
    stride(from: 0, to: rows.count, by: 20).map { start in
      rows[start...].prefix(20).map(\.json).joined(separator: ",")
    }
  }

  private func ids(_ stages: String, of pages: [String], memory: Int?) async throws -> [String] {
    let plan = try Planning.pipeline("numbers | \(stages) | export csv header=no")
    let run = Run(
      client: nil, report: RunReport(), now: Planning.now, zone: .utc, memory: memory)
    let text = try await text(of: plan.staged(try TestBatches(pages), in: run), by: plan)
    return text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    "status", "status desc", "phone_number, created_at desc", "created_at", "created_at desc, id",
    ".new", ".new desc", ".new, status desc, phone_number",
  ])
  func aBoundChangesNoRow(_ fields: String) async throws {
    var random = SeededGenerator()
    let pages = Self.pages(Self.rows(600, &random))
    let whole = try await ids("sort \(fields) | select id", of: pages, memory: nil)
    #expect(whole.count == 600)
    for memory in [0, 1, 5_000, 40_000] {
      let bound = try await ids("sort \(fields) | select id", of: pages, memory: memory)
      #expect(bound == whole, "\(memory) bytes, DIALSH_SEED=\(random.seed)")
    }
  }

  @Test(arguments: [
    "set a = upper(.status), b = .new, c = 1 | sort b desc, phone_number | select id, a, b, c",
    "set a = .created_at, b = .unknown, c = if(.outbound_enabled, .status, .phone_number) "
      + "| sort c, id | select c, b, a, status, id",
  ])
  func aBoundChangesNoRowThatWasAddedTo(_ stages: String) async throws {
    var random = SeededGenerator()
    let pages = Self.pages(Self.rows(600, &random))
    let whole = try await ids(stages, of: pages, memory: nil)
    #expect(whole.count > 50)
    for memory in [0, 5_000] {
      let bound = try await ids(stages, of: pages, memory: memory)
      #expect(bound == whole, "\(memory) bytes, DIALSH_SEED=\(random.seed)")
    }
  }

  @Test(arguments: [nil, 0]) func joinedRecordsAndOwnersAreSortedWithTheirRows(
    _ memory: Int?
  ) async throws {
    var scope = Planning.scope(account: nil)
    scope.accounts = .several(["acct_1", "acct_2"])
    let plan = try Planning.pipeline(
      "calls | each quality_metrics as q | sort q.mos, id | select account, id, q.mos, q.leg "
        + "| export csv header=no", in: scope)
    let items = [
      #"{"id":"a","quality_metrics":[{"mos":3,"leg":"é"},{"mos":1},7]}"#,
      #"{"id":"b","quality_metrics":[{"mos":2}]},{"id":"c"}"#,
    ]
    let batches = try zip(["acct_2", "acct_1"] as [Account.ID], items).map { account, items in
      let page = try PageBody(
        scanning: Array(#"{"data":[\#(items)]}"#.utf8), of: ListOwner(account))
      return Batch(records: (0..<page.count).map { page[$0] })
    }
    let run = Run(
      client: nil, report: RunReport(), now: Planning.now, zone: .utc, memory: memory)
    let text = try await text(of: plan.staged(Uncancelled(batches), in: run), by: plan)
    #expect(text == "acct_2,a,1,\nacct_1,b,2,\nacct_2,a,3,é\nacct_2,a,,\n")
  }

  @Test func rowsComeInTheOrderOfTheirValues() async throws {
    var random = SeededGenerator()
    let rows = Self.rows(300, &random)
    let found = try await ids(
      "sort status desc, .new | select id", of: Self.pages(rows), memory: 10_000)
    let expected = rows.sorted { left, right in
      func before(_ left: String?, _ right: String?, _ order: (String, String) -> Order) -> Order {
        switch (left, right) {
        case (nil, nil): .same
        case (nil, _): .descending
        case (_, nil): .ascending
        case (let left?, let right?): order(left, right)
        }
      }
      let status = before(left.status, right.status) { Order(Bytes($1), Bytes($0)) }
      guard status == .same else { return status == .ascending }
      let number = before(left.number, right.number) {
        Value.compareNumbers(Bytes($0), Bytes($1))
      }
      return number == .same ? left.id < right.id : number == .ascending
    }
    #expect(found == expected.map { "\($0.id)" }, "DIALSH_SEED=\(random.seed)")
  }

  @Test(arguments: [nil, 0]) func rowsThatAStageMadeAreSorted(_ memory: Int?) async throws {
    let page = ["b", "a", "c", "a", "b", "a"].enumerated()
      .map { #"{"id":"\#($0)","status":"\#($1)"}"# }.joined(separator: ",")
    #expect(
      try await ids("count by status | sort count, status", of: [page], memory: memory)
        == ["c,1", "b,2", "a,3"])
  }

  @Test func anItemAsLargeAsAPageIsSorted() async throws {
    // The page that it came with has no room for another byte.
    let large = String(repeating: "x", count: PageBody.largestBody - 30)
    let page = #"{"id":"b","a":"\#(large)"}"#
    let small = (0..<3).map { #"{"id":"\#($0)","a":"\#(String(repeating: "y", count: 1000))"}"# }
    #expect(
      try await ids(
        "sort id | select id", of: [page, small.joined(separator: ",")], memory: nil)
        == ["0", "1", "2", "b"])
  }

  @Test func equalRowsKeepTheirOrderOverRuns() async throws {
    let pages = (0..<50).map { page in
      (0..<4).map { #"{"id":"\#(page * 4 + $0)","status":"same"}"# }.joined(separator: ",")
    }
    #expect(
      try await ids("sort status | select id", of: pages, memory: 1) == (0..<200).map { "\($0)" })
  }

  @Test(arguments: ["uniq id", "count by id"])
  func whatIsKeptOfEachRowIsBound(_ stage: String) async throws {
    let pages = (0..<20).map { page in
      (0..<100).map { #"{"id":"\#(page * 100 + $0)"}"# }.joined(separator: ",")
    }
    #expect(try await ids("\(stage) | limit 1", of: pages, memory: 1 << 20).count == 1)
    await #expect {
      _ = try await ids("\(stage)", of: pages, memory: 50_000)
    } throws: { error in
      "\(error)"
        == "there are too many different rows to keep one of each in 0 MB; `.memory 4` gives them more room"
    }
  }
}
