import DialExport
import DialLanguage
import DialPipeline
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import LineEditing
import ShellTestSupport
import Testing

/// Words, functions, formats and a list that the program doesn't know, wherever its own are.
struct ExtensionTests {
  private let scratch: ScratchDirectory

  init() throws {
    scratch = try ScratchDirectory()
  }

  @Test(arguments: Way.allCases)
  func aScriptUsesAllOfThem(_ way: Way) async throws {
    var setting = RunSetting.extended
    let first = try await run("numbers | limit 1 | select id", in: setting)
    let number = try #require(first.output.split(separator: "\n").last.map(String.init))
    setting.variables = ["number": number]
    let outcome = try await run(
      """
      param number
      say "the newest number"
      numbers | among id (numbers | limit 1 | select id) | add area = area(.phone_number) \
      | select status, area | export lines mark=dash
      number_routes where number=$number | limit 2 | select position, number \
      | export folder \(scratch.path)
      """, in: setting, way)
    #expect(
      outcome.errors == "dialsh: warning: a folder is no report\n1 row written to \(scratch.path)\n"
    )
    #expect(outcome.output == "the newest number\n- active\n- 818\n\n")
    #expect(
      outcome.requests.filter { !$0.contains("page=") } == [
        "/v1/phone-numbers?limit=1", "/v1/phone-numbers?limit=100",
        "/v1/phone-numbers/\(number)/routes?limit=2",
      ])
    let names = try scratch.names
    #expect(names == ["4.txt"])
    #expect(try scratch.read("4.txt") == "4 \(number)")
  }

  @Test func helpTellsOfThem() async throws {
    let outcome = try await run(
      "help area; help among; help export lines; describe number_routes", in: .extended)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        area(PHONE)
          The area code of a phone number.

        examples
          numbers | add area = area(.phone_number)  three digits
        among FIELD (PIPELINE)
          Keep the rows that another pipeline has, too.

        examples
          numbers | among id (numbers where status=active | select id)  a list
        export lines [PATH] [OPTION=VALUE …]
          A line a cell.

        examples
          numbers | select id | export lines mark=dash  a list of ids

        options
          mark=none|dash  what stands before each cell; none by default
        number_routes
          Where a number leads, in order. The list is an account's: `use acct_…` chooses it. It belongs to a number.
          GET /v1/phone-numbers/{number}/routes, lowest first by position

        fields
          number    id: the number
          position  integer: which of them
          title     text: what it is called

        filters of the API
          none; every condition is checked here

        relations
          account  the one of `use`; `accounts` lists them
          number   → numbers

        example
          number_routes where number=did_01h2 | limit 5 | export csv

        """)
    let overview = try await run("help", in: .extended).output
    for text in [
      "  number_routes                Where a number leads, in order.\n\n"
        + "  An id alone reads its object: acct_…, did_…, user_…; what belongs to it stands behind: ",
      "  add NAME = CALCULATION                 Add a column that is worked out of others.\n",
      "  among FIELD (PIPELINE)                 Keep the rows that another pipeline has, too.\n",
      "  lines   A line a cell.\n  folder  A file a row.\n",
      "  area(PHONE)                 The area code of a phone number.\n",
      "  say TEXT                                Write a text.\n",
    ] {
      #expect(overview.contains(text), "\(text)")
    }
  }

  @Test func explainTellsWhatTheyDo() async throws {
    let outcome = try await run(
      "explain number_routes where number=did_1 and position=2 | among number (numbers | limit 3) "
        + "| add area = area(+14155550100) | export lines", in: .extended)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        account   acct_01h2xcejqtf2nbrexx3vqjhp41
        request   GET /v1/phone-numbers/did_1/routes?limit=100
        pages     100 rows a request: `where` may need every row
        filtered  number=did_1 by the API in its path, and checked here again
        filtered  position=2 here: the API has no filter for `position`
        stage     `where position=2` keeps the rows for which it holds
        stage     `among number (numbers | limit 3)` asks for the rows in parentheses first
        stage     `add area = area(+14155550100)` works out a column
        order     lowest first by position, as the API lists
        memory    one page
        columns   number, position, title, area
        output    lines to standard output

        """)
    #expect(outcome.requests == [])
  }

  @Test(arguments: [
    ("sa", ["say"]), ("number_", ["number_routes"]), ("numbers | a", ["add", "among"]),
    ("numbers | add x = ar", ["area"]), ("numbers | add x = area(.phone_", [".phone_number"]),
    ("numbers | among stat", ["status"]),
    ("numbers | among id (numb", ["numbers", "number_routes"]),
    ("numbers | among id (numbers | sel", ["select"]),
    ("numbers | add area = .id | sort are", ["area"]), ("numbers | export li", ["lines"]),
    ("numbers | export lines m", ["mark"]), ("numbers | export lines mark=", ["none", "dash"]),
    ("number_routes where pos", ["position"]), ("help ar", ["area"]), ("help sa", ["say"]),
  ])
  func completionOffersThem(_ text: String, _ expected: [String]) {
    var typing = Typing()
    typing.vocabulary = .extended
    #expect(typing.completion(of: text).candidates.map(\.text) == expected)
  }

  @Test(arguments: [
    "numbers | add x = ‹aera›(.phone_number) | count", "numbers | add x = area(‹$nothing›) | count",
    "numbers | among ‹ident› (numbers) | count", "numbers | among id (‹nubmers›) | count",
    "numbers | export lines ‹mrk›=dash ", "numbers | export lines mark=‹star› ",
    "say hello ‹world› ", "number_routes where ‹psition›=1 and number=did_1 | count",
    "numbers | add x = area(.phone_number) | count",
    "number_routes where number=did_1 | export lines",
  ])
  func whatIsWrongWithThemIsUnderlined(_ marked: String) {
    let text = marked.filter { $0 != "‹" && $0 != "›" }
    var typing = Typing()
    typing.vocabulary = .extended
    #expect(typing.marked(text) == marked)
  }

  @Test(arguments: [
    ("aera(.phone_number)", "1:19: unknown function `aera`; did you mean `area`?"),
    ("area()", "1:19: `area(PHONE)` takes 1 value, found 0"),
    ("area(.phone_number, 1)", "1:19: `area(PHONE)` takes 1 value, found 2"),
    ("area(.status)", "1:24: `area(PHONE)` takes a phone number here, found a choice"),
    ("area(.phone_number", "1:23: `(` is not closed"),
    ("(.status", "1:19: `(` is not closed"),
    ("$nothing", "1:19: unknown variable `$nothing`; a script declares it with `param nothing`"),
    ("", "1:19: expected a value, found the end"),
  ])
  func aCalculationThatMakesNoSenseIsRefused(_ calculation: String, _ expected: String) async throws
  {
    let outcome = try await run("numbers | add x = \(calculation)", in: .extended)
    #expect(outcome.errors.split(separator: "\n").first == "dialsh: \(expected)")
    #expect(outcome.requests == [])
  }

  @Test(arguments: Vocabulary.extended.examples)
  func theirExamplesPlan(_ example: Example) throws {
    _ = try Planner.plan(SourceText(example.line), with: .extended, in: Typing().scope)
  }
}
