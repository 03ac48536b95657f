import DialLanguage
import DialPipeline
import DialTestSupport
import Testing

/// How `dialsh fmt` writes scripts.
struct LayoutTests {
  private func expectLayout(
    _ script: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let vocabulary = Vocabulary.standard()
    let layout = try vocabulary.layout(of: SourceText(script), in: Planning.scope())
    #expect(layout == expected, sourceLocation: sourceLocation)
    let again = try vocabulary.layout(of: SourceText(layout), in: Planning.scope())
    #expect(again == layout, sourceLocation: sourceLocation)
  }

  @Test func aStatementIsALine() throws {
    try expectLayout(
      "use acct_1;;numbers   where\tstatus=active|format| export csv\n  accounts ; # all\n",
      """
      use acct_1
      numbers where status = active | format | export csv
      accounts # all

      """)
  }

  @Test func oneEmptyLineIsKeptBetweenStatementsAndNoneAround() throws {
    try expectLayout(
      "\n\n#!/usr/bin/env dialsh\r\n# about\r\n\r\n \r\n\nuse acct_1\n# why\n\n\nnumbers\n\n\n",
      """
      #!/usr/bin/env dialsh
      # about

      use acct_1
      # why

      numbers

      """)
  }

  @Test(arguments: ["", " ", "\n\n", "\t\r\n", ";", " ;\n;"])
  func whatHasNoStatementIsEmpty(_ script: String) throws {
    try expectLayout(script, "")
  }

  @Test func aLongPipelineHasALineForEachStage() throws {
    let stages = "| sort id desc | select id, phone_number, status, created_at | limit 1000"
    try expectLayout(
      "numbers where fax_enabled \(stages)0",
      "numbers where fax_enabled \(stages)0\n")
    try expectLayout(
      "numbers where fax_enabled \(stages)00",
      """
      numbers where fax_enabled
        | sort id desc
        | select id, phone_number, status, created_at
        | limit 100000

      """)
  }

  @Test func columnsOfATerminalCount() throws {
    let wide = String(repeating: "日", count: 34)
    try expectLayout(
      "numbers | where name = \"\(wide)\" | count",
      """
      numbers
        | where name = "\(wide)"
        | count

      """)
  }

  @Test func aStageThatIsTooLongGoesOnBehindACommaOrAnAnd() throws {
    let names = (1...9).map { "config.fax_notifications as name_\($0)" }.joined(separator: ", ")
    try expectLayout(
      "numbers where status = active and phone_number in +1415 and outbound_enabled and fax_enabled "
        + "| select \(names)",
      """
      numbers where status = active and phone_number in +1415 and outbound_enabled and fax_enabled
        | select config.fax_notifications as name_1, config.fax_notifications as name_2,
            config.fax_notifications as name_3, config.fax_notifications as name_4,
            config.fax_notifications as name_5, config.fax_notifications as name_6,
            config.fax_notifications as name_7, config.fax_notifications as name_8,
            config.fax_notifications as name_9

      """)
    // In few parentheses, if any.
    let values = (1...9).map { "did_000000000000\($0)" }.joined(separator: ", ")
    try expectLayout(
      "numbers | set area = coalesce(replace(.phone_number, \"+1\", nothing), lower(.status), other, "
        + "(1 + 2)) | where id in (\(values)) or status = active",
      """
      numbers
        | set area = coalesce(replace(.phone_number, "+1", nothing), lower(.status), other, (1 + 2))
        | where id in (did_0000000000001, did_0000000000002, did_0000000000003, did_0000000000004,
            did_0000000000005, did_0000000000006, did_0000000000007, did_0000000000008,
            did_0000000000009) or status = active

      """)
  }

  @Test func linesOfAShortPipelineAreJoined() throws {
    try expectLayout(
      "numbers\n  | count by\\\n status\n\n\n| limit 5", "numbers | count by status | limit 5\n")
    try expectLayout(
      "numbers |\n count by status,\nfax_enabled", "numbers | count by status, fax_enabled\n")
  }

  @Test func aLongPipelineInParenthesesStandsInLinesOfItsOwn() throws {
    try expectLayout(
      """
      let late=( calls where connected_at=null and direction=inbound|sort started_at|select id, user, did, started_at )
      numbers where id not in (numbers where status = active and fax_enabled | sort created_at | select id) and fax_enabled | count
      use (accounts where email != null)
      """,
      """
      let late = (
        calls where connected_at = null and direction = inbound
          | sort started_at
          | select id, user, did, started_at
      )
      numbers where id not in (
        numbers where status = active and fax_enabled | sort created_at | select id
      ) and fax_enabled
        | count
      use (accounts where email != null)

      """)
  }

  @Test func commentsInAPipelineKeepTheirPlaces() throws {
    try expectLayout(
      """
      numbers   # all
        # some
          | where status=active and  # of those
            fax_enabled
        |  # what is asked
         count | # one
         # of them
         limit 1  # at most
      # done
      """,
      """
      numbers # all
        # some
        | where status = active and # of those
          fax_enabled # what is asked
        | count # one
        # of them
        | limit 1 # at most
      # done

      """)
    try expectLayout(
      "numbers where id in ( # two\n did_1, # first\n\n # second\ndid_2\n)",
      """
      numbers where id in ( # two
        did_1, # first
        # second
        did_2)

      """)
  }

