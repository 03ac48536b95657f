import DialPipeline
import DialRows
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Testing

/// `dialsh tap`: what it writes, and where it goes on.
@Suite(.timeLimit(.minutes(2)))
struct SingerTests {
  /// A list whose rows change for an hour.
  private static let calls: Resource = {
    var calls = MadeUp.calls
    calls.settling = 3600
    return calls
  }()

  private static let catalog = Catalog(resources: [.accounts, .numbers, calls])

  private let api: StubbornAPI
  private let streams: SingerCatalog
  private var setting = RunSetting()

  init() throws {
    setting.catalog = Self.catalog
    setting.vocabulary = .shell(catalog: Self.catalog)
    var options = SandboxOptions()
    (options.accounts, options.numbers) = (4, 120)
    api = StubbornAPI(try Sandbox(options: options, catalog: Self.catalog))
    streams = SingerCatalog(of: Self.catalog)
  }

  private func streams(_ names: String...) -> [SingerStream] {
    streams.streams.filter { names.contains($0.name) }
  }

  /// What a tap writes that goes on from a state.
  private func tap(
    _ streams: [SingerStream], from state: String = "null", with configuration: String = "{}",
    at now: Timestamp? = nil, isStrict: Bool = false
  ) async throws -> Outcome {
    var setting = setting
    if let now { setting.now = now }
    var fanOut = FanOutOptions()
    fanOut.isStrict = isStrict
    let json = try #require(Value(json: Array(configuration.utf8)))
    let configuration = try SingerConfiguration(json, of: "config.json")
    return try await outcome(in: setting) { options in
      Client(transport: api, hiding: nil, options: options, timing: .system)
    } _: { environment in
      let tap = SingerTap(
        accounts: .all(in: .accounts), configuration: configuration, fanOut: fanOut,
        in: environment)
      return await tap.sync(streams, from: Value(json: Array(state.utf8)) ?? .null)
    }
  }

  /// What `line` exports.
  private func export(_ line: String) async throws -> [String] {
    let outcome = try await run(line, in: setting) { options in
      Client(transport: api, hiding: nil, options: options, timing: .system)
    }
    return outcome.output.lines
  }

  private func accounts() async throws -> [String] {
    Array(try await export("accounts | select id").dropFirst())
  }

