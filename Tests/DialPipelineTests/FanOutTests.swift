import DialPipeline
import DialRows
import DialStack
import DialTestSupport
import Synchronization
import Testing

/// Many lists as one table, whatever the timing.
@Suite(.timeLimit(.minutes(2)))
struct FanOutTests {
  private func run(over api: any Transport, at time: Int, _ report: RunReport = RunReport()) -> Run
  {
    var options = FanOutOptions()
    options.concurrency = time
    return Run(
      client: Client(transport: api), report: report, now: Planning.now, zone: .utc,
      fanOut: options)
  }

  private func plan(_ text: String) throws -> Plan {
    var scope = Planning.scope()
    scope.accounts = .all(in: .accounts)
    return try Planning.pipeline(text, in: scope)
  }

  private func rows(_ text: String, over api: any Transport, at time: Int) async throws -> String {
    let plan = try plan(text)
    return try await self.text(of: plan, in: run(over: api, at: time))
  }

  private func text(of plan: Plan, in run: Run) async throws -> String {
    try await DialPipelineTests.text(of: plan.batches(in: run), by: plan)
  }

  @Test(arguments: [1, 2, 7, 64]) func rowsComeAccountByAccount(time: Int) async throws {
    let fleet = ScatteredFleet(seed: UInt64(time), accounts: 90)
    #expect(
      try await rows("numbers | select account, id", over: fleet, at: time)
        == "account,id\n" + fleet.rows.map { "\($0.account),\($0.id)\n" }.joined())
    #expect(fleet.mostUnderWay <= time + 1, "one more asks for the accounts")
  }

  @Test(arguments: [1, 5, 64]) func whatNeedsNoOrderIsTheSameInAny(time: Int) async throws {
    for line in [
      "numbers | count", "numbers | count by account", "numbers | count by status, account_name",
      "numbers | sort status | select account, id", "numbers | sort status desc, account | limit 9",
      "numbers where status=active | count by status | sort count",
    ] {
      let one = ScatteredFleet(seed: 3, accounts: 60, isSlow: false)
      let many = ScatteredFleet(seed: 3, accounts: 60)
      #expect(
        try await rows(line, over: many, at: time) == rows(line, over: one, at: 1), "\(line)")
    }
  }

  @Test func namesStandBehindTheIDs() async throws {
    let fleet = ScatteredFleet(seed: 1, accounts: 2)
    let plan = try plan("numbers | format | limit 1")
    #expect(
      plan.columns.visible.map(\.name) == ["account", "account_name", "id", "display", "raw"])
    #expect(
      try await text(of: plan, in: run(over: fleet, at: 4)).split(separator: "\n").last
        == "acct_0,Name 0,\(fleet.rows[0].id),,")
  }

  @Test func namesOfChosenAccountsAreAskedForWhereTheyAreShown() async throws {
    let fleet = ScatteredFleet(seed: 2, accounts: 9)
    var scope = Planning.scope()
    scope.accounts = AccountSelection(["acct_4", "acct_2", "acct_4"])
    let counted = try Planning.pipeline("numbers | count by account_name", in: scope)
    let names = try await text(of: counted, in: run(over: fleet, at: 2)).split(separator: "\n")
    #expect(Set(names.dropFirst().map { $0.prefix { $0 != "," } }) == ["Name 4", "Name 2"])
    #expect(fleet.retrieved.sorted() == ["acct_2", "acct_4"])
    let plain = try Planning.pipeline("numbers | count by account", in: scope)
    _ = try await text(of: plain, in: run(over: fleet, at: 2))
    #expect(fleet.retrieved.count == 2)
  }

  @Test func failingAccountsCostTheirOwnRowsAlone() async throws {
    let fleet = ScatteredFleet(seed: 5, accounts: 120, failing: 7)
    let report = RunReport()
    let plan = try plan("numbers | select account, id")
    let found = try await text(of: plan, in: run(over: fleet, at: 16, report))
    #expect(
      found == "account,id\n" + fleet.rows.map { "\($0.account),\($0.id)\n" }.joined())
    let failed = report.outcomes.filter { if case .failed = $0.ending { true } else { false } }
    #expect(failed.map(\.account?.rawValue) == fleet.failing)
    #expect(report.outcomes.map(\.place) == Array(0..<120))
  }

  @Test func aLimitEndsTheRest() async throws {
    let fleet = ScatteredFleet(seed: 6, accounts: 2_000)
    _ = try await rows("numbers | limit 20", over: fleet, at: 8)
    #expect(fleet.listsBegun < 60)
    let one = ScatteredFleet(seed: 6, accounts: 2_000)
    _ = try await rows("numbers | limit 1", over: one, at: 64)
    #expect(one.listsBegun <= 4)
  }

  @Test func aReaderThatWaitsIsNotRunAwayFrom() async throws {
    let fleet = ScatteredFleet(seed: 7, accounts: 3_000, isSlow: false)
    let plan = try plan("numbers")
    var batches = plan.batches(in: run(over: fleet, at: 16)).makeAsyncIterator()
    _ = try await batches.next(isolation: #isolation)
    try await fleet.becomesIdle()
    #expect(fleet.pagesSent <= 256 + 16 + 1)
    #expect(fleet.listsBegun <= 256 + 1)
  }

  @Test func aCancelledReaderLosesNothing() async throws {
    for seed in 0..<40 as Range<UInt64> {
      let fleet = ScatteredFleet(seed: seed, accounts: 30)
      let plan = try plan("numbers | select id")
      let reader = Taken(plan.batches(in: run(over: fleet, at: 5)))
      var random = SeededGenerator(seed: seed)
      var rows = 0
      var isOver = false
      while !isOver {
        let task = Task {
          var rows = 0
          do {
            while let more = try await reader.next() { rows += more }
            return (rows, true)
          } catch is CancellationError {
            return (rows, false)
          }
        }
        for _ in 0..<Int.random(in: 0..<40, using: &random) { await Task.yield() }
        task.cancel()
        let part = try await task.value
        rows += part.0
        isOver = part.1
      }
      #expect(rows == fleet.rows.count)
    }
  }

  @Test func explainSaysWhoseAndHow() throws {
    let explanation = try plan("numbers | limit 3").explanation
    #expect(
      explanation.contains(
        "account   every account of the platform; up to 16 lists at a time, rows account by account\n"
      ))
    #expect(explanation.contains("columns   account, account_name") == false)
    #expect(explanation.contains("columns   account, id, phone_number"))
  }
}

