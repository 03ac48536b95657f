import DialLanguage
import DialPipeline
import DialRows
import DialStack
import DialTestSupport
import Testing

/// Mistakes whose mend is known: what fingers bring from other tools, and misspelt words.
struct MendTests {
  @Test(arguments: [
    ("status 1️⃣is2️⃣ null", "is", "status = null", "status = null"),
    ("status 1️⃣is not2️⃣ null", "is not", "status != null", "status != null"),
    ("status 1️⃣IS2️⃣ active", "is", "status = active", "status = active"),
    (".status 1️⃣is2️⃣ null", "is", ".status = null", ".status = null"),
    ("status 1️⃣is in2️⃣ (active)", "is in", "in", "status in (active)"),
    ("status 1️⃣is not in2️⃣ (active)", "is not in", "not in", "status not in (active)"),
    ("status 1️⃣<>2️⃣ active", "<>", "!=", "status != active"),
    ("created_at 1️⃣=>2️⃣ today", "=>", ">=", "created_at >= today"),
    ("created_at 1️⃣=<2️⃣ today", "=<", "<=", "created_at <= today"),
    ("status 1️⃣eq2️⃣ active", "eq", "=", "status = active"),
    ("caller_id_name 1️⃣contains2️⃣ x", "contains", "~", "caller_id_name ~ x"),
    ("status1️⃣:2️⃣active", ":", "=", "status=active"),
    ("status=active 1️⃣&&2️⃣ fax_enabled", "&&", "and", "status=active and fax_enabled"),
    (
      "fax_enabled 1️⃣&&2️⃣ outbound_enabled", "&&", "and", "fax_enabled and outbound_enabled"
    ),
    ("status=active 1️⃣&2️⃣ fax_enabled", "&", "and", "status=active and fax_enabled"),
    ("status=active1️⃣&&2️⃣fax_enabled", "&&", "and", "status=active and fax_enabled"),
    (
      "status=active 1️⃣||2️⃣ status=pending", "||", "or", "status=active or status=pending"
    ),
    ("fax_enabled1️⃣||2️⃣outbound_enabled", "||", "or", "fax_enabled or outbound_enabled"),
    (
      "(status=active 1️⃣||2️⃣ fax_enabled)", "||", "or", "(status=active or fax_enabled)"
    ),
    ("(fax_enabled1️⃣||2️⃣outbound_enabled)", "||", "or", "(fax_enabled or outbound_enabled)"),
    ("1️⃣!2️⃣fax_enabled", "!", "not", "not fax_enabled"),
    ("1️⃣!2️⃣ fax_enabled", "!", "not", "not fax_enabled"),
    ("status 1️⃣!2️⃣in (active)", "!", "not", "status not in (active)"),
    ("(1️⃣!2️⃣fax_enabled)", "!", "not", "(not fax_enabled)"),
    ("not 1️⃣!2️⃣(fax_enabled)", "!", "not", "not not (fax_enabled)"),
    (
      "phone_number 1️⃣like \"+1415%\"2️⃣", "like", "in +1415", "phone_number in +1415"
    ),
    (
      "phone_number 1️⃣not like '+1415%'2️⃣", "not like", "not in +1415",
      "phone_number not in +1415"
    ),
    ("caller_id_name 1️⃣LIKE 'A%'2️⃣", "like", "~ '^A'", "caller_id_name ~ '^A'"),
    ("caller_id_name 1️⃣like '%a.b%'2️⃣", "like", "~ 'a\\.b'", "caller_id_name ~ 'a\\.b'"),
    ("caller_id_name 1️⃣ilike '%x_y'2️⃣", "ilike", "~ '(?i)x.y$'", "caller_id_name ~ '(?i)x.y$'"),
    ("caller_id_name 1️⃣like \"A B\"2️⃣", "like", "= \"A B\"", "caller_id_name = \"A B\""),
    (
      ".caller_id_name 1️⃣between 1 and 22️⃣", "between", ">= 1 and .caller_id_name <= 2",
      ".caller_id_name >= 1 and .caller_id_name <= 2"
    ),
    (
      "created_at 1️⃣between 2026-01 and 2026-032️⃣", "between",
      ">= 2026-01 and created_at <= 2026-03", "created_at >= 2026-01 and created_at <= 2026-03"
    ),
  ])
  func foreignOperators(
    _ condition: String, _ theirs: String, _ ours: String, _ mended: String
  ) throws {
    expectRefusal(
      "numbers where \(condition)", "`\(theirs)` is no operator here; write `\(ours)`",
      mended: "numbers where \(mended)")
    _ = try Planning.plan("numbers where \(mended)")
  }

