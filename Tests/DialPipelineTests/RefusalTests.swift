import DialExport
import DialLanguage
import DialPipeline
import DialStack
import Testing

/// What users read when a line makes no sense.
struct RefusalTests {
  private static let formats = Vocabulary.standard().exporters.map { $0.signature.name }
  private static let options = CSVFormat.options.map(\.name)

  @Test func aUseWithoutAnAccount() {
    expectRefusal("use1️⃣2️⃣", "expected an account id, `all`, `none` or ( a pipeline ), found the end")
    #expect(
      Planning.diagnostics("use; = 1\n) 3").map(\.message) == [
        "expected an account id, `all`, `none` or ( a pipeline ), found `;`",
        "expected a resource or a command, found `=`",
        "expected a resource or a command, found `)`",
      ])
  }

  @Test func misspeltFields() {
    expectRefusal(
      "numbers where 1️⃣staus2️⃣=active",
      "unknown field `staus` in numbers; did you mean `status`?")
    expectRefusal(
      "numbers | select 1️⃣zzzzzz2️⃣",
      "unknown field `zzzzzz` in numbers; `describe numbers` lists them")
    expectRefusal(
      "numbers | count by status | sort 1️⃣started_at2️⃣",
      "unknown field `started_at` in the output of `count` (status, count)")
    expectRefusal(
      "numbers | select status | where 1️⃣id2️⃣=x",
      "unknown field `id` in the output of `select` (status)")
    expectRefusal(
      "accounts where 1️⃣config.timezon2️⃣=x",
      "unknown field `config.timezon` in accounts; did you mean `config.timezone`?")
  }

  @Test func wordsBehindAValue() {
    expectRefusal(
      "numbers where status in active 1️⃣released2️⃣",
      "unexpected `released` after the condition; values of a list stand with commas between them",
      mended: "numbers where status in active, released")
    expectRefusal(
      "numbers where location = loc_x 1️⃣y2️⃣", "unexpected `y` after the condition")
    expectRefusal(
      "numbers where caller_id_name = Harbor 1️⃣Vet2️⃣",
      "unexpected `Vet` after the condition; a value with spaces stands in quotes: \"Harbor Vet\"",
      mended: "numbers where caller_id_name = \"Harbor Vet\"")
  }

  @Test func calculationsThatMakeNoSense() {
    expectRefusal(
      "numbers | set x = 1️⃣.id + 12️⃣", "`+` can't join an id and a whole number; it takes numbers")
    expectRefusal(
      "numbers | set x = 1️⃣.created_at - true2️⃣",
      "`-` can't join a time and true or false; it takes numbers, or two times")
    expectRefusal("numbers | set x1️⃣2️⃣", "expected `=` behind `x`, found the end")
    expectRefusal(
      "numbers | set x = 1️⃣round(1, 2, 3)2️⃣",
      "`round(NUMBER, [DIGITS])` takes at most 2 values, found 3")
    expectRefusal("numbers | set x = 1️⃣lowr2️⃣(.id)", "unknown function `lowr`; did you mean `lower`?")
    expectRefusal("numbers | set x = 1 +1️⃣2️⃣", "expected a value, found the end")
    let sum = Array(repeating: "1", count: 102).joined(separator: " + ")
    #expect(
      Planning.diagnostics("numbers | set x = \(sum)").map(\.message) == [
        "calculations may be nested 100 deep, not deeper"
      ])
  }

  @Test func recordsOfOtherNamesStandBesideEachOther() throws {
    for line in [
      "calls | with user.presence, user", "calls | with user, user.presence",
      "calls | each quality_metrics as q | each quality_metrics as r",
    ] { _ = try Planning.plan(line) }
  }

  @Test func recordsOfOneNameWouldHaveColumnsOfOneName() {
    for line in ["calls | with user, 1️⃣user2️⃣", "calls | with user | with 1️⃣user2️⃣"] {
      expectRefusal(line, "there are columns of `user` already")
    }
    expectRefusal(
      "calls | with user.presence | with 1️⃣user.presence2️⃣",
      "there are columns of `user.presence` already")
    expectRefusal(
      "queues | each members | each 1️⃣members2️⃣",
      "there are columns of `members` already; name these: `each members as NAME`")
  }

  @Test func figuresAndListsThatMakeNoSense() {
    expectRefusal(
      "numbers | stats sum(1️⃣status2️⃣)", "`sum` takes numbers; `status` is a choice")
    expectRefusal(
      "numbers | stats max(1️⃣status2️⃣)", "`max` takes numbers and times; `status` is a choice")
    expectRefusal("numbers | stats 1️⃣avg2️⃣", "`avg` needs a field: `avg(duration_seconds)`")
    for (call, mended) in [("count1️⃣()2️⃣", "count"), ("share1️⃣()2️⃣", "share")] {
      expectRefusal(
        "numbers | stats \(call) by status",
        "`\(mended)` of rows is written without parentheses",
        mended: "numbers | stats \(mended) by status")
    }
    expectRefusal("numbers | stats 1️⃣share(id2️⃣)", "`share` is of rows and takes no field")
    expectRefusal(
      "numbers | stats 1️⃣averge2️⃣(id)",
      """
      unknown figure `averge` (count, share, sum, avg, min, max, median, p95, distinct)
      """)
    expectRefusal(
      "numbers | stats count, 1️⃣count2️⃣",
      "two columns are called `count`; name one of them with `as`")
    expectRefusal(
      "numbers | count by status, 1️⃣status2️⃣",
      "two columns are called `status`; name one of them with `as`")
    expectRefusal(
      "numbers | count by weekday(1️⃣staus2️⃣)",
      "unknown field `staus` in numbers; did you mean `status`?")
    expectRefusal(
      "numbers | each 1️⃣status2️⃣",
      "`each` takes a list; `status` is a choice, none of the columns is one")
    expectRefusal(
      "numbers | expect 1️⃣staus2️⃣=active",
      "unknown field `staus` in numbers; did you mean `status`?")
  }

  @Test func misspeltChoices() {
    expectRefusal(
      "numbers where status=1️⃣actve2️⃣",
      "`actve` is not a status; did you mean `active`? (active, inactive, pending, released)")
    expectRefusal(
      "numbers where status in (active, 1️⃣nope2️⃣)",
      "`nope` is not a status (active, inactive, pending, released)")
    expectRefusal(
      "numbers where inbound_routing=1️⃣droop2️⃣",
      "`droop` is not an inbound_routing; did you mean `drop`? (default, drop)")
  }

  @Test func misspeltWords() {
    expectRefusal(
      "1️⃣nubmers2️⃣ | limit 5", "unknown resource or command `nubmers`; did you mean `numbers`?")
    expectRefusal(
      "numbers | 1️⃣fliter2️⃣ status=active", "unknown stage `fliter`; did you mean `where`?")
    expectRefusal(
      "numbers | 1️⃣head2️⃣ 5", "unknown stage `head`; it is called `limit` here: limit N")
    expectRefusal(
      "numbers | export 1️⃣cvs2️⃣",
      "unknown export format `cvs`; did you mean `csv`? (\(Self.formats.joined(separator: ", ")))")
    expectRefusal("help 1️⃣wher2️⃣", "no help on `wher`; did you mean `where`?")
  }

  @Test func valuesOfTheWrongKind() {
    expectRefusal(
      "numbers where created_at >= 1️⃣last-weak2️⃣",
      "`created_at` is a time; write 2026-09-01, 2026-09, today or -7d")
    expectRefusal(
      "numbers where created_at >= 1️⃣2026-13-012️⃣",
      "`created_at` is a time; write 2026-09-01, 2026-09, today or -7d")
    expectRefusal(
      "numbers where fax_enabled=1️⃣maybe2️⃣", "`fax_enabled` is true or false, found `maybe`")
    expectRefusal(
      "accounts where config.max_phone_numbers > 1️⃣many2️⃣",
      "`config.max_phone_numbers` is a number, found `many`")
    expectRefusal(
      "numbers where phone_number = 1️⃣555-0100122️⃣",
      "`phone_number` is a phone number, found `555-010012`; write +14155550100 or \"(415) 555-0100\""
    )
    expectRefusal(
      "numbers where phone_number > 1️⃣+14152️⃣",
      "`phone_number` is a phone number and can't be compared by `< or >`; use =, !=, ~ or `in +1415`"
    )
    expectRefusal(
      "numbers where 1️⃣status2️⃣",
      "`status` is not true or false by itself; compare it, as in `status = …`")
    expectRefusal(
      "numbers where status < 1️⃣null2️⃣",
      "`status` is a choice and can't be compared by `< null`; use = null or != null")
    expectRefusal(
      "numbers where caller_id_name ~ 1️⃣\"(\"2️⃣",
      "`(` is not a regular expression: missing closing parenthesis at its end; "
        + "\\ takes a sign as itself: \\+")
  }

  @Test func optionsOfAShellAreNoPaths() {
    expectRefusal(
      "numbers | export csv 1️⃣--no-header2️⃣",
      "`--no-header` looks like an option; write `header=no`, and `./--no-header` is a file of that name"
    )
    expectRefusal(
      "numbers | export csv 1️⃣--delimiter=2️⃣",
      "`--delimiter=` looks like an option; write `delimiter=VALUE`, and `./--delimiter=` is a file of that name"
    )
    expectRefusal(
      "numbers | export csv 1️⃣-x2️⃣ header=no",
      "`-x` looks like an option; `export csv` takes \(Self.options.map { "\($0)=" }.joined(separator: ", ")), and `./-x` is a file of that name"
    )
    expectRefusal(
      "numbers | export csv out.csv 1️⃣--no-header2️⃣",
      "`--no-header` looks like an option; write `header=no`, and `./--no-header` is a file of that name"
    )
    expectRefusal(
      "numbers | export csv crlf=yes 1️⃣--header=no2️⃣ --bom",
      "`--header=no` looks like an option; write `header=no`, and `./--header=no` is a file of that name"
    )
    expectRefusal(
      "numbers | export csv 1️⃣-o2️⃣ out.csv",
      "`-o` looks like an option; `export csv` takes \(Self.options.map { "\($0)=" }.joined(separator: ", ")), and `./-o` is a file of that name"
    )
    expectRefusal(
      "numbers | export table 1️⃣--wide2️⃣",
      "`--wide` looks like an option; `export table` takes none, and `./--wide` is a file of that name"
    )
  }

  @Test(arguments: ["0", "-1", "5.0", "many", "99999999999999999999", "٣"])
  func countsMustBeWholeNumbers(_ number: String) {
    expectRefusal(
      "numbers | limit 1️⃣\(number)2️⃣",
      "`limit` needs a whole number of 1 or more, found `\(number)`")
  }

  @Test func missingParts() {
    expectRefusal(
      "numbers | limit1️⃣2️⃣", "`limit` needs a whole number of 1 or more, found the end")
    expectRefusal("numbers | where1️⃣2️⃣", "expected a field, found the end")
    expectRefusal("numbers | export1️⃣2️⃣", "expected a format, as in `export csv`, found the end")
    expectRefusal("numbers | sort1️⃣2️⃣", "expected a field, found the end")
  }

  @Test func tooMuch() {
    expectRefusal("numbers | limit 5 1️⃣62️⃣", "unexpected `6` after the number")
    expectRefusal(
      "numbers 1️⃣limit2️⃣ 5", "unexpected `limit` after `numbers`; write `numbers | limit`")
    expectRefusal(
      "numbers | 1️⃣export2️⃣ csv | limit 5", "`export` ends a pipeline; nothing may follow it")
    expectRefusal(
      "numbers | export csv x.csv 1️⃣append2️⃣=yes",
      "`export csv` has no option `append`; it takes "
        + "\((Self.options + ["errors", "resume"]).joined(separator: ", "))")
    expectRefusal(
      "numbers | export csv header=1️⃣maybe2️⃣", "`header` takes yes or no, found `maybe`")
    expectRefusal(
      "numbers | select id, status as 1️⃣id2️⃣",
      "two columns are called `id`; name one of them with `as`")
  }

  @Test func accountsAndVariables() {
    let nobody = Planning.scope(account: nil)
    expectRefusal(
      "1️⃣numbers2️⃣",
      "no account chosen: `numbers` belongs to an account; try `use acct_…` (`accounts` lists them) "
        + "or `use all`",
      in: nobody)
    expectRefusal(
      "use acct_1; use none; 1️⃣numbers2️⃣",
      "no account chosen: `numbers` belongs to an account; try `use acct_…` (`accounts` lists them) "
        + "or `use all`")
    expectRefusal(
      "use acct_1, 1️⃣all2️⃣", "`all` stands alone behind `use`; leave the others out")
    expectRefusal(
      "use 1️⃣NONE2️⃣, acct_1", "`NONE` stands alone behind `use`; leave the others out")
    expectRefusal(
      "use 1️⃣(2️⃣accounts | select name, id)",
      "`use` takes the ids in the first column, and `name` is text; end the pipeline with "
        + "`| select id`")
    expectRefusal(
      "use acct_1; use 1️⃣(2️⃣calls | limit 3)",
      "`use` takes the ids of accounts in the first column, and `id` is of `calls`")
    expectRefusal(
      "use acct_1; use 1️⃣(2️⃣calls | select user)",
      "`use` takes the ids of accounts in the first column, and `user` is of `users`")
    expectRefusal(
      "use 1️⃣(2️⃣accounts | export csv)",
      "a pipeline in parentheses has no `export`: its rows go to `use`")
    expectRefusal("use 1️⃣(2️⃣accounts", "`(` is not closed")
    expectRefusal(
      "use (accounts where 1️⃣nmae2️⃣ = x)",
      "unknown field `nmae` in accounts; did you mean `name`?")
    expectRefusal(
      "use acct_1,1️⃣2️⃣", "expected an account id, `all`, `none` or ( a pipeline ), found the end")
    expectRefusal(
      "use 1️⃣\"a b\"2️⃣", "`a b` is not an account id; it has 1 to 255 characters and no spaces")
    expectRefusal(
      "use 1️⃣$n2️⃣", "`a b` is not an account id; it has 1 to 255 characters and no spaces",
      in: Planning.scope(variables: ["n": "a b"]))
    expectRefusal(
      "param n = x\nnumbers | export csv header=1️⃣$n2️⃣", "`header` takes yes or no, found `x`")
    expectRefusal(
      "numbers where status=1️⃣$state2️⃣",
      "unknown variable `$state`; a script declares it with `param state`")
    expectRefusal(
      "param 1️⃣state2️⃣; numbers where status=$state",
      "`state` has no value; give --state=… or write `param state = …`")
    expectRefusal(
      "param state=actve; numbers where status=1️⃣$state2️⃣",
      "`actve` is not a status; did you mean `active`? (active, inactive, pending, released)")
  }

  @Test func pathsThatCannotBeWritten() {
    expectRefusal(
      "numbers | export csv 1️⃣/no/such/x.csv2️⃣",
      "can't write `/no/such/x.csv`: there is no directory `/no/such`")
    expectRefusal("numbers | export csv 1️⃣/tmp2️⃣", "can't write `/tmp`: it is a directory")
    expectRefusal("numbers | export csv 1️⃣\"\"2️⃣", "can't write ``: the path is empty")
  }

  @Test func independentMistakesAreToldAtOnce() {
    #expect(
      Planning.diagnostics(
        "numbers where staus=active and status=actve | limit 0\nnubmers", in: Planning.scope()
      ).map(\.message) == [
        "unknown field `staus` in numbers; did you mean `status`?",
        "`actve` is not a status; did you mean `active`? (active, inactive, pending, released)",
        "`limit` needs a whole number of 1 or more, found `0`",
        "unknown resource or command `nubmers`; did you mean `numbers`?",
      ])
  }

  @Test func periodsPrefixesAndListsAreNamed() {
    expectRefusal(
      "numbers where created_at in 1️⃣-7d2️⃣",
      "`-7d` is a moment, and `created_at in` takes a day or a month; "
        + "write >= -7d for what came since")
    expectRefusal(
      "numbers where phone_number in 1️⃣4152️⃣",
      "`phone_number in` takes the beginning of a number, found `415`; write +1415")
    expectRefusal(
      "numbers where config = 1️⃣x2️⃣",
      "`config` is an object and can't be compared by `=`; use ~ on its JSON, or = null")
  }

  @Test func variablesThatNoScriptDeclaresAreRefused() {
    var scope = Planning.scope(variables: ["state": "active", "sttae": "pending"])
    scope.given = ["state", "sttae"]
    expectRefusal(
      "1️⃣2️⃣param state; numbers where status=$state",
      "--sttae is given, but the text has no `param sttae`; did you mean `--state`?", in: scope)
  }

  @Test func countsMayBeVariables() throws {
    let scope = Planning.scope(variables: ["n": "3", "word": "many"])
    #expect(
      try Planning.pipeline("numbers | limit $n", in: scope).target
        == "/v1/phone-numbers?limit=3")
    expectRefusal(
      "numbers | limit 1️⃣$word2️⃣", "`limit` needs a whole number of 1 or more, found `many`",
      in: scope)
  }

  @Test func aPipelineMayNotGrowForEver() {
    let stages = String(repeating: "| skip 1 ", count: 100)
    #expect(Planning.diagnostics("numbers \(stages)") == [])
    expectRefusal(
      "numbers \(stages)| 1️⃣skip2️⃣ 1", "a pipeline may have 100 stages, not more")
  }

  @Test func otherHomesAndFoldersAreNoFiles() {
    expectRefusal(
      "numbers | export csv 1️⃣~root/x.csv2️⃣",
      "`~root/x.csv` names another user's home, which is not looked up; write the path")
    expectRefusal(
      "numbers | export csv 1️⃣/tmp/x.csv/2️⃣", "can't write `/tmp/x.csv/`: it names a directory")
  }

  @Test func everyPathThatCannotBeWrittenIsToldWhenAllElseMakesSense() {
    let text = "numbers | export csv /no/a.csv; explain accounts | export json \"/no/b.json\""
    let messages = ["/no/a.csv", "/no/b.json"].map {
      "can't write `\($0)`: there is no directory `/no`"
    }
    #expect(Planning.diagnostics(text).map(\.message) == messages)
    #expect(Planning.diagnostics(text + "; nubmers").map(\.range.lower) == [text.utf8.count + 2])
    // Nobody knows yet what the path will be.
    var scope = Planning.scope()
    scope.openParameters = .withoutValue
    #expect(
      Planning.diagnostics("param dir; numbers | export csv /no/$dir/a.csv", in: scope) == [])
  }

  @Test func formatNeedsPhones() {
    expectRefusal(
      "numbers | format | 1️⃣format2️⃣",
      "the rows are formatted already; one `format` is enough")
    expectRefusal(
      "numbers | select id, status | 1️⃣format2️⃣",
      "`format` shows phone numbers, and the output of `select` has none (id, status)")
    expectRefusal(
      "numbers | format 1️⃣style2️⃣=short", "`format` has no option `style`; it takes none")
  }
}
