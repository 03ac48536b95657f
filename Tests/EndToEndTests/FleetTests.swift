import DialLanguage
import DialPipeline
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Synchronization
import Testing

/// Lists of several accounts, from the line to the files.
@Suite(.timeLimit(.minutes(2)))
struct FleetTests {
  private let scratch: ScratchDirectory
  private let api: StubbornAPI

  init() throws {
    scratch = try ScratchDirectory()
    api = StubbornAPI(try Sandbox(options: SandboxOptions()))
  }

  private func run(_ text: String) async throws -> Outcome {
    try await ShellTestSupport.run(text, in: RunSetting()) { options in
      Client(transport: api, hiding: nil, options: options, timing: .system)
    }
  }

  /// The accounts of the sandbox, in the order of its list.
  private func accounts() async throws -> [String] {
    try await run("accounts | select id").output.split(separator: "\n").dropFirst().map(String.init)
  }

  private var line: String { "numbers where status=active | select account, id, status" }

  @Test func allAreOneTable() async throws {
    var expected = "account,id,status\n"
    for account in try await accounts() {
      let rows = try await run("use \(account); numbers where status=active | select id, status")
      expected += rows.output.split(separator: "\n").dropFirst().map { "\(account),\($0)\n" }
        .joined()
    }
    let outcome = try await run("use all; \(line)")
    #expect(outcome.output == expected)
    #expect(outcome.status == .done && outcome.errors == "")
  }

  /// Of several accounts the days are those of each by itself, whatever looks at them.
  @Test(arguments: [
    ("calls where started_at in 2026-08-18 | select account, id", ""),
    ("calls where started_at >= 2026-08-18 | count by account, hour(started_at)", "hour"),
    ("calls where started_at >= 2026-08-18 | set d = day(.started_at) | count by account, d", "d"),
    (
      "calls where started_at >= 2026-08-18 "
        + "| stats max(duration_seconds) by account, weekday(started_at)",
      "weekday"
    ),
    (
      "calls where id in (calls where started_at in 2026-08-18 | select id) | select account, id",
      ""
    ),
  ])
  func daysAreThoseOfEachAccount(_ line: String, _ key: String) async throws {
    let accounts = try await accounts()
    let sorted = key.isEmpty ? "" : " | sort account, \(key)"
    func rows(_ accounts: String, in zone: String) async throws -> [Substring] {
      let outcome = try await run(".zone \(zone)\nuse \(accounts)\n\(line)\(sorted)")
      #expect(outcome.status == .done, "\(outcome.errors)")
      return outcome.output.split(separator: "\n").filter { $0.hasPrefix("acct_") }
    }
    var expected: [Substring] = []
    for account in accounts {
      // An account that a pipeline chooses is named in front of each of its rows.
      let zone = try await run(
        "accounts where id = \(account) | select config.timezone | export csv header=no")
      expected += try await rows("(accounts where id = \(account))", in: zone.output)
    }
    if !key.isEmpty { expected.sort { $0.prefix(31) < $1.prefix(31) } }
    #expect(!expected.isEmpty)
    #expect(try await rows("all", in: "utc") != expected)
    for chosen in ["all", accounts.joined(separator: ", "), "(accounts where id != null)"] {
      #expect(try await rows(chosen, in: "account") == expected)
    }
  }

  /// Rows that have a name keep their account's zone, whatever is chosen later.
  @Test func rowsKeepTheZoneOfTheirAccount() async throws {
    let hours = "$s | count by hour(started_at) | sort hour | export csv"
    for chosen in [SandboxOptions.documentAccount.rawValue, "all"] {
      let outcome = try await run(
        ".zone account\nuse \(chosen)\nlet s = (calls where started_at in 2026-08)\n\(hours)\n"
          + "use none\n\(hours)\nuse all\n\(hours)")
      let tables = outcome.output.split(separator: "hour,count\n")
      #expect(tables.count == 3 && Set(tables).count == 1, "\(tables)\(outcome.errors)")
      #expect(tables.first?.isEmpty == false)
    }
  }

  @Test func aSetOfNamedRowsIsOfTheirIds() async throws {
    let inner = "calls where started_at in 2026-08"
    let named = try await run("use all; let late = (\(inner)); calls where id in $late | count")
    let nested = try await run("use all; calls where id in (\(inner)) | count")
    #expect(named.output == nested.output && named.output != "count\n0\n")
  }

