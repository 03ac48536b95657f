import DialLanguage
import DialPipeline
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Testing

/// `dialsh drift`: what it finds, and what it writes for the catalog.
@Suite(.timeLimit(.minutes(2)))
struct DriftTests {
  /// A list of the platform, as the catalog has it.
  private static let things = Resource(
    name: "things", singular: "thing", summary: "Things.", path: "/v1/things", scope: .platform,
    fields: [
      Field("id", .id, .always, "its id", example: "th_1"),
      Field("status", .choice, .always, "how it is", example: "new", choices: ["new", "old"]),
      Field("count", .integer, .optional, "how many", example: "1"),
      Field("price", .decimal, .sparse, "how dear", example: "1.5"),
      Field("owner", .id, .nullable, "whose", example: "user_1", alias: "owner_id"),
      Field("tags", .list, .optional, "tags", example: "[]", items: .integer),
      Field("free", .object, .optional, "anything", example: "{}"),
      Field(
        "open", .object, .optional, "more than that", example: "{}",
        fields: [Field("mode", .text, .optional, "how", example: "a")], shape: "JSONValue"),
      Field(
        "place", .object, .optional, "where", example: "{}",
        fields: [
          Field("town", .text, .always, "the town", example: "Lodi"),
          Field("pin", .text, .optional, "a PIN", example: "0000", sensitivity: .secret),
        ]),
      Field(
        "steps", .list, .optional, "steps", example: "[]",
        fields: [Field("took", .seconds, .optional, "how long", example: "1")], items: .object),
      Field("made_at", .time, .always, "when", example: "2026-01-01T00:00:00Z"),
    ],
    essentials: ["id"], order: .newestFirst(by: "made_at"))

  private let scratch: ScratchDirectory
  private let catalog = Catalog(resources: [.accounts, things])

  init() throws {
    scratch = try ScratchDirectory()
  }

  /// One page of rows; every other path is unknown.
  private struct OnePage: Transport {
    let path: String
    let rows: [String]

