import DialLanguage
import DialPipeline
import DialShell
import DialStack
import DialTestSupport
import Testing

/// Files that say of more lists.
struct CatalogFileTests {
  private func catalog(_ texts: String...) throws(Rejection) -> Catalog {
    try Catalog.standard.adding(texts.map { SourceText($0, name: "lists.toml") })
  }

  @Test func aNameAPathAndSomeFieldsAreEnough() throws {
    let catalog = try catalog(
      """
      [[resource]]
      name = "voice_bots"
      path = "/v1/voice-bots"
      field = ["id", "title", "user_id", "created_at"]
      """)
    #expect(
      catalog["voice_bots"]
        == Resource(
          name: "voice_bots", singular: "voice bot", summary: "What GET /v1/voice-bots lists.",
          path: "/v1/voice-bots", scope: .account,
          fields: [
            Field("id", .id, .always, "id", example: "id_01h2"),
            Field("title", .text, .sparse, "title", example: "text"),
            Field("user_id", .id, .sparse, "user id", example: "user_01h2"),
            Field("created_at", .time, .sparse, "created at", example: "2026-01-15T10:00:00Z"),
          ], essentials: [], order: .asListed))
    #expect(catalog.resources.dropLast() == Catalog.standard.resources[...])
    #expect(catalog.unavailable == Catalog.standard.unavailable)
  }

  @Test func everyFactOfAListCanBeSaid() throws {
    let catalog = try catalog(
      #"""
      [[resource]]
      name = "bot_runs"
      singular = "run"
      summary = "What a bot did."
      path = "/v1/queues/{queue}/bots/{bot}/runs"
      parent = [{ parameter = "bot", field = "agent" }]
      scope = "either"
      key = "number"
      id_prefixes = ["run", "bot_run"]
      essentials = ["state", "number"]
      filter = [
        "state",
        { parameter = "from", field = "started_at", comparison = "at_least", wider = true },
        { parameter = "has_price", field = "price", comparison = "present" },
      ]
      search = [
        { parameter = "q", fields = ["note", "place.town"] },
        { parameter = "caller", fields = ["caller"], subject = "digits" },
      ]
      paging = "pages"
      reads_items = false
      may_be_missing = true
      order = "started_at desc"
      settling = 3600
      since = "N3"
      trap = [
        "runs of tests are among them",
        { text = "there are many", unbounded = true },
        { text = "it is an estimate", field = "price" },
      ]

      [[resource.field]]
      name = "agent"
      kind = "id"
      presence = "in_path"
      relation = "ai_agents"

      [[resource.field]]
      name = "number"
      kind = "integer"
      summary = "which of them"
      example = "7"

      [[resource.field]]
      name = "state"
      choices = ["new", "done"]
      presence = "nullable"
      since = "N4"

      [[resource.field]]
      name = "started_at"
      presence = "always"

      [[resource.field]]
      name = "target"
      kind = "id"
      presence = "optional"
      alias = "target_id"
      relation = ["users", "queues"]

      [[resource.field]]
      name = "note"
      secret = true

      [[resource.field]]
      name = "link"
      link_minutes = 15

      [[resource.field]]
      name = "price"
      kind = "decimal"

      [[resource.field]]
      name = "caller"
      kind = "phone"

      [[resource.field]]
      name = "tags"
      items = "text"

      [[resource.field]]
      name = "place"
      [[resource.field.field]]
      name = "town"
      [[resource.field.field]]
      name = "is_far"
      kind = "boolean"

      [[resource.field]]
      name = "steps"
      kind = "list"
      field = [{ name = "took", kind = "seconds" }]
      """#)
    #expect(
      catalog["bot_runs"]
        == Resource(
          name: "bot_runs", singular: "run", summary: "What a bot did.",
          path: "/v1/queues/{queue}/bots/{bot}/runs",
          parents: [Parent("queue", namedBy: "queue"), Parent("bot", namedBy: "agent")],
          scope: .either, key: "number", idPrefixes: ["run", "bot_run"],
          fields: [
            Field(
              "queue", .id, .inPath, "the queue", example: "qu_01h2", relation: .to("queues")),
            Field(
              "agent", .id, .inPath, "agent", example: "agent_01h2", relation: .to("ai_agents")),
            Field("number", .integer, .always, "which of them", example: "7"),
            Field(
              "state", .choice, .nullable, "state", example: "new", choices: ["new", "done"],
              since: .n4),
            Field("started_at", .time, .always, "started at", example: "2026-01-15T10:00:00Z"),
            Field(
              "target", .id, .optional, "target", example: "target_01h2", alias: "target_id",
              relation: .byPrefix(["users", "queues"])),
            Field("note", .text, .sparse, "note", example: "text", sensitivity: .secret),
            Field(
              "link", .text, .sparse, "link", example: "text",
              sensitivity: .expiringLink(minutes: 15)),
            Field("price", .decimal, .sparse, "price", example: "1.50"),
            Field("caller", .phone, .sparse, "caller", example: "+14155550100"),
            Field("tags", .list, .sparse, "tags", example: "[]", items: .text),
            Field(
              "place", .object, .sparse, "place", example: "{}",
              fields: [
                Field("town", .text, .sparse, "town", example: "text"),
                Field("is_far", .boolean, .sparse, "is far", example: "true"),
              ]),
            Field(
              "steps", .list, .sparse, "steps", example: "[]",
              fields: [Field("took", .seconds, .sparse, "took", example: "60")], items: .object),
          ], essentials: ["state", "number"],
          filters: [
            Filter("state", on: "state", by: .equal),
            Filter("from", on: "started_at", by: .atLeast, isWider: true),
            Filter("has_price", on: "price", by: .present),
          ],
          searches: [
            Search("q", in: ["note", "place.town"]), Search("caller", in: ["caller"], for: .digits),
          ],
          readsItems: false, mayBeMissing: true, order: .newestFirst(by: "started_at"),
          settling: 3600,
          traps: [
            Trap(.anywhere, "runs of tests are among them"), Trap(.unbounded, "there are many"),
            Trap(.field("price"), "it is an estimate"),
          ], since: .n3))
  }

  @Test(arguments: [
    ("whole", "none", Resource.Paging.whole, ListOrder.asListed),
    ("pages", "title", .pages, .ascending(by: "title")),
    ("pages", "title asc", .pages, .ascending(by: "title")),
    ("object", "title desc", .object, .descending(by: "title")),
  ])
  func pagingAndOrderHaveWords(
    _ paging: String, _ order: String, _ expected: Resource.Paging, _ expectedOrder: ListOrder
  ) throws {
    let resource = try catalog(
      """
      [[resource]]
      name = "voice_bots"
      path = "/v1/voice-bots"
      field = ["id", "title"]
      paging = "\(paging)"
      order = "\(order)"
      """)["voice_bots"]
    #expect(resource?.paging == expected && resource?.order == expectedOrder)
    #expect(resource?.readsItems == (expected != .object))
  }

  @Test func aListMayLeadToOneOfALaterFile() throws {
    let first = """
      [[resource]]
      name = "voice_bots"
      path = "/v1/voice-bots"
      field = ["id", { name = "voice", relation = "voices" }]
      """
    let second = """
      [[resource]]
      name = "voices"
      path = "/v1/voices"
      field = ["id"]
      """
    #expect(try catalog(first, second)["voice_bots"]?.fields[1].relation == .to("voices"))
    let rejection = #expect(throws: Rejection.self) { try catalog(first) }
    #expect(
      rejection?.diagnostics.map(\.message) == ["unknown list `voices`"]
    )
  }

  @Test func aListThatTheProgramDidNotReadIsNoLongerUnavailable() throws {
    let text = """
      [[resource]]
      name = "rate_cards"
      path = "/v1/rate-cards"
      field = ["id"]
      """
    let catalog = Catalog(resources: [.accounts], unavailable: ["rate_cards", "presence"])
    #expect(try catalog.adding([SourceText(text)]).unavailable == ["presence"])
  }
}
