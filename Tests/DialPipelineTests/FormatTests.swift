import DialExport
import DialLanguage
import DialPipeline
import DialStack
import Testing

/// What formats write.
struct FormatTests {
  private static let page =
    #"{"id":"a","caller_id_name":"comma, \"quote\"\nline","caller_id_prefix":"","n":1.50,"ok":true,"o":{"k": [1, 2]},"formula":"=1+1"},"#
    + #"{"id":"b","caller_id_name":null,"caller_id_prefix":" pad","n":-1e400,"ok":false,"o":[],"formula":"@x"},"#
    + #"{"id":"日本","caller_id_name":"tab\there\\","caller_id_prefix":"\u001b[31m\u202Ered","n":12345678901234567890123}"#

  private static let columns =
    "select id, caller_id_name as name, caller_id_prefix as prefix, .n as n, .ok as ok, .o as o"

  private func export(_ format: String, _ stages: String = columns) async throws -> String {
    try await rows("\(stages) | export \(format)", of: [Self.page])
  }

  @Test func csvQuotesAsRFC4180Has() async throws {
    #expect(
      try await export("csv")
        == #"""
        id,name,prefix,n,ok,o
        a,"comma, ""quote""
        line","",1.50,true,"{""k"": [1, 2]}"
        b,," pad",-1e400,false,[]
        日本,tab	here\,‹ESC›[31m‹RLO›red,12345678901234567890123,,

        """#
        .replacing("‹ESC›", with: "\u{1B}").replacing("‹RLO›", with: "\u{202E}"))
  }

  @Test(arguments: [
    (#"a\nb"#, "\"a\nb\"\n"), (#"a\rb"#, "\"a\rb\"\n"), ("a,b", "\"a,b\"\n"),
    (#"a\"b"#, "\"a\"\"b\"\n"),
    ("a;b", "a;b\n"), ("ab", "ab\n"),
  ])
  func csvQuotesEachCharacterThatNeedsIt(_ name: String, _ line: String) async throws {
    let item = "{\"id\":\"1\",\"caller_id_name\":\"\(name)\"}"
    #expect(
      try await rows("select caller_id_name | export csv header=no", of: [item]) == line)
  }

  @Test func csvQuotesTheDelimiterThatWasChosen() async throws {
    let item = #"{"id":"a,b","caller_id_name":"a;b"}"#
    #expect(
      try await rows(
        "select id, caller_id_name | export csv header=no delimiter=\";\"", of: [item])
        == "a,b;\"a;b\"\n")
  }

  @Test(arguments: [
    ("csv header=no", "a,+14155550100\n"),
    ("csv crlf=yes", "id,p\r\na,+14155550100\r\n"),
    ("csv bom=yes", "\u{FEFF}id,p\na,+14155550100\n"),
    ("csv delimiter=\";\"", "id;p\na;+14155550100\n"),
    ("csv delimiter=\"\t\" header=no", "a\t+14155550100\n"),
    ("csv formulas=guard", "id,p\na,+14155550100\n"),
    ("tsv header=no", "a\t+14155550100\n"),
  ])
  func optionsDoWhatTheySay(_ format: String, _ expected: String) async throws {
    let text = try await rows(
      "select id, phone_number as p | export \(format)",
      of: [#"{"id":"a","phone_number":"+14155550100"}"#])
    #expect(text == expected)
  }

  @Test func formulasAreGuardedInFreeTextOnly() async throws {
    let item = #"{"id":"=a","phone_number":"+1","caller_id_name":"=1+1","created_at":"-","n":-5}"#
    let stages = "select id, phone_number, caller_id_name, created_at, .n as n"
    #expect(
      try await rows("\(stages) | export csv formulas=guard header=no", of: [item])
        == "=a,+1,'=1+1,-,-5\n")
    #expect(
      try await rows("\(stages) | export csv header=no", of: [item]) == "=a,+1,=1+1,-,-5\n")
  }

  @Test func unguardedFormulasAreCounted() async throws {
    for (option, warnings) in [
      ("", ["2 cells begin as a formula does; formulas=guard makes them safe for spreadsheets"]),
      (" formulas=guard", []),
    ] {
      let plan = try Planning.pipeline("numbers | select .formula as f | export csv\(option)")
      #expect(try await written(TestBatches([Self.page]), by: plan).notes.warnings == warnings)
    }
  }

  @Test func tsvKeepsEachRowOnALine() async throws {
    #expect(
      try await export("tsv")
        == "id\tname\tprefix\tn\tok\to\n"
        + "a\tcomma, \"quote\"\\nline\t\t1.50\ttrue\t{\"k\": [1, 2]}\n"
        + "b\t\t pad\t-1e400\tfalse\t[]\n"
        + "日本\ttab\\there\\\\\t\u{1B}[31m\u{202E}red\t12345678901234567890123\t\t\n")
  }

  @Test func jsonIsOneArray() async throws {
    #expect(
      try await export("json")
        == #"""
        [
        {"id":"a","name":"comma, \"quote\"\nline","prefix":"","n":1.50,"ok":true,"o":{"k": [1, 2]}},
        {"id":"b","name":null,"prefix":" pad","n":-1e400,"ok":false,"o":[]},
        {"id":"日本","name":"tab\there\\","prefix":"\u001b[31m‹RLO›red","n":12345678901234567890123,"ok":null,"o":null}
        ]

        """#.replacing("‹RLO›", with: "\u{202E}"))
    #expect(try await rows("where id = x | export json", of: [Self.page]) == "[]\n")
  }

  @Test func ndjsonIsAnObjectALine() async throws {
    #expect(
      try await export("ndjson", "select id, .ok as ok") == """
        {"id":"a","ok":true}
        {"id":"b","ok":false}
        {"id":"日本","ok":null}

        """)
  }

  @Test func tablesAlignAndShowWhatATerminalMustNotGet() async throws {
    #expect(
      try await export("table") == #"""
        id    name                 prefix            n                        ok     o
        ────  ───────────────────  ────────────────  ───────────────────────  ─────  ─────────────
        a     comma, "quote"␊line                    1.50                     true   {"k": [1, 2]}
        b                           pad              -1e400                   false  []
        日本  tab␉here\            ␛[31m<U+202E>red  12345678901234567890123

        """#)
  }
}