    func send(_ request: Request) async throws -> Response {
      guard request.target.hasPrefix(path) else {
        return Response(
          status: 404, headers: [], body: Array(#"{"error":"no such path"}"#.utf8))
      }
      let body = "{\"data\":[\(rows.joined(separator: ","))],\"next_page_url\":null}"
      return Response(status: 200, headers: [], body: Array(body.utf8))
    }
  }

  private func drift(
    _ texts: String..., of rows: [String], knowing catalog: Catalog? = nil, patch: String? = nil
  ) async throws -> Outcome {
    try await drift(texts, over: OnePage(path: "/v1/things", rows: rows), catalog, patch: patch)
  }

  private func drift(
    _ texts: [String], over transport: any Transport, _ catalog: Catalog?, patch: String? = nil,
    account: Account.ID? = nil, pages: Int = 3
  ) async throws -> Outcome {
    var setting = RunSetting()
    setting.vocabulary = .shell(catalog: catalog ?? self.catalog)
    return try await outcome(in: setting) { options in
      Client(transport: transport, hiding: nil, options: options, timing: .system)
    } _: { environment in
      let reader = DriftReader(
        accounts: AccountSelection(account), pages: pages, patch: patch, in: environment)
      return await reader.compare(texts)
    }
  }

  private func thing(_ more: String, madeAt: String = "2026-01-02T00:00:00Z") -> String {
    #"{"id":"th_1","status":"new","owner":null,"made_at":"\#(madeAt)"\#(more)}"#
  }

  @Test func rowsThatAreAsTheCatalogSays() async throws {
    let rows = [
      thing(#","count":1,"price":2,"free":{"a":1},"open":{"mode":"a","more":1}"#),
      thing(#","price":null,"place":{"town":"Lodi"},"steps":[{"took":3}],"tags":[1]"#),
      #"{"id":"th_2","status":"old","owner_id":"user_1","owner":"user_1","made_at":"2026-01-01T00:00:00Z"}"#,
      #"{"id":"th_2","status":"old","owner_id":"user_1","made_at":"2026-01-01T00:00:00Z"}"#,
    ]
    #expect(
      try await drift("things", of: rows)
        == Outcome(
          output: "things: 4 rows, as the catalog says\n", errors: "", status: .done,
          requests: ["/v1/things?limit=100"]))
    #expect(
      try await drift("things", of: []).output == "things: no rows to compare\n")
  }

  private var oddRows: [String] {
    [
      thing(
        #","carrier":"Acme \u001b[31m","count":"many","place":{"pin":"1234","code":"x"},"seen_at":"2026-01-01T00:00:00Z""#
      ),
      thing(
        #","status":"lost","x-list":[[]],"":1,"a.b":2,"tags":["a"],"steps":[{"took":1.5,"by":"user_01h2xcejqtf2nbrexx3vqjhp42"}],"count":null"#,
        madeAt: "2026-01-03T00:00:00Z"),
      thing(
        #","status":"a\"b","password":"hunter2","link":"whsec_4f8a9b2c3d4e5f60718293a4","mixed":1,"seats":4,"none":null"#
      ),
      #"{"id":null,"status":"new","made_at":"2026-01-01T00:00:00Z","mixed":"a","seats":4.5}"#,
    ]
  }

  @Test func whatDiffersIsTold() async throws {
    let outcome = try await drift("things", of: oddRows)
    #expect(
      outcome.output == """
        things: 4 rows, 19 differences
          status        unknown values `lost`, `a"b` in 2 of 4
          carrier       unknown key: text in 1 of 4, as `Acme ␛[31m`
          count         text where integer is expected, in 1 of 4
          place.code    unknown key: text in 1 of 1, as `x`
          place.town    missing in 1 of 1
          seen_at       unknown key: time in 1 of 4, as `2026-01-01T00:00:00Z`
          x-list        unknown key: list in 1 of 4
          tags[]        text where integer is expected, in 1 item
          steps[].took  decimal where seconds is expected, in 1 of 1
          steps[].by    unknown key: id in 1 of 1, as `user_01h2xcejqtf2nbrexx3vqjhp42`
          password      unknown key: text in 1 of 4, as •••
          link          unknown key: text in 1 of 4, as •••
          mixed         unknown key: text and integer in 2 of 4, as 1
          seats         unknown key: integer and decimal in 2 of 4, as 4
          none          unknown key: null in 1 of 4
          id            null in 1 of 4
          count         null in 1 of 4
          owner         missing in 1 of 4
          made_at       not newest first by made_at: 1 row out of place
          not counted, since no field can be called so: ``, `a.b`

        """)
    #expect(outcome.errors == "" && outcome.status == .failed)
  }