  @Test func wordsOfTheLanguageAreInLowerCaseAndNoOthers() throws {
    try expectLayout(
      """
      USE ALL; NUMBERS WHERE Status = NULL
      numbers WHERE fax_enabled = TRUE AND caller_id_name = TRUE OR NOT id IN (AND, Or) | SORT id DESC | EXPORT CSV OUT.CSV
      HELP WHERE
      """,
      """
      use all
      NUMBERS where Status = null
      numbers where fax_enabled = true and caller_id_name = TRUE or not id in (AND, Or)
        | sort id desc
        | export csv OUT.CSV
      help WHERE

      """)
  }

  @Test func operatorsStandBetweenSpacesAndOptionsDoNot() throws {
    try expectLayout(
      "param p=1\nlet v  ='x'\nnumbers where status==active and not(id!=a)and created_at>=-7d|export csv  ~/a.csv header = no delimiter=';'",
      """
      param p = 1
      let v = 'x'
      numbers where status = active and not (id != a) and created_at >= -7d
        | export csv ~/a.csv header=no delimiter=';'

      """)
    try expectLayout(
      "calls | set w=round( ( .a - 2 ) *\t1 , 1 ), x=2|stats avg( w )as y,count by weekday (started_at)",
      "calls | set w = round((.a - 2) * 1, 1), x = 2 | stats avg(w) as y, count by weekday(started_at)\n"
    )
  }

  @Test func stringsAndPathsStayAsTheyAre() throws {
    try expectLayout(
      #"numbers where name="a  \u{e9}\"" or name='|  # '|export csv $dir/"a b".csv"#,
      #"numbers where name = "a  \u{e9}\"" or name = '|  # ' | export csv $dir/"a b".csv"# + "\n")
    try expectLayout("numbers where name='a\r\n  b'\r\n", "numbers where name = 'a\r\n  b'\n")
  }

  @Test func whatLooksLikeACommentOrAContinuationBecomesNone() throws {
    try expectLayout("numbers where name=#a and x=b#c", "numbers where name =#a and x = b#c\n")
    try expectLayout("accounts where name=a\\;accounts", "accounts where name = a\\ ;\naccounts\n")
    try expectLayout(
      "accounts where name=a\\ \\\n\naccounts where name in (b\\ \\\n# c\n)",
      "accounts where name = a\\ ;\n\naccounts where name in (b\\ # c\n  )\n")
    let long = String(repeating: "x", count: 100)
    try expectLayout(
      "numbers | where name=a\\ | where name=\(long)",
      "numbers\n  | where name = a\\ | where name = \(long)\n")
  }

  @Test func argumentsThatAreWordsStay() throws {
    try expectLayout(
      "help  ==|,x ;help (; numbers|count;users",
      """
      help ==|,x
      help (;
      numbers | count
      users

      """)
  }

  @Test func wordsThatNobodyKnowsAreLaidOutAsFarAsTheyAreRead() throws {
    try expectLayout(
      "robots  WHERE mood=\nbad|Frob x =1,y(2 )", "robots where mood = bad | Frob x =1, y(2)\n")
  }

  @Test func signsThatNobodyReadsStay() throws {
    try expectLayout("numbers where status===a<>b", "numbers where status = =a<>b\n")
    try expectLayout("robots a===b", "robots a===b\n")
    try expectLayout("\\LP ~", "\\LP ~\n")
    try expectLayout("numbers|export csv x ,header=no", "numbers | export csv x , header=no\n")
    try expectLayout(
      "numbers|export csv ,a(b|c)  header=no", "numbers | export csv ,a(b|c) header=no\n")
  }

  @Test(arguments: [
    ("numbers | where name = 1️⃣\"x | count2️⃣", "string is not closed"),
    ("numbers | 1️⃣*2️⃣", "`*` cannot stand here; put text that holds it in quotes"),
    ("let x = 1️⃣(2️⃣numbers", "`(` is not closed"),
    ("numbers1️⃣)2️⃣ | count", "`)` closes nothing"),
    ("numbers 1️⃣|2️⃣ | count", "expected a stage after `|`"),
    ("use (accounts 1️⃣|2️⃣)", "expected a stage after `|`"),
    ("accounts; 1️⃣|2️⃣ count", "expected a resource or a command, found `|`"),
    ("accounts; 1️⃣*2️⃣ count", "expected a resource or a command, found `*`"),
    ("accounts;1️⃣#x2️⃣ count", "expected a resource or a command, found `#x`"),
  ])
  func whatHasNoFormIsRefused(_ marked: String, _ message: String) {
    let text = MarkedText(marked)
    do throws(Rejection) {
      let layout = try Vocabulary.standard().layout(of: text.source, in: Planning.scope())
      Issue.record("\(layout)")
    } catch {
      #expect(error.diagnostics.map(\.message) == [message])
      #expect(error.diagnostics.map(\.range) == [text.range])
    }
  }

  @Test func nestingWithoutEndIsNoCrash() throws {
    let depth = 20_000
    let script =
      "numbers where id in " + String(repeating: "(a | b in ", count: depth)
      + String(repeating: ")", count: depth) + String(repeating: " (c | d)", count: depth)
    let layout = try Vocabulary.standard().layout(of: SourceText(script), in: Planning.scope())
    #expect(layout.split(separator: "\n").count > depth)
  }
}