/// Accounts with lists of none to four pages of one to three numbers, answered in any order.
private final class ScatteredFleet: Transport {
  struct Row: Hashable {
    let account: String
    let id: String
  }

  private struct State {
    var random: SeededGenerator
    var underWay = 0
    var mostUnderWay = 0
    var begun: Set<Account.ID> = []
    var pagesSent = 0
    var retrieved: [String] = []
  }

  private let accounts: Int
  private let pages: [[[Row]]]
  private let isSlow: Bool
  /// The accounts that can't be read.
  let failing: [String]
  private let state: Mutex<State>

  init(seed: UInt64, accounts: Int, failing: Int = 0, isSlow: Bool = true) {
    var random = SeededGenerator(seed: seed)
    self.accounts = accounts
    self.isSlow = isSlow
    let broken = Set((0..<accounts).shuffled(using: &random).prefix(failing))
    self.failing = broken.sorted().map { "acct_\($0)" }
    pages = (0..<accounts).map { account in
      guard !broken.contains(account) else { return [] }
      return (0..<Int.random(in: 0...4, using: &random)).map { page in
        (0..<Int.random(in: 1...3, using: &random)).map { row in
          Row(account: "acct_\(account)", id: "did_\(account)_\(page)_\(row)")
        }
      }
    }
    state = Mutex(State(random: random))
  }

  /// What is listed, account by account.
  var rows: [Row] { pages.flatMap { $0.flatMap(\.self) } }
  var mostUnderWay: Int { state.withLock { $0.mostUnderWay } }
  var listsBegun: Int { state.withLock { $0.begun.count } }
  var pagesSent: Int { state.withLock { $0.pagesSent } }
  var retrieved: [String] { state.withLock { $0.retrieved } }

  /// Returns once nothing was asked for in a while.
  func becomesIdle() async throws {
    var last = -1
    var rounds = 0
    while rounds < 200 {
      let sent = pagesSent
      rounds = sent == last ? rounds + 1 : 0
      last = sent
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  func send(_ request: Request) async throws -> Response {
    let pauses = state.withLock { state in
      state.underWay += 1
      state.mostUnderWay = max(state.mostUnderWay, state.underWay)
      return isSlow ? Int.random(in: 0...12, using: &state.random) : 0
    }
    defer { state.withLock { $0.underWay -= 1 } }
    for _ in 0..<pauses { await Task.yield() }
    try Task.checkCancellation()
    guard request.target.hasPrefix("/v1/phone-numbers"), let account = request.account else {
      return answer(aboutAccounts: request)
    }
    state.withLock { state in
      state.begun.insert(account)
      state.pagesSent += 1
    }
    guard !failing.contains(account.rawValue) else {
      return Response(status: 403, headers: [], body: Array(#"{"error":"not yours"}"#.utf8))
    }
    let number = Int(account.rawValue.dropFirst(5)) ?? 0
    let page = Int(request.target.split(separator: "=").last ?? "") ?? 0
    let place = request.target.contains("page=") ? page : 0
    let rows = place < pages[number].count ? pages[number][place] : []
    let status = { (row: Row) in row.id.hasSuffix("0") ? "active" : "pending" }
    return Self.page(
      rows.map { #"{"id":"\#($0.id)","status":"\#(status($0))"}"# },
      next: place + 1 < pages[number].count ? "/v1/phone-numbers?page=\(place + 1)" : nil)
  }

  private func answer(aboutAccounts request: Request) -> Response {
    let json = { (number: Int) in
      #"{"id":"acct_\#(number)","name":"Name \#(number)","config":{},"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}"#
    }
    if let id = request.target.split(separator: "/").last, id.hasPrefix("acct_"),
      let number = Int(id.dropFirst(5))
    {
      state.withLock { $0.retrieved.append(String(id)) }
      return Response(status: 200, headers: [], body: Array(json(number).utf8))
    }
    let start =
      request.target.contains("page=")
      ? Int(request.target.split(separator: "=").last ?? "") ?? 0 : 0
    let end = min(start + 100, accounts)
    return Self.page(
      (start..<end).map(json), next: end < accounts ? "/v1/accounts?page=\(end)" : nil)
  }

  private static func page(_ items: [String], next: String?) -> Response {
    let next = next.map { "\"\($0)\"" } ?? "null"
    let body = #"{"data":[\#(items.joined(separator: ","))],"next_page_url":\#(next)}"#
    return Response(status: 200, headers: [], body: Array(body.utf8))
  }
}
