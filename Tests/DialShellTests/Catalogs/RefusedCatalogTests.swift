import DialLanguage
import DialShell
import DialStack
import DialTestSupport
import Testing

/// Files of the catalog that make no sense.
struct RefusedCatalogTests {
  private func refusal(of text: String) -> [String] {
    do throws(Rejection) {
      _ = try Catalog.standard.adding([SourceText(text, name: "lists.toml")])
      return []
    } catch {
      return error.diagnostics.map { $0.rendered(width: nil) }
    }
  }

  /// A list with one line more.
  private func list(_ line: String) -> String {
    """
    [[resource]]
    name = "voice_bots"
    path = "/v1/voice-bots"
    field = ["id", "title", { name = "price", kind = "decimal" }, { name = "place", kind = "object" }]
    \(line)
    """
  }

  @Test func aRefusalShowsThePlace() {
    #expect(
      refusal(of: list("sumary = \"Bots.\"\norder = \"titel desc\"")) == [
        """
        lists.toml:5:1: unknown key `sumary`; did you mean `summary`? (name, path, parent, singular, \
        summary, scope, key, id_prefixes, field, essentials, paging, reads_items, may_be_missing, since, \
        order, settling, filter, search, trap)
          sumary = "Bots."
          ^~~~~~
        """,
        """
        lists.toml:6:9: there is no field `titel`; did you mean `title`?
          order = "titel desc"
                  ^~~~~~~~~~~~
        """,
      ])
  }

  @Test(arguments: [
    ("singular = 1", "5:12: `singular` takes a text in quotes"),
    ("summary = \"a\\u001bb\"", "5:11: a text here has no characters that don't show"),
    (
      "scope = \"acount\"",
      "5:9: `scope` has no `acount`; did you mean `account`? (account, platform, either)"
    ),
    ("paging = \"cursor\"", "5:10: `paging` has no `cursor` (pages, whole, object)"),
    (
      "since = \"4.0\"", "5:9: `since` has no `4.0`; did you mean `3.0`? (3.0, 3.2, N1, N2, N3, N4)"
    ),
    (
      "key = \"number\"",
      "5:1: there is no field `number`; `key` names the field that tells rows apart"
    ),
    ("key = \"price\"", "5:1: `price` can't tell rows apart: it is a number"),
    ("id_prefixes = \"vb\"", "5:15: `id_prefixes` takes a list of texts: [\"…\", \"…\"]"),
    (
      "id_prefixes = [\"vb_\"]", "5:16: a prefix of ids has small letters, digits and `_`, as `did`"
    ),
    ("essentials = [\"titles\"]", "5:15: there is no field `titles`; did you mean `title`?"),
    ("essentials = [\"id\", \"id\"]", "5:21: `id` is there twice"),
    ("reads_items = \"yes\"", "5:15: `reads_items` takes true or false"),
    ("order = \"title up\"", "5:9: `order` takes a FIELD, FIELD desc, or none"),
    ("order = \"place\"", "5:9: nothing comes by an object"),
    ("settling = -1", "5:12: `settling` takes a whole number, 0 to 1000000000"),
    ("settling = 60", "5:1: only a list that comes newest first by a time settles"),
    ("filter = \"title\"", "5:1: `filter` takes a list: [[filter]], or filter = [{ … }]"),
    ("filter = [\"titel\"]", "5:11: there is no field `titel`; did you mean `title`?"),
    ("filter = [\"title\", \"title\"]", "5:20: `title` is there twice"),
    ("filter = [1]", "5:11: `filter` takes tables: [[filter]], or { … }"),
    ("filter = [{ field = \"title\" }]", "5:11: `parameter` is missing"),
    (
      "filter = [{ parameter = \"page\", field = \"title\" }]",
      "5:25: `page` is no parameter of a filter: it has letters, digits and `_`, and `limit` and "
        + "`page` are taken"
    ),
    (
      "filter = [{ parameter = \"a&b\", field = \"title\" }]",
      "5:25: `a&b` is no parameter of a filter: it has letters, digits and `_`, and `limit` and "
        + "`page` are taken"
    ),
    (
      "filter = [{ parameter = \"title\", comparison = \"below\" }]",
      "5:34: `title` is text, which `below` does not compare"
    ),
    ("search = [{ parameter = \"q\" }]", "5:11: a search has `fields`, as [\"name\"]"),
    (
      "search = [{ parameter = \"q\", fields = [\"place\"] }]",
      "5:30: nothing is searched in an object"
    ),
    ("trap = [{ field = \"title\" }]", "5:9: `text` is missing"),
    ("trap = [{ text = \"a\", field = \"b\" }]", "5:31: there is no field `b`"),
    (
      "parent = [{ parameter = \"queue\", field = \"id\" }]",
      "5:25: the path has no parameter {queue}"
    ),
    ("name = \"a\"", "5:1: the key is there twice"),
    ("x = ", "5:5: expected a text in quotes, `true`, `false`, a whole number, `[…]` or `{…}`"),
    ("[other]", "5:1: unknown key `other` (resource, extend)"),
    ("[[extend]]\nname = \"number\"", "6:8: unknown list `number`; did you mean `numbers`?"),
    ("[[extend]]\nfield = [\"a\"]", "5:1: `name` is missing"),
    (
      "[[extend]]\nname = \"numbers\"\npath = \"/v1/other\"",
      "7:1: unknown key `path` (name, singular, summary, scope, key, id_prefixes, field, essentials, "
        + "paging, reads_items, may_be_missing, since, order, settling, filter, search, trap)"
    ),
  ])
  func aListThatMakesNoSenseIsRefused(_ line: String, _ message: String) {
    #expect(refusal(of: list(line)).map { $0.prefix { $0 != "\n" } } == ["lists.toml:\(message)"])
  }

  @Test(arguments: [
    ("\"bad name\"", "1: a field is called by letters, digits, `_` and `-`, as `created_at`"),
    ("\"\"", "1: a field is called by letters, digits, `_` and `-`, as `created_at`"),
    ("\"a.b\"", "1: a field is called by letters, digits, `_` and `-`, as `created_at`"),
    ("7", "1: `field` takes tables: [[field]], or { … }"),
    ("{ kind = \"text\" }", "1: `name` is missing"),
    ("\"id\"", "1: the field `id` is there twice"),
    (
      "{ name = \"a\", kind = \"string\" }",
      "22: `kind` has no `string` (text, id, phone, choice, time, boolean, integer, seconds, decimal, "
        + "object, list)"
    ),
    (
      "{ name = \"a\", kind = \"choice\" }", "15: a choice has `choices`, the values that are known"
    ),
    ("{ name = \"a\", kind = \"text\", choices = [\"b\"] }", "30: only a choice has `choices`"),
    ("{ name = \"a\", choices = [\"b\", \"b\"] }", "31: `b` is there twice"),
    ("{ name = \"a\", kind = \"text\", items = \"text\" }", "30: only a list has `items`"),
    (
      "{ name = \"a\", items = \"choice\" }",
      "23: `items` has no `choice` (text, id, phone, time, boolean, integer, seconds, decimal, object)"
    ),
    (
      "{ name = \"a\", kind = \"text\", field = [\"b\"] }",
      "30: only an object, or a list of objects, has fields"
    ),
    (
      "{ name = \"a\", presence = \"never\" }",
      "26: `presence` has no `never` (always, nullable, optional, sparse, in_path)"
    ),
    (
      "{ name = \"a\", presence = \"in_path\" }",
      "-14: no parameter of the path is named by the field `a`"
    ),
    (
      "{ name = \"a\", alias = \"a\" }",
      "23: an alias is another key, by letters, digits, `_` and `-`"
    ),
    ("{ name = \"a\", alias = \"id\" }", "-14: `id` is a field, and the alias of `a`"),
    ("{ name = \"a\", relation = \"user\" }", "26: unknown list `user`; did you mean `users`?"),
    ("{ name = \"a\", relation = [] }", "15: `relation` names the lists that an id leads to"),
    (
      "{ name = \"a\", kind = \"object\", relation = \"users\" }",
      "32: `relation` names the lists that an id leads to"
    ),
    (
      "{ name = \"a\", secret = true, link_minutes = 1 }",
      "30: a field is a secret, or a link that ends, not both"
    ),
    (
      "{ name = \"a\", kind = \"integer\", example = \"many\" }",
      "43: `many` is no example of `integer`"
    ),
    (
      "{ name = \"a\", kind = \"integer\", example = \"-9223372036854775808\" }",
      "43: `-9223372036854775808` is no example of `integer`"
    ),
    ("{ name = \"a\", kind = \"decimal\", example = \"}\" }", "43: `}` is no example of `decimal`"),
    ("{ name = \"a\", colour = 1 }", nil),
  ])
  func aFieldThatMakesNoSenseIsRefused(_ field: String, _ message: String?) {
    let text = """
      [[resource]]
      name = "voice_bots"
      path = "/v1/voice-bots"
      field = ["id", \(field)]
      """
    let refusal = refusal(of: text).map { String($0.prefix { $0 != "\n" }) }
    guard let message else {
      #expect(
        refusal == [
          "lists.toml:4:30: unknown key `colour` (name, kind, choices, items, field, presence, "
            + "summary, alias, relation, since, example, secret, link_minutes)"
        ])
      return
    }
    let parts = message.split(separator: ":", maxSplits: 1)
    let column = (Int(parts[0]) ?? 0) + 15
    #expect(refusal == ["lists.toml:4:\(max(1, column)):\(parts[1])"])
  }

  @Test(arguments: [
    ("Bots", "a list is called by small letters, digits and `_`, a letter first, as `voice_bots`"),
    ("1", "a list is called by small letters, digits and `_`, a letter first, as `voice_bots`"),
    ("", "a list is called by small letters, digits and `_`, a letter first, as `voice_bots`"),
    ("a_", "a list is called by small letters, digits and `_`, a letter first, as `voice_bots`"),
    ("böts", "a list is called by small letters, digits and `_`, a letter first, as `voice_bots`"),
    (
      String(repeating: "a", count: 65),
      "a list is called by small letters, digits and `_`, a letter first, as `voice_bots`"
    ),
    ("count", "`count` is a word of the language already"),
    ("use", "`use` is a word of the language already"),
    ("describe", "`describe` is a word of the language already"),
    ("csv", "`csv` is a word of the language already"),
    ("not", "`not` is a word of the language already"),
    ("numbers", "there is a list `numbers` already; [[extend]] adds to it"),
  ])
  func aNameThatMeansSomethingIsRefused(_ name: String, _ message: String) {
    let text = """
      [[resource]]
      name = "\(name)"
      path = "/v1/voice-bots"
      field = ["id"]
      """
    #expect(
      refusal(of: text).map { $0.prefix { $0 != "\n" } } == ["lists.toml:2:8: \(message)"])
  }

  @Test(arguments: [
    ("v1/bots", "a path begins with `/`, as /v1/voice-bots; the host is that of the API"),
    ("", "a path begins with `/`, as /v1/voice-bots; the host is that of the API"),
    (
      "https://evil.example/v1",
      "a path begins with `/`, as /v1/voice-bots; the host is that of the API"
    ),
    ("//evil.example/v1", "a path has no `//`, and no `/` at its end"),
    ("/", "a path has no `//`, and no `/` at its end"),
    ("/v1//bots", "a path has no `//`, and no `/` at its end"),
    ("/v1/bots/", "a path has no `//`, and no `/` at its end"),
    ("/v1/../admin", "a path has no `.` and no `..` between slashes: they lead elsewhere"),
    ("/./v1", "a path has no `.` and no `..` between slashes: they lead elsewhere"),
    ("/v1/%2e%2e/x", "a path has no `%`: letters, digits, `-`, `_`, `.`, `~`, and {name}"),
    ("/v1/bots?limit=1", "a path has no `?`: letters, digits, `-`, `_`, `.`, `~`, and {name}"),
    ("/v1/bots#x", "a path has no `#`: letters, digits, `-`, `_`, `.`, `~`, and {name}"),
    ("/\\\\evil.example", "a path has no `\\`: letters, digits, `-`, `_`, `.`, `~`, and {name}"),
    ("/@evil.example", "a path has no `@`: letters, digits, `-`, `_`, `.`, `~`, and {name}"),
    ("/v1/bots:8080", "a path has no `:`: letters, digits, `-`, `_`, `.`, `~`, and {name}"),
    ("/v1/a b", "a path has no ` `: letters, digits, `-`, `_`, `.`, `~`, and {name}"),
    ("/v1/böts", "a path has no `ö`: letters, digits, `-`, `_`, `.`, `~`, and {name}"),
    ("/v1/a\\r\\nHost: x", "a text here has no characters that don't show"),
    ("/v1/a\\u0000", "a text here has no characters that don't show"),
    ("/v1/a\\u202eb", "a text here has no characters that don't show"),
    ("/v1/{queue", "`{queue` is no parameter: it is {name}, all that stands between two slashes"),
    (
      "/v1/a{queue}",
      "`a{queue}` is no parameter: it is {name}, all that stands between two slashes"
    ),
    ("/v1/{}", "`{}` is no parameter: it is {name}, all that stands between two slashes"),
    (
      "/v1/{{queue}}",
      "`{{queue}}` is no parameter: it is {name}, all that stands between two slashes"
    ),
    ("/v1/{../x}", "`{..` is no parameter: it is {name}, all that stands between two slashes"),
    ("/v1/{queue}/{queue}", "the parameter `queue` stands twice in the path"),
    (
      "/v1/{robot}",
      "{robot} needs a field: { name = \"robot\", presence = \"in_path\", relation = \"…\" }"
    ),
    ("/v1/{id}", "the field `id` says by `relation` of which list {id} is"),
    ("/" + String(repeating: "a", count: 500), "a path has no more than 500 bytes"),
  ])
  func aPathThatLeadsElsewhereIsRefused(_ path: String, _ message: String) {
    let text = """
      [[resource]]
      name = "voice_bots"
      path = "\(path)"
      field = ["id"]
      """
    #expect(
      refusal(of: text).map { $0.prefix { $0 != "\n" } } == ["lists.toml:3:8: \(message)"])
  }

  @Test func aFileThatIsTooLongIsRefused() throws {
    let scratch = try ScratchDirectory()
    let path = try scratch.write(String(repeating: "#\n", count: 600_000), to: "long.toml")
    #expect(throws: ConfigurationError("\(path) is longer than 1 MiB")) {
      try Catalog.standard.adding(filesAt: [path])
    }
    #expect(
      throws: ConfigurationError(
        "can't read \(scratch.path("none.toml")): No such file or directory")
    ) {
      try Catalog.standard.adding(filesAt: [scratch.path("none.toml")])
    }
  }

  @Test func tooManyFieldsAndListsAreRefused() {
    func fields(_ count: Int) -> String {
      "field = [\((0..<count).map { "\"a\($0)\"" }.joined(separator: ","))]\n"
    }
    func first(_ text: String) -> Substring? { refusal(of: text).first?.prefix { $0 != "\n" } }
    #expect(
      first("[[extend]]\nname = \"numbers\"\n" + fields(1001))
        == "lists.toml:3:6760: no more than 1000 fields stand in a list")
    let many = (0..<11).map { "[[extend.field]]\nname = \"b\($0)\"\n" + fields(999) }.joined()
    #expect(
      first("[[extend]]\nname = \"numbers\"\n" + many)
        == "lists.toml:33:1: no more than 10000 fields may stand in a file")
    let lists = (0..<1000).map {
      "[[resource]]\nname = \"a\($0)\"\npath = \"/a\"\nfield = [\"id\"]\n"
    }
    let refused = refusal(of: lists.joined())
    #expect(refused.count == Catalog.standard.resources.count)
    #expect(refused.first?.contains("there are 1000 lists already") == true)
  }

  @Test func noMoreIsToldThanAnybodyReads() {
    let keys = (0..<90_000).map { "k\($0) = 1\n" }.joined()
    #expect(refusal(of: "[[extend]]\nname = \"numbers\"\n" + keys).count == 100)
  }

  /// Whatever bytes a file has, it is read or refused.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func aFileThatWasDamagedIsReadOrRefused(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var text = Array(
      list(
        """
        order = "title desc"
        filter = ["title"]
        [[extend]]
        name = "queue_members"
        field = [{ name = "queue", kind = "id" }, { name = "x", choices = ["a"], relation = "users" }]
        """
      ).unicodeScalars)
    let others = Array("\"'[]{}=,.#\\\n/ 0a_\u{0}é".unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: text.remove(at: place)
      case 1: text[place] = others.randomElement(using: &random) ?? "a"
      default: text.insert(others.randomElement(using: &random) ?? "a", at: place)
      }
    }
    var damaged = String.UnicodeScalarView()
    damaged.append(contentsOf: text)
    for line in refusal(of: String(damaged)) { #expect(line.hasPrefix("lists.toml:")) }
  }
}