  @Test func theLedgerIsNoFileOfRows() async throws {
    let path = "\(scratch.path)/rows.csv"
    for other in [path, "\(scratch.path)/./rows.csv"] {
      let outcome = try await run("use all; numbers | export csv \(path) errors=\(other)")
      #expect(outcome.status == .refused && outcome.requests == [])
      #expect(outcome.errors.contains("can't write `\(other)`: the rows are written there"))
    }
  }

  @Test func aLimitAsksForWhatItNeedsAndNoMore() async throws {
    let outcome = try await run("use all; numbers | limit 3")
    #expect(outcome.output.split(separator: "\n").count == 4)
    #expect(outcome.requests == ["/v1/accounts?limit=100", "/v1/phone-numbers?limit=3"])
  }

  @Test func aPipelineChoosesTheAccounts() async throws {
    let chosen = try await run("accounts where tos_status=signed | select id").output
      .split(separator: "\n").dropFirst()
    let outcome = try await run(
      "use (accounts where tos_status=signed); numbers | count by account | select account")
    #expect(Set(outcome.output.split(separator: "\n").dropFirst()).isSubset(of: Set(chosen)))
    #expect(outcome.status == .done && !outcome.output.isEmpty)
  }

  @Test func anAccountThatFailsIsARowOfErrorsAndTheScriptGoesOn() async throws {
    let accounts = try await accounts()
    api.refuse([accounts[2], accounts[7]])
    let (rows, ledger) = (scratch.path("rows.csv"), scratch.path("errors.ndjson"))
    let outcome = try await run(
      "use all; numbers | select account, id | export csv '\(rows)' errors='\(ledger)'\n"
        + "$errors | select account, resource, page, kind, status, message, attempts")
    #expect(
      outcome.output == "account,resource,page,kind,status,message,attempts\n"
        + [2, 7].map { "\(accounts[$0]),numbers,1,permission,403,not yours,1\n" }.joined())
    let count = try scratch.read("rows.csv").split(separator: "\n").count - 1
    #expect(
      outcome.errors == """
        dialsh: partial: 10 of 12 accounts; `$errors` lists the others
          \(accounts[2]): not yours (page 1, status 403)
          \(accounts[7]): not yours (page 1, status 403)
        \(count) rows written to \(rows) · partial: 10 of 12 accounts

        """)
    #expect(outcome.status == .partial)
    let lines = try scratch.read("errors.ndjson").split(separator: "\n").map {
      try Record(scanning: Array($0.utf8))
    }
    #expect(lines.map { $0.value(at: FieldPath("account")).string } == [accounts[2], accounts[7]])
    let size = try scratch.read("rows.csv").utf8.count
    #expect(lines.allSatisfy { $0.value(at: FieldPath("file_bytes")) == .integer(size) })
    #expect(lines.allSatisfy { $0.value(at: FieldPath("bytes")) == .integer(0) })
  }

  @Test func aStrictRunEndsAtTheFirst() async throws {
    let accounts = try await accounts()
    api.refuse([accounts[1]])
    let rows = scratch.path("rows.csv")
    let outcome = try await run(
      ".strict on; use all; numbers | export csv '\(rows)'; accounts | count")
    #expect(outcome.status == .failed && outcome.output == "")
    #expect(
      outcome.errors == """
        dialsh: numbers: \(accounts[1]): not yours (page 1, status 403)
        dialsh: \(rows) is left as it was

        """)
    #expect(try scratch.names == [])
  }

  @Test func whereEveryAccountFailsNothingIsWritten() async throws {
    let accounts = try await accounts()
    api.refuse(accounts)
    let (rows, ledger) = (scratch.path("rows.csv"), scratch.path("errors.ndjson"))
    let outcome = try await run("use all; numbers | export csv '\(rows)' errors='\(ledger)'")
    #expect(outcome.status == .failed)
    #expect(try scratch.names == ["errors.ndjson"])
    #expect(try scratch.read("errors.ndjson").split(separator: "\n").count == 12)
  }

  @Test func aFileForEachAccountIsWholeOrNotThere() async throws {
    let accounts = try await accounts()
    api.refuse([accounts[3]], fromPage: 2)
    let folder = scratch.path("out")
    try scratch.write("old", to: "out/\(accounts[3]).csv")
    let outcome = try await run("use all; numbers | select id | export csv '\(folder)/' by account")
    #expect(outcome.status == .partial)
    #expect(try scratch.read("out/\(accounts[3]).csv") == "old")
    let names = try ScratchDirectory.names(in: folder)
    #expect(names == accounts.map { "\($0).csv" }.sorted())
    for account in accounts where account != accounts[3] {
      #expect(
        try await run("use \(account); numbers | select id").output
          == scratch.read("out/\(account).csv"))
    }
  }

  @Test func valuesHaveFilesWithSafeNames() async throws {
    let folder = scratch.path("out")
    let outcome = try await run(
      "use all; numbers | select caller_id_name, id | export csv '\(folder)/' by caller_id_name")
    #expect(outcome.status == .done)
    let all = try await run("use all; numbers | select caller_id_name, id").output
      .split(separator: "\n").dropFirst()
    var files: [String] = []
    for name in try ScratchDirectory.names(in: folder) {
      #expect(name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "/") })
      files += try scratch.read("out/\(name)").split(separator: "\n").dropFirst().map(String.init)
    }
    #expect(files.sorted() == all.map(String.init).sorted())
  }

  // Exports that survive.

  @Test(arguments: [6, 9, 14]) func anExportGoesOnWhereItWasStopped(budget: Int) async throws {
    let whole = scratch.path("whole.csv")
    let accounts = try await accounts()
    api.refuse([accounts[4]])
    let long = try await run(
      "use all; numbers where status=active | count by account | select account | limit 1")
    api.refuse(long.output.split(separator: "\n").dropFirst().map(String.init), fromPage: 2)
    let ledger = scratch.path("errors.ndjson")
    #expect(try await run("use all; \(line) | export csv '\(whole)'").status == .partial)
    let path = scratch.path("rows.csv")
    var runs = 0
    var outcome: Outcome
    repeat {
      runs += 1
      api.startsAnew(expiresTokens: runs % 2 == 0)
      outcome = try await run(
        ".budget \(budget); .concurrency 1; use all\n"
          + "\(line) | export csv '\(path)' resume=yes errors='\(ledger)'")
      if outcome.status == .failed { #expect(try !scratch.names.contains("rows.csv")) }
    } while outcome.status == .failed && runs < 60
    #expect(outcome.status == .partial && runs > 1)
    #expect(try scratch.read("rows.csv") == scratch.read("whole.csv"))
    #expect(try scratch.names == ["errors.ndjson", "rows.csv", "whole.csv"])
    #expect(outcome.errors.contains("partial: 10 of 12 accounts"))
    #expect(try scratch.read("errors.ndjson").split(separator: "\n").count == 2)
  }

  // Accounts that are asked again.

  @Test func whatFailedIsPutWhereItBelongs() async throws {
    let accounts = try await accounts()
    let (path, ledger) = (scratch.path("rows.csv"), scratch.path("errors.ndjson"))
    let whole = try await run("use all; \(line)").output
    api.refuse([accounts[0], accounts[5], accounts[11]])
    let long = try await run(
      "use all; numbers where status=active | count by account | select account | limit 1")
    api.refuse(long.output.split(separator: "\n").dropFirst().map(String.init), fromPage: 2)
    let export = "\(line) | export csv '\(path)' errors='\(ledger)'"
    #expect(try await run("use all; \(export)").status == .partial)
    // One is still refused, the others answer.
    api.forgive()
    api.refuse([accounts[5]])
    var failed = try #require(
      try FailedAccounts(reading: scratch.read("errors.ndjson"), of: ledger))
    var outcome = try await retry(export, failed)
    #expect(outcome.status == .partial)
    #expect(
      outcome.errors.contains(
        "partial: \(failed.accounts.count - 1) of \(failed.accounts.count) accounts"))
    let rest = whole.split(separator: "\n").filter { !$0.hasPrefix(accounts[5]) }
    #expect(try scratch.read("rows.csv") == rest.map { $0 + "\n" }.joined())
    api.forgive()
    failed = try #require(try FailedAccounts(reading: scratch.read("errors.ndjson"), of: ledger))
    #expect(failed.accounts.map(\.rawValue) == [accounts[5]])
    outcome = try await retry(export, failed)
    #expect(outcome.status == .done)
    #expect(try scratch.read("rows.csv") == whole)
    #expect(try scratch.read("errors.ndjson") == "")
    #expect(try scratch.names == ["errors.ndjson", "rows.csv"])
    let changed = try await retry(export, failed)
    #expect(changed.status == .failed)
    #expect(
      changed.errors == """
        dialsh: \(path) has changed since; its rows can't be put in: run the line again
        dialsh: \(path) is left as it was

        """)
  }

  /// What comes of texts that are typed one after the other.
  private func typing(_ texts: String...) async throws -> Outcome {
    try await outcome(in: RunSetting()) { options in
      Client(transport: api, hiding: nil, options: options, timing: .system)
    } _: { environment in
      var session = Session()
      session.isAtPrompt = true
      var shell = Shell(session: session, environment: environment, mode: .run)
      var status = ExitStatus.done
      for text in texts { status = await shell.run(SourceText(text)) }
      return status
    }
  }

  @Test func retryPutsWhatIsLackingIntoTheLastResult() async throws {
    let accounts = try await accounts()
    let whole = try await run("use all; \(line)").output
    api.refuse([accounts[0], accounts[4]], times: 1)
    let outcome = try await typing(
      "use all", ".rows all", line, "$errors | select account, status", ".retry",
      "$it | select account, id, status", "$errors | count")
    #expect(outcome.status == .done)
    let lacking = whole.split(separator: "\n").filter {
      !$0.hasPrefix(accounts[0]) && !$0.hasPrefix(accounts[4])
    }
    let missing = whole.split(separator: "\n").filter {
      $0.hasPrefix(accounts[0]) || $0.hasPrefix(accounts[4])
    }
    #expect(
      outcome.output.split(separator: "\n") == [".rows is all"] + lacking
        + [
          "account,status", "\(accounts[0]),403", "\(accounts[4]),403", "account,id,status",
        ]
        + missing + whole.split(separator: "\n") + ["count", "0"])
  }

  @Test func whatIsMadeOfAResultLacksWhatThatLacks() async throws {
    let accounts = try await accounts()
    let whole = try await run("use all; \(line) | count by account").output
    api.refuse([accounts[0], accounts[4]], times: 1)
    // A few rows are shown; the others are read when they are counted.
    let count = "| count by account | export csv"
    let outcome = try await typing(
      "use all", ".rows 3", line, count, "$errors | select account", ".retry", "$it \(count)",
      "$errors | count")
    #expect(outcome.output.contains("account\n\(accounts[0])\n\(accounts[4])\n"))
    #expect(outcome.output.hasSuffix(whole + "count\n0\n"), "\(outcome.output)")
    #expect(outcome.output.ranges(of: whole).count == 1)
  }

  @Test func noAccountsAreNoChoice() async throws {
    let outcome = try await typing("use all", "use ($errors)")
    #expect(outcome.status == .failed)
    #expect(
      outcome.errors.hasSuffix(
        "these are no accounts at all; the accounts are still those of before\n"))
  }

  @Test func aDashChoosesTheAccountsOfBefore() async throws {
    let accounts = try await accounts()
    let count = "numbers | count"
    let two = try await run("use \(accounts[0]), \(accounts[1]); \(count)").output
    let one = try await run("use \(accounts[2]); \(count)").output
    let outcome = try await run(
      "use \(accounts[0]), \(accounts[1]); use \(accounts[2]); \(count); use -; \(count); use -; "
        + count)
    #expect(outcome.output == one + two + one)
    let typed = try await typing(
      "use \(accounts[0]), \(accounts[1])", "use \(accounts[2])", "use -", count, "use -", count)
    #expect(typed.output == two + one)
    #expect(
      try await run("use -").errors == """
        dialsh: 1:5: no other accounts were chosen before; `use acct_…` chooses one
          use -
              ^

        """)
  }

  @Test func retryAsksForJustThoseThatAreLacking() async throws {
    let accounts = try await accounts()
    let path = scratch.path("rows.csv")
    let whole = try await run("use all; \(line)").output
    api.refuse([accounts[1], accounts[6]], times: 1)
    let outcome = try await run("use all; \(line) | export csv '\(path)'; .retry; .retry")
    #expect(try scratch.read("rows.csv") == whole)
    #expect(outcome.status == .done)
    #expect(
      outcome.errors.hasSuffix("the last run lacks no account; nothing is asked again\n"))
    let pages = outcome.requests.filter { $0.hasPrefix("/v1/phone-numbers?limit=100&") }
    #expect(pages.count == 12 + 2, "the first pages of twelve accounts, and two of them again")
  }

  @Test func whatNeedsEveryRowIsRunAgain() async throws {
    let accounts = try await accounts()
    let whole = try await run("use all; numbers | count by status").output
    api.refuse([accounts[1]], times: 1)
    let outcome = try await run("use all; numbers | count by status; .retry")
    #expect(outcome.output.hasSuffix(whole) && outcome.output != whole)
    #expect(outcome.status == .done)
  }

  @Test func anAccountThatFailsAgainKeepsWhatItHas() async throws {
    let long = try await run(
      "use all; numbers where status=active | count by account | select account | limit 1")
    let account = String(try #require(long.output.split(separator: "\n").last))
    let (path, ledger) = (scratch.path("rows.csv"), scratch.path("errors.ndjson"))
    api.refuse([account], fromPage: 2)
    let export = "\(line) | export csv '\(path)' errors='\(ledger)'"
    #expect(try await run("use all; \(export)").status == .partial)
    let part = try scratch.read("rows.csv")
    #expect(part.contains(account))
    api.refuse([account])
    let failed = try #require(
      try FailedAccounts(reading: scratch.read("errors.ndjson"), of: ledger))
    // Nobody answers, so there is nothing new; the second time another one does.
    #expect(try await retry(export, failed).status == .failed)
    #expect(try scratch.read("rows.csv") == part)
  }

  @Test func whatIsNoLedgerOfTheLineIsRefused() async throws {
    let accounts = try await accounts()
    api.refuse([accounts[2], accounts[3]])
    let (path, ledger) = (scratch.path("rows.csv"), scratch.path("errors.ndjson"))
    let export = "\(line) | export csv '\(path)' errors='\(ledger)'"
    _ = try await run("use all; \(export)")
    let text = try scratch.read("errors.ndjson")
    let failed = try #require(try FailedAccounts(reading: text, of: ledger))
    let other = try await retry("numbers | count", failed)
    #expect(other.status == .refused && other.requests == [])
    #expect(other.errors == "dialsh: the ledger is of another line: `\(export)`\n")
    let lines = text.split(separator: "\n")
    let twice = "\(lines[0])\n\(lines[0])"
    let broken: [(text: String, reason: String)] = [
      (String(lines[0]), "it is cut: 1 of 2 accounts"),
      (twice, "its line 2 has an account again"),
      (text.dropLast(20) + "", "its line 2 is none of a ledger"),
      (text.replacing("\"start\":", with: "\"start\":9"), "its line 1 names bytes out of order"),
      (
        lines[0] + "\n" + lines[1].replacing("rows.csv", with: "x.csv"),
        "its line 2 is of another run"
      ),
    ]
    for (broken, reason) in broken {
      #expect(throws: FailedAccounts.NoLedger.self, "\(reason)") {
        do { _ = try FailedAccounts(reading: broken, of: "L") } catch {
          #expect("\(error)" == "L is no ledger of `errors=`: \(reason)")
          throw error
        }
      }
    }
  }

  private func retry(_ line: String, _ failed: FailedAccounts) async throws -> Outcome {
    var setting = RunSetting()
    setting.retrying = failed
    return try await ShellTestSupport.run("use all; \(line)", in: setting) { options in
      Client(transport: api, hiding: nil, options: options, timing: .system)
    }
  }

  @Test func whatIsLeftOfAnotherLineIsNotGoneOnWith() async throws {
    let path = scratch.path("rows.csv")
    let stopped = try await run(
      ".budget 4; use all; numbers | select id | export csv '\(path)' resume=yes")
    #expect(stopped.status == .failed)
    #expect(
      try scratch.names == [".rows.csv.dialsh-ledger", ".rows.csv.dialsh-part"])
    let other = try await run("use all; numbers | select status | export csv '\(path)' resume=yes")
    #expect(other.status == .refused && other.requests == [])
    #expect(
      other.errors.contains(
        "can't be gone on with: it is of another line, `numbers | select id | export csv "))
    let text = try scratch.read(".rows.csv.dialsh-ledger")
    try scratch.write(text.dropLast(9) + "", to: ".rows.csv.dialsh-ledger")
    let cut = try await run("use all; numbers | select id | export csv '\(path)' resume=yes")
    #expect(cut.status == .done, "a line that was cut is none")
    _ = try await run(".budget 4; use all; numbers | select id | export csv '\(path)' resume=yes")
    try scratch.write(text + "{}\n", to: ".rows.csv.dialsh-ledger")
    let damaged = try await run("use all; numbers | select id | export csv '\(path)' resume=yes")
    #expect(damaged.status == .refused)
    #expect(damaged.errors.contains("is damaged; remove it and"))
  }
}