  @Test func aCatalogSaysWhatThereIs() throws {
    let resource = Resource(
      name: "talks", singular: "talk", summary: "Talks.", path: "/v1/talks", scope: .account,
      fields: [
        Field("id", .id, .always, "its id", example: "t_1"),
        Field("at", .time, .always, "when", example: "2026-01-01T00:00:00Z"),
        Field("minutes", .integer, .optional, "how long", example: "1"),
        Field("price", .decimal, .optional, "how dear", example: "1.5"),
        Field("who", .list, .optional, "who", example: "[]", items: .text),
        Field("tags", .list, .optional, "any", example: "[]"),
        Field(
          "place", .object, .optional, "where", example: "{}",
          fields: [Field("is_far", .boolean, .optional, "whether", example: "true")]),
      ], essentials: ["at"], order: .newestFirst(by: "at"), settling: 0)
    #expect(
      SingerCatalog(of: Catalog(resources: [resource, MadeUp.queueMembers])).text == #"""
        {"streams":[
        {"tap_stream_id":"talks","stream":"talks","key_properties":["account","id"],"replication_method":"INCREMENTAL","replication_key":"at",\#
        "schema":{"type":"object","properties":{"account":{"type":"string"},"id":{"type":"string"},"at":{"type":["null","string"],"format":"date-time"},\#
        "minutes":{"type":["null","integer"]},"price":{"type":["null","string"]},"who":{"type":["null","array"],"items":{"type":["null","string"]}},\#
        "tags":{"type":["null","string"]},"place":{"type":["null","object"],"properties":{"is_far":{"type":["null","boolean"]}}}}},\#
        "metadata":[{"breadcrumb":[],"metadata":{"inclusion":"available","selected-by-default":true,"table-key-properties":["account","id"],"forced-replication-method":"INCREMENTAL","valid-replication-keys":["at"]}},\#
        {"breadcrumb":["properties","account"],"metadata":{"inclusion":"automatic"}},{"breadcrumb":["properties","id"],"metadata":{"inclusion":"automatic"}},\#
        {"breadcrumb":["properties","at"],"metadata":{"inclusion":"automatic"}},\#
        {"breadcrumb":["properties","minutes"],"metadata":{"inclusion":"available","selected-by-default":true}},\#
        {"breadcrumb":["properties","price"],"metadata":{"inclusion":"available","selected-by-default":true}},\#
        {"breadcrumb":["properties","who"],"metadata":{"inclusion":"available","selected-by-default":true}},\#
        {"breadcrumb":["properties","tags"],"metadata":{"inclusion":"available","selected-by-default":true}},\#
        {"breadcrumb":["properties","place"],"metadata":{"inclusion":"available","selected-by-default":true}},\#
        {"breadcrumb":["properties","place","properties","is_far"],"metadata":{"inclusion":"available","selected-by-default":true}}]}
        ]}

        """#)
  }

  @Test func recordsAreTheRows() async throws {
    let outcome = try await tap(streams("numbers"))
    let rows = try await export("use all; numbers | export ndjson typed=yes")
    #expect(outcome.messages("RECORD").map(\.record) == rows)
    #expect(
      outcome.messages("RECORD").first
        == #"{"type":"RECORD","stream":"numbers","record":\#(rows[0]),"time_extracted":"2026-09-15T12:00:00Z"}"#
    )
    #expect(outcome.output.lines.last == #"{"type":"STATE","value":{"bookmarks":{}}}"#)
    #expect(outcome.status == .done && outcome.errors == "numbers: \(rows.count) rows\n")
  }

  @Test func aStateComesBehindEachAccount() async throws {
    let outcome = try await tap(streams("numbers"))
    let accounts = try await accounts()
    #expect(outcome.output.lines.first == #"{"type":"STATE","value":{"bookmarks":{}}}"#)
    let states = outcome.messages("STATE").dropFirst().dropLast(2)
    #expect(states.count == accounts.count)
    for (count, state) in states.enumerated() {
      let done = accounts.prefix(count + 1).map { "\"\($0)\"" }.joined(separator: ",")
      #expect(
        state == #"{"type":"STATE","value":{"bookmarks":{"numbers":{"began":1789473600000,"of":"#
          + #""\#(try #require(state.identity))","done":[\#(done)]}}}}"#)
    }
  }

  @Test func whatWasStoppedGoesOn() async throws {
    let all = streams("accounts", "numbers")
    let whole = try await tap(all)
    let accounts = try await accounts()
    for (index, line) in whole.output.lines.enumerated() where line.hasPrefix(#"{"type":"STATE""#) {
      let rest = try await tap(all, from: line.stateValue)
      let before = whole.output.lines.prefix(index).filter { $0.hasPrefix(#"{"type":"RECORD""#) }
      if index == 0 || line == whole.output.lines.last {
        #expect(rest.output == whole.output)
      } else {
        #expect(before + rest.messages("RECORD") == whole.messages("RECORD"))
        let done = accounts.filter { line.contains("\"\($0)\"") }
        let asked = rest.requests.count {
          $0.hasPrefix("/v1/phone-numbers") && !$0.contains("page=")
        }
        let isWhole = line.hasSuffix(#""whole":true}}}}"#) && line.contains(#""numbers":"#)
        #expect(asked == (isWhole ? 0 : accounts.count - done.count))
      }
    }
  }

  @Test func aStateThatSaysNothingOfThisLoadCountsForNothing() async throws {
    let whole = try await tap(streams("numbers"))
    let state = try #require(whole.messages("STATE").dropFirst(2).first).stateValue
    let rows = whole.messages("RECORD")
    // A day later it is too old, and a moment earlier it is of the future.
    for seconds in [86_401, -1] {
      let later = try await tap(
        streams("numbers"), from: state, at: setting.now.advanced(by: seconds))
      #expect(later.messages("RECORD").map(\.record) == rows.map(\.record))
    }
    #expect(
      try await tap(streams("numbers"), from: state, at: setting.now.advanced(by: 86_400))
        .messages("RECORD").count < rows.count)
    let other = state.replacing(try #require(state.identity), with: "0")
    for state in [
      other, "{}", "[]", "7", #"{"bookmarks":7}"#, #"{"bookmarks":{"numbers":[]}}"#,
      #"{"bookmarks":{"numbers":{"began":-9223372036854775808,"of":5,"done":{}}}}"#,
      state.replacing("1789473600000", with: "9223372036854775807"),
      state.replacing("1789473600000", with: "-9223372036854775808"),
      state.replacing("1789473600000", with: "1e999"),
    ] {
      #expect(try await tap(streams("numbers"), from: state).messages("RECORD") == rows, "\(state)")
    }
  }

  @Test func fieldsAreThoseThatACatalogSelects() async throws {
    func metadata(_ breadcrumb: String, _ said: String) -> String {
      #"{"breadcrumb":[\#(breadcrumb)],"metadata":{\#(said)}}"#
    }
    let json = """
      {"streams":[{"tap_stream_id":"accounts","metadata":[\(metadata("", #""selected":false"#))]},
      {"tap_stream_id":"unknown","metadata":[]},
      {"stream":"numbers","metadata":[
      \(metadata("", #""selected":true,"selected-by-default":false"#)),
      \(metadata(#""properties","id""#, #""inclusion":"automatic","selected":false"#)),
      \(metadata(#""properties","status""#, #""selected":true"#)),
      \(metadata(#""properties","phone_number""#, #""selected-by-default":true"#)),
      \(metadata(#""properties","fax_enabled""#, #""selected":false,"selected-by-default":true"#)),
      \(metadata(#""properties","number_class""#, #""inclusion":"unsupported","selected":true"#)),
      \(metadata(#""properties","config""#, #""selected":true"#)),
      \(metadata(#""properties","config","properties","fax_notifications""#, #""selected":true"#)),
      \(metadata(#""properties","config","properties","fax_notifications","properties","attach_pdf""#, #""selected":true"#))
      ]}]}
      """
    let selected = try streams.selected(by: #require(Value(json: Array(json.utf8))), in: "c.json")
    #expect(selected.map(\.name) == ["numbers"])
    let outcome = try await tap(selected)
    #expect(
      outcome.output.lines.dropFirst().first == """
        {"type":"SCHEMA","stream":"numbers","schema":{"type":"object","properties":{"account":{"type":"string"},"id":{"type":"string"},\
        "phone_number":{"type":["null","string"]},"status":{"type":["null","string"]},"config":{"type":["null","object"],"properties":\
        {"fax_notifications":{"type":["null","object"],"properties":{"attach_pdf":{"type":["null","boolean"]}}}}}}},\
        "key_properties":["account","id"]}
        """)
    let rows = try await export(
      "use all; numbers | select account, id, phone_number, status | export ndjson")
    #expect(
      outcome.messages("RECORD").map { $0.record.replacing(#/,"config":.*/#, with: "}") } == rows)
    let configs = Set(
      outcome.messages("RECORD").map { $0.record.replacing(#/.*,"config":/#, with: "") })
    #expect(
      configs.isSubset(of: [
        "null}", #"{"fax_notifications":{"attach_pdf":true}}}"#,
        #"{"fax_notifications":{"attach_pdf":false}}}"#,
        #"{"fax_notifications":{"attach_pdf":null}}}"#, #"{"fax_notifications":null}}"#,
      ]) && configs.count > 1, "\(configs)")
  }

  @Test(arguments: [
    ("[]", "c.json is no catalog of Singer: it has no list `streams`"),
    (#"{"streams":[{}]}"#, "c.json: a stream has no `tap_stream_id`"),
    (
      #"{"streams":[{"stream":"faxes","metadata":[{"breadcrumb":[],"metadata":{"selected":true}}]}]}"#,
      "c.json: there is no stream `faxes`; there are `accounts`, `numbers`, `calls`"
    ),
    (
      #"{"streams":[\#(twice),\#(twice)]}"#, "c.json: the stream `numbers` is there twice"
    ),
  ])
  func catalogsThatMakeNoSense(_ json: String, _ message: String) throws {
    let json = try #require(Value(json: Array(json.utf8)))
    let error = #expect(throws: ConfigurationError.self) {
      try streams.selected(by: json, in: "c.json")
    }
    #expect("\(try #require(error))" == message)
  }

  private static let accountsRefused =
    "c.json: `accounts` takes ids with commas between, or a list of ids; left out, it is all accounts"

  private static let twice =
    #"{"stream":"numbers","metadata":[{"breadcrumb":[],"metadata":{"selected":true}}]}"#

  @Test func anAccountThatFailsLeavesTheOthers() async throws {
    let rows = try await tap(streams("numbers")).messages("RECORD")
    let accounts = try await accounts()
    api.refuse([accounts[1]])
    let outcome = try await tap(streams("numbers"), with: #"{"activate_version":true}"#)
    #expect(outcome.status == .partial)
    #expect(
      outcome.messages("RECORD").map(\.record)
        == rows.map(\.record).filter { !$0.contains(accounts[1]) })
    #expect(outcome.messages("ACTIVATE_VERSION") == [])
    #expect(
      outcome.errors.hasPrefix("dialsh: numbers: partial: 3 of 4 accounts\n  \(accounts[1]): "))
    #expect(outcome.output.lines.last == #"{"type":"STATE","value":{"bookmarks":{}}}"#)
  }

  @Test func whatEndsARunLeavesItsStateLast() async throws {
    let whole = try await tap(streams("numbers"))
    let accounts = try await accounts()
    api.refuse([accounts[2]], fromPage: 2)
    let stopped = try await tap(streams("numbers"), isStrict: true)
    #expect(stopped.status == .failed)
    let last = try #require(stopped.output.lines.last)
    #expect(
      last.hasPrefix(#"{"type":"STATE","value":{"bookmarks":{"numbers":{"began":1789473600000"#))
    api.forgive()
    let rest = try await tap(streams("numbers"), from: last.stateValue)
    #expect(
      Set(stopped.messages("RECORD") + rest.messages("RECORD")) == Set(whole.messages("RECORD")))
    #expect(!rest.messages("RECORD").joined().contains(accounts[0]))
  }

  @Test func versionsTellTheRecordsOfALoad() async throws {
    let outcome = try await tap(streams("numbers"), with: #"{"activate_version":true}"#)
    #expect(
      outcome.messages("RECORD").allSatisfy {
        $0.hasPrefix(#"{"type":"RECORD","stream":"numbers","version":1789473600000,"record":{"#)
      })
    #expect(
      outcome.output.lines.suffix(3).first
        == #"{"type":"ACTIVATE_VERSION","stream":"numbers","version":1789473600000}"#)
    // The rest of a load that was stopped is of the same version.
    let state = try #require(outcome.messages("STATE").dropFirst().first).stateValue
    let rest = try await tap(
      streams("numbers"), from: state, with: #"{"activate_version":true}"#,
      at: setting.now.advanced(by: 60))
    #expect(
      rest.messages("ACTIVATE_VERSION")
        == [#"{"type":"ACTIVATE_VERSION","stream":"numbers","version":1789473600000}"#])
  }

  @Test func listsThatSettleGoOnFromTheirNewestRows() async throws {
    let whole = try await tap(streams("calls"))
    let rows = try await export("use all; calls | export ndjson typed=yes")
    #expect(whole.messages("RECORD").map(\.record) == rows)
    #expect(
      whole.output.lines.dropFirst().first?.hasSuffix(
        #","key_properties":["account","id"],"bookmark_properties":["started_at"]}"#) == true)
    let state = try #require(whole.output.lines.last).stateValue
    // What may still change comes again: the rows of an hour before the newest of each account.
    var expected: [String] = []
    for account in try await accounts() {
      let times = try await export("use \(account); calls | select started_at")
      let newest = try #require(times.dropFirst().compactMap { Timestamp(Bytes($0)) }.max())
      #expect(
        state.contains(#""\#(account)":{"started_at":"\#(newest.text)"}"#), "\(account): \(state)")
      expected += rows.filter { row in
        guard row.contains("\"account\":\"\(account)\""),
          let record = try? Record(scanning: Array(row.utf8)),
          case .text(let text) = record.value(at: FieldPath("started_at"))
        else { return false }
        return Timestamp(text).map { $0 >= newest.advanced(by: -3600) } ?? true
      }
    }
    let next = try await tap(streams("calls"), from: state)
    #expect(next.messages("RECORD").map(\.record) == expected)
    #expect(next.requests.count { $0.hasPrefix("/v1/calls") } == 4)
    #expect(try #require(next.output.lines.last).stateValue == state)
    #expect(
      next.errors == """
        dialsh: warning: calls: the links of `recording_url` work for 10 minutes, the first until \
        2026-09-15T12:10:00Z
        calls: \(expected.count) rows

        """)
  }

  @Test func aStartBoundsListsThatSettle() async throws {
    let rows = try await export(
      "use all; calls where started_at >= 2026-08-01 | export ndjson typed=yes")
    let outcome = try await tap(streams("calls"), with: #"{"start_date":"2026-08-01T00:00:00Z"}"#)
    #expect(outcome.messages("RECORD").map(\.record) == rows)
    // The others are read whole all the same.
    let numbers = try await tap(
      streams("numbers"), with: #"{"start_date":"2026-08-01T00:00:00Z"}"#)
    #expect(
      numbers.messages("RECORD").map(\.record)
        == (try await export("use all; numbers | export ndjson typed=yes")))
  }

  @Test func aConfigurationBecomesOptions() throws {
    let json = #"""
      {"api_key_file": "k", "base_url": "u", "profile": "p", "timeout": "2m", "accounts": "a, b",
       "rate": "20/s", "concurrency": 8, "shard": "1/2", "strict": true, "start_date": null, "x": 1}
      """#
    let configuration = try SingerConfiguration(
      #require(Value(json: Array(json.utf8))), of: "c.json")
    #expect(
      configuration.arguments == [
        "--api-key-file=k", "--base-url=u", "--profile=p", "--timeout=2m", "--account=a",
        "--account=b", "--rate=20/s", "--concurrency=8", "--shard=1/2", "--strict",
      ])
    #expect(configuration.unknown == ["x"])
    #expect(configuration.start == nil && !configuration.removesOld)
  }

  @Test(arguments: [
    ("[]", "c.json holds no JSON object"),
    (#"{"rate":20}"#, "c.json: `rate` takes a text"),
    (#"{"concurrency":"8"}"#, "c.json: `concurrency` takes a whole number"),
    (#"{"accounts":[1]}"#, Self.accountsRefused), (#"{"accounts":[]}"#, Self.accountsRefused),
    (#"{"accounts":" , "}"#, Self.accountsRefused),
    (#"{"strict":"yes"}"#, "c.json: `strict` takes true or false"),
    (#"{"start_date":"yesterday"}"#, "c.json: `start_date` takes a time as 2026-01-01T00:00:00Z"),
    (
      #"{"api_key":"anything"}"#,
      "c.json: the API key is not taken from here, where others copy it from; set DIALSTACK_API_KEY, or "
        + "`api_key_file`"
    ),
    (
      #"{"api_key_file":"sk_live_51Habcdefghijklmnop"}"#,
      "c.json: `api_key_file` holds an API key; it takes a text"
    ),
  ])
  func configurationsThatMakeNoSense(_ json: String, _ message: String) throws {
    let json = try #require(Value(json: Array(json.utf8)))
    let error = #expect(throws: ConfigurationError.self) {
      try SingerConfiguration(json, of: "c.json")
    }
    #expect("\(try #require(error))" == message)
  }
}

extension Outcome {
  /// The messages of a type.
  fileprivate func messages(_ type: String) -> [String] {
    output.lines.filter { $0.hasPrefix("{\"type\":\"\(type)\"") }
  }
}

extension String {
  var lines: [String] { split(separator: "\n").map(String.init) }

  /// The record of a RECORD message.
  fileprivate var record: String {
    guard let start = firstRange(of: "\"record\":"),
      let end = ranges(of: ",\"time_extracted\"").last
    else { return "" }
    return String(self[start.upperBound..<end.lowerBound])
  }

  /// The value of a STATE message.
  fileprivate var stateValue: String {
    String(dropFirst(#"{"type":"STATE","value":"#.count).dropLast())
  }

  /// What a bookmark in it is of; the last one where there are several.
  fileprivate var identity: String? {
    matches(of: #/"of":"([0-9a-f]+)"/#).last.map { String($0.1) }
  }
}