  @Test(arguments: [
    "select count(distinct user) from calls",
    "select status, avg(duration_seconds) from calls group by status",
    "select id from users union select id from calls",
    "select * from calls join users on calls.user = users.id where status = busy",
    "select name from users, calls", "select count(*) as n from calls order by n",
    "select status, count(*) from calls group by status order by 2 desc",
    "select status, count(*) from calls group by status having count(*) > 3",
  ])
  func aSelectThatSaysMoreThanALineIsNotGuessed(_ text: String) {
    let diagnostics = Planning.diagnostics(text)
    #expect(
      diagnostics.map(\.message) == [
        "that is SQL; here a line is a source, then stages: `calls where status=busy | stats count, "
          + "avg(duration_seconds) by user`"
      ])
    #expect(SourceText(text).mended(by: diagnostics) == nil)
  }

  @Test func aRangeBehindNotStandsInParentheses() {
    expectRefusal(
      "calls where not 1️⃣duration_seconds between 10 and 202️⃣",
      "`between` is no operator here; write `(duration_seconds >= 10 and duration_seconds <= 20)`",
      mended: "calls where not (duration_seconds >= 10 and duration_seconds <= 20)")
  }

  @Test func aNumberAsPeopleWriteItStandsInQuotes() {
    for (number, rest) in [
      ("(415) 555-0100", ""), ("+1 415 555 0100", " and status = active"),
      ("+1 (415) 555-0100", ""),
      ("415 555 0100", " | limit 1"),
    ] {
      expectRefusal(
        "numbers where phone_number = 1️⃣\(number)2️⃣\(rest)",
        "a number with spaces or parentheses stands in quotes: \"\(number)\"",
        mended: "numbers where phone_number = \"\(number)\"\(rest)")
    }
    for value in ["(2026-08-01)", "(1000)"] {
      expectRefusal(
        "calls where duration_seconds > 1️⃣(2️⃣\(value.dropFirst())",
        "expected a value, found `(`")
    }
    expectRefusal(
      "numbers where not (phone_number = 1️⃣(415) 555-01002️⃣)",
      "a number with spaces or parentheses stands in quotes: \"(415) 555-0100\"",
      mended: "numbers where not (phone_number = \"(415) 555-0100\")")
    expectRefusal(
      "numbers where phone_number in (+14155550100, 1️⃣(415) 555-01012️⃣)",
      "a number with spaces or parentheses stands in quotes: \"(415) 555-0101\"",
      mended: "numbers where phone_number in (+14155550100, \"(415) 555-0101\")")
  }

  @Test func rowsAreCountedWithoutAStar() {
    expectRefusal(
      "calls | stats count1️⃣(*)2️⃣ by status", "`count` counts rows without `(*)`",
      mended: "calls | stats count by status")
    expectRefusal(
      "calls | count1️⃣(*)2️⃣", "`count` counts rows without `(*)`", mended: "calls | count")
    expectRefusal(
      "accounts;1️⃣*2️⃣x", "`*` cannot stand here; put text that holds it in quotes")
    expectRefusal(
      "calls | stats avg(1️⃣*2️⃣)", "`*` cannot stand here; put text that holds it in quotes")
  }

  @Test func wordsOfACalculationThatAreNoTexts() {
    func expect(_ marked: String, _ message: String, mended: String) {
      expectRefusal("calls | set x = \(marked)", message, mended: "calls | set x = \(mended)")
    }
    expect(
      "1️⃣status2️⃣", "`status` is a field, which is written `.status` here; a text stands in quotes",
      mended: ".status")
    expect(
      "month(1️⃣started_at2️⃣)",
      "`started_at` is a field, which is written `.started_at` here; a text stands in quotes",
      mended: "month(.started_at)")
    for (word, spaced) in [
      (".ended_at-.started_at", ".ended_at - .started_at"), ("2+2", "2 + 2"),
      (".duration_seconds/60", ".duration_seconds / 60"),
      ("-.duration_seconds", "(0 - .duration_seconds)"),
      ("-.duration_seconds+1", "(0 - .duration_seconds) + 1"),
      ("90/.duration_seconds", "90 / .duration_seconds"),
    ] {
      expect(
        "1️⃣\(word)2️⃣", "`\(word)` is one word; signs stand between spaces: `\(spaced)`",
        mended: spaced)
    }
    expectRefusal(
      "calls | set x = .duration_seconds1️⃣*2️⃣2", "signs stand between spaces: ` * `",
      mended: "calls | set x = .duration_seconds * 2")
    for word in ["today", "-7d", "last-month"] {
      expectRefusal(
        "calls | set x = 1️⃣\(word)2️⃣",
        "`\(word)` is a time of conditions; a calculation knows `now`, and a text stands in quotes")
    }
    for (word, number) in [(".5", "0.5"), ("1.", "1.0")] {
      expect(
        "1️⃣\(word)2️⃣", "a number has digits before and behind its point; write `\(number)`",
        mended: number)
    }
    expectRefusal(
      "calls | set x = day(1️⃣\"2026-08-01\"2️⃣)", "`day(TIME)` takes a time here, found text")
  }

  @Test func wordsOfACalculationThatAreTexts() throws {
    for word in [
      "/.hidden", "busy", "+14155550100", "2026-08-01", "high-priority", "a/b", "\"status\"", "-5",
      "1.5",
    ] {
      _ = try Planning.plan("calls | set x = \(word)")
    }
  }

  @Test(arguments: [
    ("1️⃣select2️⃣ * from numbers", "numbers"),
    ("1️⃣SELECT2️⃣ * FROM numbers WHERE status='active'", "numbers where status='active'"),
    (
      "1️⃣select2️⃣ id, status from numbers where fax_enabled order by created_at desc limit 5 offset 2",
      "numbers where fax_enabled | sort created_at desc | skip 2 | limit 5 | select id, status"
    ),
    ("1️⃣select2️⃣ id, status from numbers limit 1", "numbers | select id, status | limit 1"),
    ("1️⃣select2️⃣ count(*) from numbers", "numbers | count"),
    (
      "1️⃣select2️⃣ distinct status from numbers limit 2",
      "numbers | select status | uniq status | limit 2"
    ),
    ("1️⃣select2️⃣ distinct * from numbers", "numbers | uniq"),
    (
      "1️⃣select2️⃣ status, count(*) from numbers group by status order by count",
      "numbers | count by status | sort count"
    ),
  ])
  func selectsOfSQL(_ marked: String, _ translation: String) throws {
    expectRefusal(marked, "that is SQL; write `\(translation)`", mended: translation)
    _ = try Planning.plan(translation)
  }

  @Test(arguments: [
    ("status=active&&1️⃣!2️⃣fax_enabled", "status=active&&not fax_enabled"),
    ("(status=active||1️⃣!2️⃣fax_enabled)", "(status=active||not fax_enabled)"),
  ])
  func anExclamationBehindAnotherSignIsMendedFirst(_ marked: String, _ mended: String) {
    expectRefusal(
      "numbers where \(marked)", "`!` is no operator here; write `not`",
      mended: "numbers where \(mended)")
  }

  @Test func aSelectBehindExplainIsReplacedAlone() {
    expectRefusal(
      "explain 1️⃣select2️⃣ * from numbers", "that is SQL; write `numbers`",
      mended: "explain numbers")
  }

  @Test func aPatternInAVariableIsNotGuessed() {
    expectRefusal(
      "numbers where caller_id_name 1️⃣like2️⃣ $x", "`like` is no operator here; write `~`",
      mended: "numbers where caller_id_name ~ $x")
  }

  @Test func aDoubledBarBetweenStagesIsNoOr() {
    expectRefusal("numbers 1️⃣|2️⃣| limit 5", "expected a stage after `|`")
    expectRefusal("numbers | format 1️⃣|2️⃣| limit 5", "expected a stage after `|`")
    #expect(
      SourceText("numbers || limit 5").mended(by: Planning.diagnostics("numbers || limit 5")) == nil
    )
  }

  @Test func aSelectInTheMiddleOfAScriptIsReplacedAlone() {
    expectRefusal(
      "accounts; 1️⃣select2️⃣ * from numbers; accounts | count", "that is SQL; write `numbers`",
      mended: "accounts; numbers; accounts | count")
  }

  @Test(arguments: [
    ("1️⃣2026-02-302️⃣", "there is no day `2026-02-30`: February 2026 has 28 days", "2026-02-28"),
    ("1️⃣2028-02-302️⃣", "there is no day `2028-02-30`: February 2028 has 29 days", "2028-02-29"),
    ("1️⃣2026-04-312️⃣", "there is no day `2026-04-31`: April 2026 has 30 days", "2026-04-30"),
    ("1️⃣13/02/20262️⃣", "a day begins with its year; write 2026-02-13", "2026-02-13"),
    ("1️⃣02/13/20262️⃣", "a day begins with its year; write 2026-02-13", "2026-02-13"),
    ("1️⃣03/03/20262️⃣", "a day begins with its year; write 2026-03-03", "2026-03-03"),
    ("1️⃣01.02.20262️⃣", "a day begins with its year; write 2026-02-01", "2026-02-01"),
  ])
  func daysThatAreNone(_ marked: String, _ message: String, _ day: String) throws {
    expectRefusal(
      "numbers where created_at < \(marked)", message, mended: "numbers where created_at < \(day)")
    _ = try Planning.plan("numbers where created_at < \(day)")
  }

  @Test func aDayThatMayBeTwoHasNoMend() {
    let text = "numbers where created_at >= 01/02/2026"
    expectRefusal(
      "numbers where created_at >= 1️⃣01/02/20262️⃣",
      "`01/02/2026` may be 2026-01-02 or 2026-02-01; write the one that you mean")
    #expect(SourceText(text).mended(by: Planning.diagnostics(text)) == nil)
  }

  @Test func weeksAreTaken() throws {
    let week = try Planning.pipeline("numbers where created_at >= -1w")
    let days = try Planning.pipeline("numbers where created_at >= -7d")
    #expect(week.explanation == days.explanation.replacing("-7d", with: "-1w"))
  }

  @Test func fieldsOnTheRightHaveADot() throws {
    expectRefusal(
      "numbers where updated_at > 1️⃣created_at2️⃣",
      "a field stands left of the operator; as a value it is written `.created_at`",
      mended: "numbers where updated_at > .created_at")
    // Text may be anything.
    _ = try Planning.plan("numbers where caller_id_name = status")
  }

  @Test func valuesWithSpacesStandInQuotes() {
    expectRefusal(
      "accounts where name = Harbor 1️⃣Vet2️⃣",
      "unexpected `Vet` after the condition; a value with spaces stands in quotes: \"Harbor Vet\"",
      mended: "accounts where name = \"Harbor Vet\"")
    expectRefusal(
      "accounts where name = Blue 1️⃣Ridge2️⃣ Dental and email != null | count",
      "unexpected `Ridge` after the condition; a value with spaces stands in quotes: "
        + "\"Blue Ridge Dental\"",
      mended: "accounts where name = \"Blue Ridge Dental\" and email != null | count")
    expectRefusal(
      "numbers where status=active 1️⃣fax_enabled2️⃣",
      "unexpected `fax_enabled` after the condition; write `and fax_enabled`",
      mended: "numbers where status=active and fax_enabled")
    expectRefusal(
      "numbers where status=active 1️⃣limit2️⃣ 5",
      "unexpected `limit` after the condition; write `| limit`",
      mended: "numbers where status=active | limit 5")
    expectRefusal(
      "numbers where status=\"x\" 1️⃣LIMIT2️⃣ 5",
      "unexpected `LIMIT` after the condition; write `| LIMIT`",
      mended: "numbers where status=\"x\" | LIMIT 5")
    expectRefusal(
      "numbers where status in (active, pending) 1️⃣limit2️⃣ 5",
      "unexpected `limit` after the condition; write `| limit`",
      mended: "numbers where status in (active, pending) | limit 5")
    for condition in ["caller_id_name in (Ann)", "(caller_id_name = Ann)"] {
      #expect(
        Planning.diagnostics("numbers where \(condition) Lee").map(\.message)
          == ["unexpected `Lee` after the condition"])
    }
  }

  @Test func misspeltPartsOfAnObject() {
    expectRefusal(
      "qu_1 1️⃣membrs2️⃣ | limit 3", "a queue has no `membrs`; did you mean `members`? (members)",
      mended: "qu_1 members | limit 3")
    expectRefusal(
      "qu_1 1️⃣limit2️⃣ 3", "unexpected `limit` after `qu_1`; write `qu_1 | limit`",
      mended: "qu_1 | limit 3")
  }

  @Test(arguments: [
    ("numbers 1️⃣> out.csv2️⃣", "| export csv out.csv", "numbers | export csv out.csv"),
    (
      "numbers | limit 5 1️⃣> a/b.json2️⃣", "| export json a/b.json",
      "numbers | limit 5 | export json a/b.json"
    ),
    ("numbers 1️⃣> ~/a.csv2️⃣", "| export csv ~/a.csv", "numbers | export csv ~/a.csv"),
    (
      "numbers where status=active 1️⃣>x2️⃣", "| export csv x",
      "numbers where status=active | export csv x"
    ),
  ])
  func redirectionsOfAShell(_ marked: String, _ stage: String, _ mended: String) {
    expectRefusal(marked, "`>` compares, it writes no file; write `\(stage)`", mended: mended)
  }

  @Test func anExportNamesItsFileWithoutARedirection() {
    expectRefusal(
      "numbers | export csv 1️⃣> out.csv2️⃣",
      "`export` names its file without `>`; write `out.csv`", mended: "numbers | export csv out.csv"
    )
  }

  @Test(arguments: [
    (
      "numbers 1️⃣status2️⃣=active", "write `numbers where status …`", "numbers where status=active"
    ),
    (
      "numbers 1️⃣status2️⃣ is null", "write `numbers where status …`",
      "numbers where status is null"
    ),
    ("numbers 1️⃣limit2️⃣ 5", "write `numbers | limit`", "numbers | limit 5"),
    ("numbers 1️⃣LIMIT2️⃣ 5", "write `numbers | LIMIT`", "numbers | LIMIT 5"),
  ])
  func wordsBehindASource(_ marked: String, _ way: String, _ mended: String) {
    let word = MarkedText(marked)
    expectRefusal(
      marked, "unexpected `\(word.range.text)` after `numbers`; \(way)", mended: mended)
  }

  @Test func sortsBy() {
    expectRefusal(
      "numbers | sort 1️⃣by2️⃣ status desc", "`sort` takes the field alone; write `sort status`",
      mended: "numbers | sort status desc")
    expectRefusal(
      "numbers | 1️⃣order2️⃣ by status",
      "unknown stage `order`; it is called `sort` here: sort FIELD [asc|desc], …",
      mended: "numbers | sort status")
  }

  @Test(arguments: [
    ("1️⃣list2️⃣ numbers", "a line begins with its source; write `numbers` without `list`"),
    ("1️⃣GET2️⃣ numbers", "a line begins with its source; write `numbers` without `GET`"),
    ("1️⃣GET /v1/phone-numbers2️⃣", "a list is called by its name here; write `numbers`"),
    ("1️⃣curl https://a.b/v1/phone-numbers2️⃣", "a list is called by its name here; write `numbers`"),
    ("1️⃣/v1/phone-numbers2️⃣", "a list is called by its name here; write `numbers`"),
  ])
  func requests(_ marked: String, _ message: String) {
    expectRefusal(marked, message, mended: "numbers")
  }

  @Test(arguments: ["/v1/nothing", "/v1/phone-numbers/did_1"])
  func requestsForWhatIsNoListOfThisVersion(_ path: String) {
    for marked in ["GET \(path)", path, "curl https://api.dialstack.ai\(path)"] {
      let diagnostics = Planning.diagnostics(marked)
      #expect(
        diagnostics.map(\.message)
          == ["`\(path)` is no list of this version; `help` lists those that are"])
      #expect(SourceText(marked).mended(by: diagnostics) == nil)
    }
  }

  @Test func requestsWithAQuery() {
    expectRefusal(
      "1️⃣get /v1/phone-numbers?status=active&page=x&limit=52️⃣ | count",
      "a list is called by its name here; write `numbers where status=active | limit 5`",
      mended: "numbers where status=active | limit 5 | count")
  }

  @Test(arguments: Catalog.standard.unavailable)
  func listsThatThisVersionDoesNotRead(_ word: String) {
    for word in [word, word.uppercased()] {
      expectRefusal(
        "1️⃣\(word)2️⃣ | limit 1", "`\(word)` is not in this version; `help` lists those that are")
    }
    expectRefusal("list 1️⃣\(word)2️⃣", "`\(word)` is not in this version; `help` lists those that are")
  }

  @Test(arguments: ["calls", "users", "voicemails"])
  func aListThatIsNamedInTheAPIsDocumentsIsKnown(_ word: String) throws {
    let catalog = Catalog(resources: [.accounts, .numbers], unavailable: [word])
    let sentence = "`\(word)` is not in this version; `accounts` and `numbers` are"
    #expect(throws: Rejection.self) { try Self.plan("\(word) | limit 1", over: catalog) }
    do throws(Rejection) {
      try Self.plan("\(word) | limit 1", over: catalog)
    } catch {
      #expect(error.diagnostics.map(\.message) == [sentence])
      #expect(error.diagnostics.map(\.range.text) == [word])
    }
  }

  private static func plan(_ text: String, over catalog: Catalog) throws(Rejection) {
    _ = try Planner.plan(
      SourceText(text), with: .standard(catalog: catalog), in: Planning.scope())
  }

  @Test func misspeltWords() {
    expectRefusal(
      "numbers where 1️⃣staus2️⃣=active",
      "unknown field `staus` in numbers; did you mean `status`?",
      mended: "numbers where status=active")
    let text = "nubmers where x=1; accounts where nmae=1 | fliter x"
    #expect(
      SourceText(text).mended(by: Planning.diagnostics(text))
        == "numbers where x=1; accounts where name=1 | where x")
  }

  @Test func aVariablesValueIsNotMendedInTheText() {
    let scope = Planning.scope(variables: ["state": "actve"])
    let text = "numbers where status=$state"
    #expect(SourceText(text).mended(by: Planning.diagnostics(text, in: scope)) == nil)
  }

  @Test func ofMendsThatOverlapTheFirstIsApplied() {
    let text = SourceText("abcdef")
    let diagnostics = [
      Diagnostic(at: text.range(2, 5), "b", mend: Mend(text.range(2, 5), "X")),
      Diagnostic(at: text.range(1, 3), "a", mend: Mend(text.range(1, 3), "YY")),
      Diagnostic(at: text.range(6, 6), "c", mend: Mend(text.range(6, 6), "!")),
      Diagnostic(at: text.range(0, 1), "no mend"),
    ]
    #expect(text.mended(by: diagnostics) == "aYYdef!")
  }
}

