import DialTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension PromptTests {
  /// Ctrl-C while something runs, and what is seen of a long run.
  @Suite struct StoppingTests {
    private let program: Program

    init() throws {
      program = try .atThePrompt(["NO_COLOR": "1"])
    }

    /// Talks to a sandbox that is started with these options, and whose next line works.
    private func talk(
      to sandbox: String..., columns: Int = 90,
      body: (Conversation) async throws -> Void
    ) async throws {
      try await withSandboxProcess(sandbox) { url in
        let conversation = try Conversation(program, "--base-url", url, columns: columns, rows: 24)
        try await body(conversation)
        try await conversation.says("help more")
        try await conversation.sees("Show the next rows of the last result")
        try await conversation.sees(prompt: "[test] dialsh>")
        try await conversation.leaves()
      }
    }

    @Test func inTheMiddleOfAnAnswer() async throws {
      try await talk(to: "--fault", "stalled-body") { conversation in
        try await conversation.says("accounts")
        try await conversation.sees("0 pages · 0 rows · ")
        conversation.presses(Key.controlC)
        try await conversation.sees(
          ending: "[test] dialsh> accounts",
          "0 rows · 1 request · 0.00 s · partial: stopped before the first page came",
          "[test] dialsh>")
      }
    }

    @Test func inAWaitForTheRateLimit() async throws {
      try await talk(to: "--fault", "429-seconds") { conversation in
        try await conversation.says("accounts")
        try await conversation.person.waitAside(for: "the progress line") { person in
          person.screen.lines.last?.wholeMatch(
            of:
              /0 pages · 0 rows · waiting for the rate limit until [0-2]\d:[0-5]\d:[0-5]\d \(\d s\)/
          ) != nil
        }
        conversation.presses(Key.controlC)
        try await conversation.sees(" · 0.00 s · partial: stopped before the first page came")
        try await conversation.sees(prompt: "[test] dialsh>")
        // Of the five retries that there would be.
        let requests = try await conversation.requests()
        #expect((1...3).contains(requests ?? 0))
      }
    }

    @Test func betweenPagesOfATable() async throws {
      try await talk(to: "--latency", "50ms", "--accounts", "5000") { conversation in
        try await conversation.says(".rows all; accounts | select id")
        try await conversation.person.waitAside(for: "rows") {
          $0.screen.lines.last?.hasPrefix("acct_01") == true
        }
        conversation.presses(Key.controlC)
        try await conversation.sees(prompt: "[test] dialsh>")
        let lines = conversation.timelessLines
        let footer = try #require(
          lines.dropLast().last?.wholeMatch(
            of: /(\d+) rows · (\d+) requests? · 0.00 s · partial: stopped after page (\d+)/))
        let (rows, page) = (Int(footer.1) ?? 0, Int(footer.3) ?? 0)
        #expect(rows == page * 100)
        #expect(lines.dropLast(2).last?.hasPrefix("acct_01") == true)
        // They are there to be worked with.
        try await conversation.says("$it | count")
        try await conversation.sees(
          ending: "count", "─────", String(repeating: " ", count: 5 - "\(rows)".count) + "\(rows)",
          "1 row · 0 requests · 0.00 s · partial: `$it` holds only what came before the stop",
          "[test] dialsh>")
      }
    }

    @Test func behindAStopTheRowsGoOnAndAreNotCalledAll() async throws {
      try await talk(to: "--latency", "50ms", "--accounts", "5000") { conversation in
        try await conversation.says(".rows all; .budget 1; accounts | select id")
        try await conversation.sees("100 rows · 1 request · 0.00 s · partial: stopped after page 1")
        try await conversation.says("$it | count | select count")
        try await conversation.sees(
          ending: "count", "─────", "  100",
          "1 row · 0 requests · 0.00 s · partial: `$it` holds only what came before the stop",
          "[test] dialsh>")
        // What stopped it is over, and nothing is asked for twice.
        try await conversation.says(".budget 2")
        try await conversation.says("more")
        try await conversation.sees(
          "rows 101 to 200 · 1 request · 0.00 s · partial: stopped after page 2")
        try await conversation.says("$it | count | select count")
        try await conversation.sees(
          ending: "count", "─────", "  200",
          "1 row · 0 requests · 0.00 s · partial: `$it` holds only what came before the stop",
          "[test] dialsh>")
      }
    }

    @Test func aCountTellsOfHowManyRowsItIs() async throws {
      try await talk(to: "--latency", "50ms", "--accounts", "5000") { conversation in
        try await conversation.says("accounts | count")
        try await conversation.person.waitAside(for: "some pages") { person in
          person.screen.lines.last?.firstMatch(of: /[1-9]\d* pages/) != nil
        }
        conversation.presses(Key.controlC)
        try await conversation.sees(prompt: "[test] dialsh>")
        let lines = conversation.timelessLines
        let footer = try #require(
          lines.dropLast().last?.wholeMatch(
            of:
              /1 row · \d+ requests? · 0.00 s · partial: stopped after page (\d+), (\d+) rows read/
          ))
        #expect(lines.dropLast(2).last?.split(separator: " ") == [footer.2])
        #expect((Int(footer.1) ?? 0) * 100 == Int(footer.2))
        // Going on would count the same rows again.
        try await conversation.says("more")
        try await conversation.sees(
          ending: "no row behind row 1 · 0 requests · 0.00 s · partial: stopped after page "
            + "\(footer.1), \(footer.2) rows read", "[test] dialsh>")
      }
    }

    @Test func aCountOfNothingGivesNoRow() async throws {
      try await talk(to: "--fault", "stalled-body") { conversation in
        try await conversation.says("accounts | count")
        try await conversation.sees("0 pages · 0 rows · ")
        conversation.presses(Key.controlC)
        try await conversation.sees(
          ending: "[test] dialsh> accounts | count",
          "0 rows · 1 request · 0.00 s · partial: stopped before the first page came",
          "[test] dialsh>")
      }
    }

    @Test func whileAFileIsWritten() async throws {
      let path = program.home.path("all.csv")
      try program.home.write("as it was", to: "all.csv")
      try await talk(to: "--latency", "100ms", "--accounts", "5000") { conversation in
        try await conversation.says("accounts | export csv ~/all.csv")
        try await conversation.person.waitAside(for: "the progress line") { person in
          person.screen.lines.last?.wholeMatch(
            of: /\d+ pages · \d+00 rows · \d+ rows\/s · \d+\.\d\d s/) != nil
        }
        conversation.presses(Key.controlC)
        try await conversation.sees("dialsh: \(path) is left as it was")
        try await conversation.sees(prompt: "[test] dialsh>")
        #expect(
          conversation.person.screen.lines.suffix(3).first?.wholeMatch(
            of: /dialsh: interrupted after \d+00 rows/) != nil)
        #expect(try program.home.read("all.csv") == "as it was")
        #expect(try program.home.names.allSatisfy { !$0.hasSuffix(".tmp") })
      }
    }

    @Test func inAPipeWithoutAReader() async throws {
      try #require(mkfifo(program.home.path("pipe"), 0o600) == 0)
      try await talk(to: "--accounts", "5000") { conversation in
        try await conversation.says("accounts | export csv ~/pipe")
        try await conversation.sees("0 pages · 0 rows · ")
        conversation.presses(Key.controlC)
        try await conversation.sees("dialsh: interrupted after 0 rows")
      }
    }

    @Test func inAPipeThatNobodyReads() async throws {
      let path = program.home.path("pipe")
      try #require(mkfifo(path, 0o600) == 0)
      let pipe = try FileDescriptor.open(path, .readWrite)
      defer { try? pipe.close() }
      try await talk(to: "--accounts", "5000") { conversation in
        try await conversation.says("accounts | export csv ~/pipe")
        try await conversation.person.waitAside(for: "a full pipe") { _ in
          pipe.waitingBytes > 60_000
        }
        conversation.presses(Key.controlC)
        try await conversation.sees("dialsh: interrupted after ")
      }
    }

    @Test func inAPattern() async throws {
      try await talk(to: "--accounts", "5000") { conversation in
        try await conversation.says("accounts where id ~ '(\\w+)+\\s'")
        try await conversation.sees("1 page · 100 rows · ")
        conversation.presses(Key.controlC)
        try await conversation.sees("partial: stopped after page 1")
      }
    }

    @Test func moreAfterAStopTellsWhatIsLeft() async throws {
      try await talk(to: "--latency", "30ms", "--accounts", "3000") { conversation in
        try await conversation.says(".rows 250; accounts | select id")
        try await conversation.sees("250 rows shown, more exist · limited · more (3 requests")
        try await conversation.says("more")
        try await conversation.sees("rows 251 to 500 shown")
        try await conversation.sees(prompt: "[test] dialsh>")
      }
    }
  }
}
