import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialShell
import DialStack
import LineEditing
import ShellTestSupport
import Testing

/// What Tab offers at each place of a line.
struct CompleterTests {
  private static let fields = Columns(of: .numbers).names
  private static let functions = Vocabulary.standard().functions.map { $0.signature.name }

  @Test(arguments: [
    ("numb", ["numbers"]), ("NUMB", ["numbers"]), ("nuX", []), ("accounts; numb", ["numbers"]),
    ("numb▮ | limit 1", ["numbers"]), ("explain numb", ["numbers"]), ("$", ["$it"]),
    ("numbers ", ["where", "|"]), ("numbers | limit 1 | so▮ id", ["sort"]),
    ("numbers where ", ["not"] + fields), ("numbers where sta", ["status"]),
    ("numbers where config.", ["config.fax_notifications"]),
    ("numbers | select id, ", fields), ("numbers | sort ", fields),
    ("numbers | count by ", functions + fields),
    ("numbers | count by status | sort ", ["status", "count"]),
    ("qu_1 | each ", ["members"]), ("queues | each m", ["members"]),
    ("ring_groups | each ", ["members"]), ("numbers | each ", []),
    ("ring_groups | each members ", ["as", "|"]),
    (
      "faxes | limit 1 | with ",
      [
        "did", "did.sms_port_out", "call_id", "call_id.transcript", "call_id.recording", "account",
        "account.pricing", "account.effective_pricing", "account.tos", "account.port_out_pin",
      ]
    ),
    ("users | with account.pr", ["account.pricing"]),
    ("calls | with user.", ["user.presence", "user.queue_agent", "user.greeting"]),
    ("numbers | select id as name | where ", ["not", "name"]),
    ("$it | select em", ["email"]),
    ("numbers where created_at ", ["=", "!=", ">=", "<", ">", "<=", "in", "not in"]),
    ("numbers where fax_enabled ", ["=", "and", "or", "|"]),
    ("numbers where fax_enabled=", ["true", "false", "null"]),
    ("numbers where status=p", ["pending"]), ("numbers where status in (active, p", ["pending"]),
    ("numbers where not (status=p", ["pending"]),
    (
      "numbers where created_at >= t",
      ["today", "this-week", "this-month", "this-year", "tomorrow"]
    ),
    ("use n", ["none"]),
    ("numbers | export csv ./no/such/", []),
    ("numbers | export tsv ./no/x.tsv ", ["by", "header", "errors", "resume"]),
    ("numbers | export tsv ./no/ by stat", ["status"]),
    ("numbers | export json ./no/x.json ", ["by", "errors", "resume"]),
    ("numbers | export csv header=", ["yes", "no"]), ("numbers | export csv header=y", ["yes"]),
    ("numbers | export csv x.csv formulas=", ["guard"]), ("numbers | export csv delimiter=", []),
    ("numbers | export csv ./x=form", []),
    ("param state = active; numbers where status=$", ["$state"]),
    ("param state\nnumbers where status=$s", ["$state"]),
    ("qu_1 ", ["members", "where", "|"]), ("qu_01h2 mem", ["members"]),
    ("qu_1 members ", ["where", "|"]),
    ("qu_1 members where pos", ["position"]), ("qu_1 MEM▮ | limit 3", ["members"]),
    ("explain qu_1 m", ["members"]),
    ("call_1 ", ["listeners", "transcript", "recording", "where", "|"]),
    ("qu_1 where nam", ["name"]), ("qu_1 nope ", []), ("qu_ ", []),
    ("numbers did_1 ", ["where", "|"]), ("use all; qu_1 ", []),
    ("use ( acct_1 p", ["pricing", "port_out_pin"]),
    (".timin", [".timing"]), (".timing ", ["on", "off"]), (".rows ", ["all"]), (".zone u", ["utc"]),
    (".zone Europe/Ber", ["Europe/Berlin"]), ("help wh", ["where"]),
    ("describe acc", ["accounts"]), ("help export cs", ["csv"]), ("\"open", []), ("# comment", []),
    ("accounts # com", []), ("# comment\nnumb", ["numbers"]),
    ("| so", ["sort"]), ("| where em", ["email"]), ("| select em", ["email"]),
    ("let late = (users); $la", ["$late"]),
    ("let late = (users); numbers where id in $l", ["$late"]),
    ("let late = (users); numbers | limit $", []),
    ("numbers where id in (users | so", ["sort"]),
    ("numbers where id in (users | select em", ["email"]),
    ("numbers | where id in ( users where do_not", ["do_not_disturb"]),
    (
      "calls | stats avg(",
      ["duration_seconds", "hangup_cause", "sentiment.score", "sentiment.magnitude"]
    ),
    ("calls | stats avg(duration_seconds", ["duration_seconds"]),
    ("calls | stats count, max(st", ["started_at"]),
    (
      "numbers | count by month(", ["expires_at", "disconnected_at", "created_at", "updated_at"]
    ),
    ("+1 (415) 555-0100 ", ["where", "|"]), ("+14155550100 | so", ["sort"]),
    (".edit numbers | so", ["sort"]), ("numbers where caller_id_name=\"日本\" and sta", ["status"]),
  ])
  func theWordsThatMayStandThereAreOffered(_ text: String, _ expected: [String]) {
    #expect(Typing().completion(of: text).candidates.map(\.text) == expected)
  }