/// Words of the language in any case, and values that were seen.
struct SpellingOfWordsTests {
  @Test func theWordsOfTheLanguageAreTakenInAnyCase() throws {
    let shouted = try Planning.plan(
      """
      USE acct_1; numbers WHERE status IN (active) AND NOT fax_enabled OR
      expires_at = NULL AND outbound_enabled = TRUE | SORT created_at DESC | COUNT BY status | SELECT count AS n
      | Limit 5 | EXPORT CSV
      """)
    let said = try Planning.plan(
      """
      use acct_1; numbers where status in (active) and not fax_enabled or
      expires_at = null and outbound_enabled = true | sort created_at desc | count by status | select count as n
      | limit 5 | export csv
      """)
    func texts(_ plan: ScriptPlan) -> [String] {
      plan.steps.map { step in
        if case .run(let plan) = step { plan.explanation.lowercased() } else { "" }
      }
    }
    #expect(texts(shouted) == texts(said))
    #expect(texts(said).last?.contains("newest first") == false)
    guard case .use(let accounts) = shouted.steps[0] else {
      Issue.record("`USE` is no statement")
      return
    }
    #expect(accounts.single == "acct_1")
  }

  @Test func fieldsAndSourcesAreNot() {
    expectRefusal(
      "1️⃣Numbers2️⃣", "unknown resource or command `Numbers`; did you mean `numbers`?")
    expectRefusal(
      "numbers where 1️⃣STATUS2️⃣=active", "unknown field `STATUS` in numbers; did you mean `status`?")
  }