  @Test func aPatchTeachesTheCatalogWhatDiffers() async throws {
    let path = scratch.path("learnt.toml")
    _ = try await drift("things", of: oddRows, patch: path)
    #expect(
      try scratch.read("learnt.toml") == """
        # What a server has and the catalog didn't know, written by `dialsh drift`.
        # `--catalog` and this file make it known.

        # mixed: unknown key: text and integer in 2 of 4, as 1; the catalog can't say that
        # id: null in 1 of 4; the catalog can't say that
        [[extend]]
        name = "things"
        order = "none"

        [[extend.field]]
        name = "status"
        choices = ["lost", "a\\"b"]

        [[extend.field]]
        name = "carrier"
        kind = "text"

        [[extend.field]]
        name = "count"
        kind = "text"
        presence = "sparse"

        [[extend.field]]
        name = "place"

        [[extend.field.field]]
        name = "code"
        kind = "text"
        example = "x"

        [[extend.field.field]]
        name = "town"
        presence = "optional"

        [[extend.field]]
        name = "seen_at"
        kind = "time"
        example = "2026-01-01T00:00:00Z"

        [[extend.field]]
        name = "x-list"
        kind = "list"

        [[extend.field]]
        name = "tags"
        items = "text"

        [[extend.field]]
        name = "steps"

        [[extend.field.field]]
        name = "took"
        kind = "decimal"

        [[extend.field.field]]
        name = "by"
        kind = "id"
        example = "user_01h2xcejqtf2nbrexx3vqjhp42"

        [[extend.field]]
        name = "password"
        kind = "text"
        secret = true

        [[extend.field]]
        name = "link"
        kind = "text"
        secret = true

        [[extend.field]]
        name = "seats"
        kind = "decimal"

        [[extend.field]]
        name = "none"
        kind = "text"

        [[extend.field]]
        name = "owner"
        presence = "sparse"

        """)
    let learnt = try catalog.adding(filesAt: [path])
    let outcome = try await drift("things", of: oddRows, knowing: learnt)
    #expect(
      outcome.output == """
        things: 4 rows, 2 differences
          mixed  unknown key: text and integer in 2 of 4, as 1
          id     null in 1 of 4
          not counted, since no field can be called so: ``, `a.b`

        """)
  }

  @Test func nothingToLearnIsAPatchWithoutLists() async throws {
    let path = scratch.path("learnt.toml")
    #expect(try await drift("things", of: [thing("")], patch: path).status == .done)
    #expect(
      try scratch.read("learnt.toml") == """
        # What a server has and the catalog didn't know, written by `dialsh drift`.
        # `--catalog` and this file make it known.

        """)
    #expect(try catalog.adding(filesAt: [path]) == catalog)
  }

  @Test func aListThatTheServerDoesNotKnowIsOneLine() async throws {
    var later = Self.things
    (later.name, later.path, later.since) = ("others", "/v1/others", .n4)
    let outcome = try await drift(
      "others", "things", of: [thing("")], knowing: Catalog(resources: [Self.things, later]))
    #expect(
      outcome
        == Outcome(
          output: """
            others: the server has no such list (404); it is newer than 3.2 (N4)
            things: 1 row, as the catalog says

            """, errors: "", status: .failed,
          requests: ["/v1/others?limit=100", "/v1/things?limit=100"]))
  }

  @Test(arguments: [
    ("thinks", "1:1: unknown resource or command `thinks`; did you mean `things`?"),
    ("things | count", "1:1: the name of a list stands here, with `where` if need be"),
    ("things | export csv", "1:1: the name of a list stands here, with `where` if need be"),
    ("help", "1:1: the name of a list stands here, with `where` if need be"),
    ("things; things", "1:1: the name of a list stands here, with `where` if need be"),
    ("", "1:1: the name of a list stands here, with `where` if need be"),
  ])
  func whatIsNoListIsRefused(_ text: String, _ message: String) async throws {
    let outcome = try await drift(text, of: [])
    #expect(outcome.errors.lines.first == "dialsh: \(message)")
    #expect(outcome.status == .refused && outcome.requests == [])
  }

  @Test func aListWithAConditionIsReadWithIt() async throws {
    let outcome = try await drift("things where status=new", of: [thing("")])
    #expect(outcome.output == "things: 1 row, as the catalog says\n")
  }

  @Test func anAnswerThatIsNoListIsAFailure() async throws {
    struct Broken: Transport {
      func send(_ request: Request) async throws -> Response {
        Response(status: 200, headers: [], body: Array("<html>".utf8))
      }
    }
    let outcome = try await drift(["things", "accounts"], over: Broken(), catalog)
    #expect(outcome.output == "" && outcome.status == .partial)
    #expect(outcome.errors.lines.count == 2)
  }

  @Test func aKeyThatIsNotTakenEndsAll() async throws {
    struct Closed: Transport {
      func send(_ request: Request) async throws -> Response {
        Response(status: 401, headers: [], body: Array(#"{"error":"no"}"#.utf8))
      }
    }
    let outcome = try await drift(["things", "accounts"], over: Closed(), catalog)
    #expect(outcome.requests.count == 1 && outcome.status == .authentication)
  }

  /// Every list of the sandbox with faults in its items: what was learnt is no difference any more.
  @Test(arguments: [
    [], [Fault(.unknownKeys), Fault(.unknownEnum), Fault(.nullOptionals)],
    [Fault(.fractionalTimes)],
  ])
  func whatWasLearntIsNoDifferenceAnyMore(_ faults: [Fault]) async throws {
    var options = SandboxOptions()
    (options.accounts, options.numbers, options.faults) = (2, 40, faults)
    let sandbox = try Sandbox(options: options)
    let path = scratch.path("learnt.toml")
    let first = try await drift(
      [], over: sandbox, .standard, patch: path, account: SandboxOptions.documentAccount, pages: 1)
    #expect(first.status == .failed && first.errors == "")
    let learnt = try Catalog.standard.adding(filesAt: [path])
    let second = try await drift(
      [], over: sandbox, learnt, account: SandboxOptions.documentAccount, pages: 1)
    #expect(second.status == .done, "\(second.output)")
  }
}