  @Test func everyWordOfAKindIsOffered() {
    func offered(_ text: String) -> [String] {
      Typing().completion(of: text).candidates.map(\.text)
    }
    let vocabulary = Vocabulary.shell()
    let sources = vocabulary.catalog.lists.map(\.name) + ["$it"]
    #expect(offered("") == sources + vocabulary.commands.map(\.name))
    #expect(offered(".") == vocabulary.dotSignatures.map(\.name))
    let stages = vocabulary.stageSignatures.map(\.name)
    for text in ["numbers | ", "numbers | export csv | "] { #expect(offered(text) == stages) }
    for text in ["numbers | s", "numbers | S"] {
      #expect(offered(text) == stages.filter { $0.hasPrefix("s") })
    }
    #expect(offered("numbers | export ") == vocabulary.exporters.map { $0.signature.name })
    let options = CSVFormat.options.map(\.name) + ["errors", "resume"]
    #expect(offered("numbers | export csv ./no/x.csv ") == ["by"] + options)
    #expect(
      offered("numbers | export csv ./no/x.csv header=no bom=yes ")
        == options.filter { $0 != "header" && $0 != "bom" })
  }

  @Test(arguments: Catalog.standard.lists.filter { !$0.idPrefixes.isEmpty && $0.parents.isEmpty })
  func behindAnIDWhatBelongsToItIsOffered(_ owner: Resource) {
    let parts = Catalog.standard.resources.filter { part in
      part.parents.count == 1
        && part.field(named: part.parents[0].field)?.relation?.lists.contains(owner.name) == true
    }
    for prefix in owner.idPrefixes {
      let offered = Typing().completion(of: "\(prefix)_1 ").candidates
      let found = offered.filter { !["where", "|"].contains($0.text) }
      #expect(found.map(\.summary) == parts.map(\.summary), "\(prefix)")
      #expect(found.map(\.suffix) == parts.map { _ in " " })
      #expect(offered.map(\.text).contains("where") == owner.readsItems)
    }
  }

  @Test func aWordIsReplacedFromItsBeginning() {
    let completion = Typing().completion(of: "numbers where caller_id_name=\"日本 🎉\" and sta")
    #expect(completion.range == 40..<43)
    #expect(completion.candidates.first?.suffix == "=")
  }

  @Test func withoutAccountsItIsSaidHowTheyBecomeKnown() {
    let completion = Typing().completion(of: "use ")
    #expect(completion.candidates.map(\.text) == ["all", "none"])
    #expect(completion.note == "unknown until `accounts` was read")
    var typing = Typing()
    typing.observed.note(ObservedAccount(id: "acct_1", name: "", email: "", timeZone: ""))
    #expect(typing.completion(of: "use ").note == "")
  }

  @Test func variablesAreOfferedWhereAValueMayStand() async throws {
    var shell = try Recorder().shell()
    _ = await shell.run(SourceText("param city = Bonn; param state = active"))
    var typing = Typing()
    typing.scope.variables = shell.session.variables
    let offered = typing.completion(of: "numbers where status=$").candidates
    #expect(offered.map(\.text) == ["$city", "$state"])
    #expect(offered.map(\.summary) == ["Bonn", "active"])
  }

  @Test func anUnknownValueThatWasSeenStandsInQuotes() throws {
    var typing = Typing()
    let body = try PageBody(
      scanning: Array(
        #"{"data":[{"id":"a","status":"on \"hold\""},{"id":"b","status":"active"}]}"#.utf8))
    typing.observed.note([body[0], body[1]], of: .numbers)
    let offered = typing.completion(of: "numbers where status=").candidates
    #expect(
      offered.map { "\($0.text) \($0.summary)" } == [
        "active (1)", "inactive ", "pending ", "released ", #""on \"hold\"" (1)"#, "null no value",
      ])
  }

  @Test func oneOfTenThousandAccountsIsFoundAndNoMoreThanTwoHundredAreListed() {
    var typing = Typing()
    for number in 0..<10_000 {
      typing.observed.note(
        ObservedAccount(
          id: "acct_\(number)", name: "Ärzte \(number)", email: "owner\(number)@example.com",
          timeZone: ""))
    }
    #expect(typing.completion(of: "use ärzte 9999").candidates.map(\.text) == ["acct_9999"])
    #expect(typing.completion(of: "use owner777@").candidates.map(\.text) == ["acct_777"])
    #expect(typing.completion(of: "use acct_123").candidates.count == 11)
    for before in ["use acct_1, ", "use acct_1,", "use acct_1, acct_2, "] {
      let second = typing.completion(of: before + "ärzte 9999")
      #expect(second.candidates.map(\.text) == ["acct_9999"])
      #expect(second.range.lowerBound == before.count)
    }
    #expect(typing.completion(of: "use acct_1, ").candidates.count == 200)
    #expect(typing.completion(of: "use acct_1, none").candidates == [])
    let all = typing.completion(of: "use ")
    #expect(all.candidates.count == 200 && all.others == 9_800 && all.commonPrefix == "acct_")
    #expect(typing.completion(of: "use nobody").candidates == [])
  }
}