  @Test func twoEqualSignsAreOne() throws {
    #expect(
      try Planning.pipeline("numbers where status == active").target
        == "/v1/phone-numbers?limit=100&status=active")
  }

  @Test func nothingMayBeSkipped() throws {
    #expect(try Planning.pipeline("numbers | skip 0 | count").stages.count == 2)
    expectRefusal(
      "numbers | skip 1️⃣x2️⃣", "`skip` needs a whole number of 0 or more, found `x`")
  }

  @Test func aValueThatWasSeenNeedsNoQuotes() throws {
    var scope = Planning.scope()
    expectRefusal(
      "numbers where status = 1️⃣quarantined2️⃣",
      "`quarantined` is not a status (active, inactive, pending, released)", in: scope)
    scope.known = SeenStatus(value: "quarantined")
    let plan = try Planning.pipeline("numbers where status = quarantined", in: scope)
    #expect(
      plan.explanation.contains("status = quarantined here: the API may refuse a value"),
      "\(plan.explanation)")
  }
}

/// A session that has seen one status of numbers.
private struct SeenStatus: KnownValues {
  let value: String

  func knownValues(of field: String, in resource: String) -> [String] {
    field == "status" && resource == "numbers" ? [value] : []
  }

  func knownAccounts(_ most: Int) -> [KnownAccount] { [] }
  func knownAccounts(called part: String, _ most: Int) -> [KnownAccount] { [] }
  func knownAccount(_ id: Account.ID) -> KnownAccount? { nil }
}
