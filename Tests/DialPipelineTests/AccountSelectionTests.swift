import DialPipeline
import DialRows
import DialStack
import Synchronization
import Testing

/// Whose lists are walked, and how far.
struct AccountSelectionTests {
  private let api = ListsOfAccounts()
  private let report = RunReport()

  private func run(_ options: FanOutOptions = FanOutOptions()) -> Run {
    Run(
      client: Client(transport: api), report: report, now: Planning.now, zone: .utc,
      fanOut: options)
  }

  /// The plan of `text` over the lists of `accounts`.
  private func plan(_ text: String, of accounts: AccountSelection) throws -> Plan {
    var plan = try Planning.pipeline(text)
    guard case .list(var list) = plan.source else { return plan }
    list.accounts = accounts
    plan.source = .list(list)
    return plan
  }

  private func ids(_ plan: Plan) async throws -> [String] {
    var rows = plan.batches(in: run()).makeAsyncIterator()
    return try await ids(from: &rows)
  }

  private func ids(from rows: inout StagedBatches.Iterator) async throws -> [String] {
    var ids: [String] = []
    while let batch = try await rows.next(isolation: #isolation) {
      ids += batch.records.map { $0.value(at: FieldPath("id")).string }
    }
    return ids
  }

  /// The outcomes, a line each.
  private var outcomes: [String] {
    report.outcomes.map { outcome in
      let ending =
        switch outcome.ending {
        case .whole: "whole"
        case .stopped: "stopped"
        case .failed(let error): "\(error)"
        }
      return
        "\(outcome.account?.rawValue ?? "platform"): \(outcome.rows) rows of \(outcome.pages), "
        + ending
    }
  }

  @Test func oneAccountIsTheRule() async throws {
    let plan = try Planning.pipeline("numbers")
    #expect(try await ids(plan).count == 4)
    #expect(outcomes == ["\(Planning.account): 4 rows of 2, whole"])
    #expect(report.pages == 2 && report.rowsRead == 4)
  }

  @Test func thePlatformHasAListOfItsOwn() async throws {
    #expect(try await ids(Planning.pipeline("accounts | limit 1")) == ["acct_a"])
    #expect(outcomes == ["platform: 3 rows of 1, whole"])
  }

