import DialExport
import DialPipeline
import DialRows
import DialStack
import DialTestSupport
import Synchronization
import SystemPackage
import Testing

/// Rows a screenful at a time.
struct ResultCursorTests {
  private let scratch: ScratchDirectory
  private let output: FileDescriptor

  init() throws {
    scratch = try ScratchDirectory()
    output = try FileDescriptor.open(
      FilePath(try scratch.write("", to: "output")), .writeOnly, options: .append)
  }

  private func runner(over pages: PagesInMemory) -> PlanRunner {
    PlanRunner(
      client: Client(transport: pages), now: Planning.now, zone: .utc,
      standardOutput: output, pace: .inChunks, whileWriting: { try $0() }, onPage: { _, _, _ in })
  }

  @Test func noPageIsAskedForBeforeItsRowsAreWantedAndNoneTwice() async throws {
    let pages = PagesInMemory(3, of: 4)
    let runner = runner(over: pages)
    let cursor = runner.cursor(try Planning.pipeline("numbers | select id"))
    #expect(pages.requests == 0)
    var shown: [Int] = []
    while await cursor.mayHaveMore {
      let result = try await runner.show(cursor, atMost: 3, on: output)
      shown.append(result.rows)
      #expect(pages.requests == [1, 2, 3, 3][shown.count - 1])
      #expect(result.remainder == (shown.count < 4 ? .certain : .nothing))
    }
    #expect(shown == [3, 3, 3, 3])
    #expect(await cursor.given == 12)
    #expect(await cursor.rows?.count == 12)
    #expect(await cursor.extent == .whole)
    #expect(try await runner.show(cursor, atMost: 3, on: output).rows == 0)
    #expect(pages.requests == 3)
    let ids = try scratch.read("output").split(separator: "\n").filter { $0 != "id" }
    #expect(ids == (0..<12).map { "did_\($0)" })
  }

  @Test func withoutALimitAllIsShown() async throws {
    let pages = PagesInMemory(3, of: 4)
    let runner = runner(over: pages)
    let cursor = runner.cursor(try Planning.pipeline("numbers"))
    #expect(try await runner.show(cursor, atMost: nil, on: output).rows == 12)
    #expect(await !cursor.mayHaveMore)
  }

  @Test func aLimitThatIsReachedIsTheEnd() async throws {
    let pages = PagesInMemory(3, of: 4)
    let runner = runner(over: pages)
    let cursor = runner.cursor(try Planning.pipeline("numbers | limit 4"))
    let result = try await runner.show(cursor, atMost: 4, on: output)
    #expect(result.remainder == .nothing && result.isLimited)
    #expect(pages.requests == 1)
  }

  @Test func whatComesBehindAFailureIsNotKnown() async throws {
    let pages = PagesInMemory(3, of: 4, failsAt: 1)
    let runner = runner(over: pages)
    let cursor = runner.cursor(try Planning.pipeline("numbers"))
    let failure = await #expect(throws: RunFailure.self) {
      try await runner.show(cursor, atMost: nil, on: output)
    }
    #expect(failure?.rows == 4 && failure?.pages == 1)
    #expect(await cursor.rows?.count == 4)
    #expect(await cursor.isBroken)
    #expect(await cursor.extent == .stopped)
    #expect(await !cursor.mayHaveMore)
    _ = try await runner.show(cursor, atMost: nil, on: output)
    #expect(await cursor.extent == .stopped, "showing the rest does not mend it")
    await #expect(throws: CancellationError.self) { try await cursor.readToEnd() }
  }

  @Test func behindAFailureThatPassesTheRowsGoOn() async throws {
    let pages = PagesInMemory(3, of: 4, failsAt: 1, with: APIError(.budget, "spent"))
    let runner = runner(over: pages)
    let cursor = runner.cursor(try Planning.pipeline("numbers | select id"))
    await #expect(throws: RunFailure.self) {
      try await runner.show(cursor, atMost: nil, on: output)
    }
    #expect(await cursor.isBroken)
    #expect(await cursor.remainder == .certain)
    #expect(try await runner.show(cursor, atMost: nil, on: output).rows == 8)
    #expect(await cursor.extent == .whole)
    #expect(pages.requests == 4)
  }

  @Test func whatIsMadeOfAResultReadsWhatIsNotThereYet() async throws {
    let pages = PagesInMemory(3, of: 4)
    let runner = runner(over: pages)
    let cursor = runner.cursor(try Planning.pipeline("numbers | select id"))
    _ = try await runner.show(cursor, atMost: 2, on: output)
    var scope = Planning.scope()
    scope.prompt = PromptScope(lastResult: cursor.plan.columns)
    let later = PlanRunner(
      client: nil, now: Planning.now, zone: .utc, kept: KeptRows(lastResult: cursor),
      standardOutput: output, pace: .inChunks, whileWriting: { try $0() }, onPage: { _, _, _ in })
    func rows(_ line: String) async throws -> Int {
      try await later.run(Planning.pipeline(line, in: scope)).rows
    }
    // Rows that were read and not shown are of it.
    #expect(try await rows("$it | limit 3") == 3)
    #expect(pages.requests == 1)
    #expect(try await rows("| limit 5") == 5)
    #expect(pages.requests == 2)
    #expect(try await rows("| where id != x") == 12)
    #expect(try await rows("$it") == 12)
    #expect(pages.requests == 3)
    // The screen goes on where it was.
    #expect(try await runner.show(cursor, atMost: 4, on: output).rows == 4)
    #expect(try scratch.read("output").contains("did_1\nid\n"))
    #expect(await cursor.given == 6)
    #expect(pages.requests == 3)
  }
}

/// Numbers in pages, answered from memory.
private final class PagesInMemory: Transport {
  private let count: Int
  private let size: Int
  private let failure: Int?
  private let error: APIError
  private let sent = Mutex(0)

  init(
    _ count: Int, of size: Int, failsAt failure: Int? = nil,
    with error: APIError = APIError(.invalidRequest, "broken")
  ) {
    self.error = error
    self.count = count
    self.size = size
    self.failure = failure
  }

  var requests: Int { sent.withLock { $0 } }

  func send(_ request: Request) async throws -> Response {
    let index = sent.withLock { sent in
      defer { sent += 1 }
      return sent
    }
    if index == failure { throw error }
    let page = Int(request.target.split(separator: "page=").dropFirst().first ?? "0") ?? 0
    let items = (0..<size).map { #"{"id":"did_\#(page * size + $0)"}"# }.joined(separator: ",")
    let next = page + 1 < count ? #""/v1/phone-numbers?page=\#(page + 1)""# : "null"
    let body = #"{"data":[\#(items)],"next_page_url":\#(next),"previous_page_url":null}"#
    return Response(status: 200, headers: [], body: Array(body.utf8))
  }
}