  @Test func severalAccountsComeOneBehindTheOther() async throws {
    let plan = try plan("numbers", of: .several(["acct_b", "acct_a"]))
    #expect(
      try await ids(plan) == [
        "acct_b_0", "acct_b_1", "acct_b_2", "acct_b_3", "acct_a_0", "acct_a_1", "acct_a_2",
        "acct_a_3",
      ])
    #expect(outcomes == ["acct_b: 4 rows of 2, whole", "acct_a: 4 rows of 2, whole"])
  }

  @Test func aLimitStopsWithinAnAccount() async throws {
    let plan = try plan("numbers | limit 5", of: .several(["acct_a", "acct_b", "acct_c"]))
    #expect(try await ids(plan).last == "acct_b_0")
    #expect(outcomes == ["acct_a: 4 rows of 2, whole", "acct_b: 2 rows of 1, stopped"])
  }

  @Test func allAreThoseThatTheAPILists() async throws {
    #expect(try await ids(plan("numbers | count by id", of: .all(in: .accounts))).count == 12)
    #expect(report.outcomes.map(\.account) == ["acct_a", "acct_b", "acct_c"])
    #expect(report.pages == 6)
  }

  @Test func aPipelineChoosesByItsFirstColumn() async throws {
    let chosen = try Planning.pipeline(
      "accounts where id < acct_c | select name, id | sort id desc")
    let plan = try plan("numbers | limit 8", of: .rows(of: chosen))
    #expect(try await ids(plan).count == 8)
    #expect(outcomes == ["acct_c: 4 rows of 2, whole", "acct_b: 4 rows of 2, whole"])
  }

  @Test func anAccountThatFailsLeavesTheOthers() async throws {
    let refusal = APIError(.permission, "not yours", status: 403)
    api.fail(at: "acct_b", with: refusal)
    let plan = try plan("numbers", of: .several(["acct_a", "acct_b", "acct_c"]))
    #expect(
      try await ids(plan) == [
        "acct_a_0", "acct_a_1", "acct_a_2", "acct_a_3", "acct_c_0", "acct_c_1", "acct_c_2",
        "acct_c_3",
      ])
    #expect(
      outcomes == [
        "acct_a: 4 rows of 2, whole", "acct_b: 0 rows of 0, not yours (page 1, status 403)",
        "acct_c: 4 rows of 2, whole",
      ])
  }

  @Test func whatConcernsAllEndsAllAndStaysTheAnswer() async throws {
    api.fail(at: "acct_b", with: APIError(.budget, "spent"))
    let plan = try plan("numbers", of: .several(["acct_a", "acct_b", "acct_c"]))
    var rows = plan.batches(in: run()).makeAsyncIterator()
    for _ in 0..<2 {
      let error = await #expect(throws: APIError.self) { try await ids(from: &rows) }
      #expect(error?.message == "acct_b: spent")
    }
    #expect(outcomes == ["acct_a: 4 rows of 2, whole", "acct_b: 0 rows of 0, spent (page 1)"])
  }

  @Test func theFirstFailureEndsAStrictRun() async throws {
    api.fail(at: "acct_b", with: APIError(.notFound, "no such account", status: 404))
    let plan = try plan("numbers", of: .several(["acct_a", "acct_b", "acct_c"]))
    var options = FanOutOptions()
    options.isStrict = true
    var rows = plan.batches(in: run(options)).makeAsyncIterator()
    let error = await #expect(throws: APIError.self) { try await ids(from: &rows) }
    #expect(error?.message == "acct_b: no such account")
  }

  @Test func whereNobodyAnswersThereIsNoResult() async throws {
    api.fail(at: "acct_b", with: APIError(.notFound, "no such account", status: 404))
    let plan = try plan("numbers | count", of: .several(["acct_b"]))
    var rows = plan.batches(in: run()).makeAsyncIterator()
    for _ in 0..<2 {
      let error = await #expect(throws: APIError.self) { try await ids(from: &rows) }
      #expect(error?.message == "acct_b: no such account")
    }
  }

  @Test func aShardHasItsOwnAccounts() async throws {
    let plan = try plan("numbers | select id", of: .all(in: .accounts))
    var found: [[Account.ID?]] = []
    for number in 1...3 {
      var options = FanOutOptions()
      options.shard = Shard(number, of: 3)
      let report = RunReport()
      let run = Run(
        client: Client(transport: api), report: report, now: Planning.now, zone: .utc,
        fanOut: options)
      for try await _ in plan.batches(in: run) {}
      found.append(report.outcomes.map(\.account))
    }
    // CRC-32: acct_a 3506829557, acct_b 1208789327, acct_c 1057724889.
    #expect(found == [["acct_c"], [], ["acct_a", "acct_b"]])
  }

  @Test func aShardIsAPartOfSome() {
    #expect(Shard(0, of: 3) == nil && Shard(4, of: 3) == nil && Shard(1, of: 0) == nil)
    let documents: Account.ID = "acct_01h2xcejqtf2nbrexx3vqjhp41"
    #expect((1...10).filter { Shard($0, of: 10)?.contains(documents) == true } == [8])
    #expect((1...3).filter { Shard($0, of: 3)?.contains("acct_1") == true } == [2])
  }
}

/// Three accounts, and two pages of two numbers for each.
private final class ListsOfAccounts: Transport {
  private let failure = Mutex<(account: Account.ID, error: APIError)?>(nil)

  /// Has the next request for the list of `account` fail.
  func fail(at account: Account.ID, with error: APIError) {
    failure.withLock { $0 = (account, error) }
  }

  func send(_ request: Request) async throws -> Response {
    try failure.withLock { failure in
      guard let found = failure, found.account == request.account else { return }
      failure = nil
      throw found.error
    }
    guard let account = request.account else {
      // Each is called by the id of another.
      let items = [("acct_a", "acct_b"), ("acct_b", "acct_c"), ("acct_c", "acct_a")].map {
        #"{"id":"\#($0)","name":"\#($1)","created_at":"2026-01-15T10:00:00Z"}"#
      }
      return page(items, next: "null")
    }
    let isSecond = request.target.contains("page=2")
    let items = (isSecond ? 2..<4 : 0..<2).map { #"{"id":"\#(account)_\#($0)"}"# }
    return page(items, next: isSecond ? "null" : #""/v1/phone-numbers?page=2""#)
  }

  private func page(_ items: [String], next: String) -> Response {
    let body =
      #"{"data":[\#(items.joined(separator: ","))],"next_page_url":\#(next),"#
      + #""previous_page_url":null}"#
    return Response(status: 200, headers: [], body: Array(body.utf8))
  }
}
