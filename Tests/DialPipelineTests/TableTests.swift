import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialStack
import DialTestSupport
import TerminalText
import Testing

/// Tables as a terminal gets them.
struct TableTests {
  private static let page =
    #"{"id":"did_01k4x3v9m2e8rr0q5h7c6t1zab","phone_number":"+14155551234","status":"active","#
    + #""inbound_routing":"default","routing_target":"user_01h2xcejqtf2nbrexx3vqjhp42","#
    + #""outbound_enabled":true,"caller_id_name":"Sunrise Bakery of New England","#
    + #""created_at":"2026-01-15T10:00:00Z","config":{"a":"#
    + "\n[1, 2]}},"
    + #"{"id":"did_01k4x3v9m2e8rr0q5h7c6t1zac","phone_number":"+493012345678","status":"pending","#
    + #""inbound_routing":"drop","routing_target":null,"outbound_enabled":false,"caller_id_name":"","#
    + #""created_at":"soon","config":null}"#

  private func table(
    _ stages: String = "", of pages: [String] = [page], on terminal: TerminalStyle?
  ) async throws -> (text: String, hidden: [String]) {
    let plan = try Planning.pipeline("numbers\(stages)", in: .terminal(terminal))
    let (text, notes) = try await written(
      plan.staged(try TestBatches(pages), in: .test()), by: plan)
    return (text, notes.hiddenColumns)
  }

  // MARK: Which columns are shown

  @Test(arguments: [
    (1, ["…"]), (12, ["phone_number"]), (20, ["phone_number"]), (22, ["phone_number", "status"]),
    (53, ["phone_number", "status"]), (54, ["id", "phone_number", "status"]),
    (75, ["id", "phone_number", "status"]), (76, ["id", "phone_number", "status", "created_at"]),
    (92, ["id", "phone_number", "status", "created_at"]),
    (93, ["id", "phone_number", "status", "inbound_routing", "created_at"]),
    (109, ["id", "phone_number", "status", "inbound_routing", "routing_target", "created_at"]),
  ])
  func theMostImportantColumnsStay(_ width: Int, _ names: [String]) async throws {
    let (text, hidden) = try await table(on: .plain(width))
    #expect(text.prefix { $0 != "\n" }.split(separator: " ").map { "\($0)" } == names)
    let shown = names == ["…"] ? ["phone_number"] : names
    #expect(hidden == Resource.numbers.fields.map(\.name).filter { !shown.contains($0) })
    #expect(text.split(separator: "\n").allSatisfy { $0.displayWidth <= width })
  }

  @Test(arguments: [
    (" | sort caller_id_name", 54, ["phone_number", "status", "caller_id_name"]),
    (" | where caller_id_name != null", 54, ["phone_number", "status", "caller_id_name"]),
    (" | sort caller_id_name desc | limit 1", 12, ["phone_number"]),
    (" | sort created_at", 54, ["phone_number", "status", "created_at"]),
    (" | where outbound_enabled | sort routing_target, id", 54, ["id", "phone_number"]),
    (" | count by caller_id_name | sort caller_id_name", 54, ["caller_id_name", "count"]),
  ])
  func whatTheLineGoesByStaysToo(_ stages: String, _ width: Int, _ names: [String]) async throws {
    let (text, _) = try await table(stages, on: .plain(width))
    #expect(text.prefix { $0 != "\n" }.split(separator: " ").map { "\($0)" } == names)
  }

  @Test func secondsAreShownAsAClockShowsThem() async throws {
    let times = ["11:02:03.5", "10:00:41", "09:59:55", "12:00:00"]
    let items = times.enumerated().map { index, time in
      #"{"id":"\#(index)","created_at":"2026-01-15T10:00:00Z","expires_at":"2026-01-15T\#(time)Z"}"#
    }
    let (text, _) = try await table(
      " | set w = .expires_at - .created_at, half = .w / 2, part = .w / 7 | select w, half, part",
      of: [items.joined(separator: ",")], on: .plain(80))
    #expect(
      text == """
                w      half       part
        ─────────  ────────  ─────────
        1:02:03.5  31:01.75   8:51.928
             0:41    0:20.5   0:05.857
            -0:05   -0:02.5  -0:00.714
          2:00:00   1:00:00  17:08.571

        """)
  }

  @Test func textsAreCutAndWhatIsCopiedIsNot() async throws {
    #expect(
      try await table(on: .plain(125)).text == """
        id                              phone_number   status   inbound_routing  routing_target  caller_id_name  created_at
        ──────────────────────────────  ─────────────  ───────  ───────────────  ──────────────  ──────────────  ────────────────────
        did_01k4x3v9m2e8rr0q5h7c6t1zab  +14155551234   active   default          user_01h2xcej…  Sunrise Baker…  2026-01-15 10:00:00Z
        did_01k4x3v9m2e8rr0q5h7c6t1zac  +493012345678  pending  drop             ∅                               soon

        """)
  }

  @Test(arguments: [
    (73, []), (72, ["created_at"]), (61, ["created_at"]), (60, ["created_at"]),
    // More than half of the screen would be one id.
    (59, []), (44, ["created_at"]), (26, ["phone_number", "created_at"]),
    (25, ["caller_id_name", "phone_number", "created_at"]),
  ])
  func chosenColumnsGoFromTheLastOn(_ width: Int, _ hidden: [String]) async throws {
    let stages = " | select id, caller_id_name, phone_number, created_at"
    #expect(try await table(stages, on: .plain(width)).hidden == hidden)
  }

  @Test func chosenTextsAndTimesAreCutFirst() async throws {
    let stages = " | select phone_number as number, created_at, caller_id_name, id"
    #expect(
      try await table(stages, on: .plain(77)).text == """
        number         created_at      caller_id_name  id
        ─────────────  ──────────────  ──────────────  ──────────────────────────────
        +14155551234   2026-01-15 10…  Sunrise Baker…  did_01k4x3v9m2e8rr0q5h7c6t1zab
        +493012345678  soon                            did_01k4x3v9m2e8rr0q5h7c6t1zac

        """)
  }

  @Test(arguments: [
    (64, ["id", "display", "raw"]), (63, ["id", "display"]), (49, ["id", "display"]),
    (48, ["display"]),
  ])
  func formatShowsTheNumberFirst(_ width: Int, _ names: [String]) async throws {
    let (text, _) = try await table(" | format", on: .plain(width))
    #expect(text.prefix { $0 != "\n" }.split(separator: " ").map { "\($0)" } == names)
  }

  @Test func groupsKeepTheirOrder() async throws {
    let (_, hidden) = try await table(
      " | count by caller_id_name, status, created_at", on: .plain(30))
    #expect(hidden == ["created_at", "count"])
  }

  @Test func oneOddValueLeavesRoomForTheOthers() async throws {
    let item = #"{"id":"a","phone_number":"+1","status":"\#(String(repeating: "x", count: 999))"}"#
    #expect(
      try await table(of: [item], on: .plain(80)).text == """
        id  phone_number  status                                              created_at
        ──  ────────────  ──────────────────────────────────────────────────  ──────────
        a   +1            xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  ∅

        """)
  }

  @Test(arguments: [("x", 3_000_000), ("日", 1_000_000), ("é", 2_600)])
  func aCellOfMegabytesIsCutLikeAnyOther(_ letter: String, _ count: Int) async throws {
    for width in [30, 80] {
      let long = try await table(of: [Self.item(of: letter, count)], on: .plain(width))
      let short = try await table(of: [Self.item(of: letter, 200)], on: .plain(width))
      #expect(long == short)
    }
  }

  @Test func marksWithoutEndAreCutWhereALetterMayHaveNoMore() async throws {
    let item = Self.item(of: "\u{301}", 1_000_000)
    let (text, _) = try await table(of: [item], on: .plain(80))
    #expect(text.utf8.count < 20_000)
    #expect(text.split(separator: "\n").last?.contains("…") == true)
  }

  private static func item(of letter: String, _ count: Int) -> String {
    #"{"id":"a","phone_number":"+1","status":"\#(String(repeating: letter, count: count))"}"#
  }

  @Test func everyEssentialFieldIsOne() {
    for resource in Catalog.standard.resources {
      let names = resource.itemFields.map(\.name)
      #expect(resource.essentials.filter { !names.contains($0) } == [])
      #expect(Set(resource.essentials).count == resource.essentials.count)
      #expect(resource.fieldsByImportance.map(\.name).sorted() == names.sorted())
    }
    #expect(Resource.numbers.fieldsByImportance.last?.name == "config")
  }

  // MARK: Layouts

  @Test func wideTablesAreWhole() async throws {
    let stages = " | select id, caller_id_name, .config as config"
    var style = TerminalStyle.plain(20)
    style.layout = .wide
    let (text, hidden) = try await table(stages, on: style)
    #expect(
      text == """
        id                              caller_id_name                 config
        ──────────────────────────────  ─────────────────────────────  ────────────
        did_01k4x3v9m2e8rr0q5h7c6t1zab  Sunrise Bakery of New England  {"a":[1, 2]}
        did_01k4x3v9m2e8rr0q5h7c6t1zac                                 ∅

        """)
    #expect(hidden == [])
  }

  @Test(arguments: [
    (
      20, "id", "────────────────────", "did_01k4x3v9m2e8rr0…",
      ["id", "caller_id_name", "config"]
    ),
    (
      40, "id                              caller_…", "──────────────────────────────  ────────",
      "did_01k4x3v9m2e8rr0q5h7c6t1zab  Sunrise…", ["caller_id_name", "config"]
    ),
    (
      80, "id                              caller_id_name                 config",
      "──────────────────────────────  ─────────────────────────────  ────────────",
      "did_01k4x3v9m2e8rr0q5h7c6t1zab  Sunrise Bakery of New England  {\"a\":[1, 2]}", []
    ),
  ])
  func aWindowCutsAWideTable(
    _ width: Int, _ header: String, _ rule: String, _ row: String, _ cut: [String]
  ) async throws {
    var style = TerminalStyle.plain(width)
    style.layout = .window
    let (text, hidden) = try await table(
      " | select id, caller_id_name, .config as config | limit 1", on: style)
    #expect(text == "\(header)\n\(rule)\n\(row)\n")
    #expect(hidden == cut)
  }

  @Test func expandedRowsAreNumberedOverPages() async throws {
    let stages = " | select id as number, caller_id_name as n, .config as config"
    var style = TerminalStyle.plain(20)
    style.layout = .expanded
    let expected = """
      ── 1 ───────────────
      number  did_01k4x3v9m2e8rr0q5h7c6t1zab
      n       Sunrise Bakery of New England
      config  {"a":[1, 2]}
      ── 2 ───────────────
      number  did_01k4x3v9m2e8rr0q5h7c6t1zac
      n
      config  ∅
      ── 3 ───────────────
      number  c
      n       ∅
      config  ∅

      """
    #expect(try await table(stages, of: [Self.page, #"{"id":"c"}"#], on: style).text == expected)
  }

  @Test func aLaterListingGoesOnCounting() async throws {
    var style = TerminalStyle.plain(200)
    style.layout = .expanded
    let plan = try Planning.pipeline("numbers | select id", in: .terminal(style))
    let batches = try TestBatches([#"{"id":"a"}"#, #"{"id":"b"}"#])
    let rule = String(repeating: "─", count: 73)
    #expect(
      try await written(batches, by: plan, from: 101).text
        == "── 101 \(rule)\nid  a\n── 102 \(rule)\nid  b\n")
  }

  // MARK: Values

  @Test func kindsHaveTheirColours() async throws {
    let item =
      #"{"id":"a","phone_number":"+1","outbound_enabled":true,"fax_enabled":false,"n":5,"#
      + #""created_at":"2026-01-15T10:00:00Z","caller_id_name":"","status":"active"}"#
    let stages =
      " | select id, phone_number as p, outbound_enabled as o, fax_enabled as f, .n as n,"
      + " created_at as c, caller_id_name as e, expires_at as x, status as s"
    var style = TerminalStyle.plain(80)
    style.coloring = .colors
    #expect(
      try await table(stages, of: [item], on: style).text
        == """
        ‹1›id‹0›  ‹1›p‹0›   ‹1›o‹0›     ‹1›f‹0›      ‹1›n‹0›  ‹1›c‹0›                     ‹1›e‹0›  ‹1›x‹0›  ‹1›s‹0›
        ‹38;5;243›──‹0›  ‹38;5;243›──‹0›  ‹38;5;243›────‹0›  ‹38;5;243›─────‹0›  ‹38;5;243›─‹0›  ‹38;5;243›────────────────────‹0›  ‹38;5;243›─‹0›  ‹38;5;243›─‹0›  ‹38;5;243›──────‹0›
        a   ‹38;5;63›+1‹0›  ‹38;5;29›true‹0›  ‹38;5;131›false‹0›  ‹38;5;98›5‹0›  ‹38;5;163›2026-01-15 10:00:00Z‹0›     ‹38;5;243›∅‹0›  active

        """.replacing("‹", with: "\u{1B}[").replacing("›", with: "m"))
  }

  @Test(arguments: [
    ("America/New_York", "2026-02-03T17:20:11Z", "2026-02-03 12:20:11-05"),
    ("America/New_York", "2026-07-03T00:20:11.120Z", "2026-07-02 20:20:11.120-04"),
    ("Asia/Kolkata", "2026-12-31T23:59:59.999999999Z", "2027-01-01 05:29:59.999999999+05:30"),
    ("Asia/Kolkata", "2026-12-31t23:59:59-08:00", "2027-01-01 13:29:59+05:30"),
    ("UTC", "2026-02-03T17:20:11+02:00", "2026-02-03 15:20:11Z"),
    ("Europe/London", "2026-02-03T17:20:11Z", "2026-02-03 17:20:11+00"),
    ("Africa/Monrovia", "1970-01-01T00:00:00Z", "1969-12-31 23:15:30-00:44:30"),
    ("America/New_York", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ("America/New_York", "2026-02-03", "2026-02-03"), ("America/New_York", "", ""),
    ("America/New_York", "2026-02-30T00:00:00Z", "2026-02-30T00:00:00Z"),
  ])
  func timesAreThoseOfTheZone(_ zone: String, _ sent: String, _ shown: String) async throws {
    var style = TerminalStyle.plain(80)
    style.zone = try #require(Zone(identifier: zone))
    let item = #"{"id":"a","created_at":"\#(sent)"}"#
    let text = try await table(" | select created_at", of: [item], on: style).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[2] == shown)
    // What is shown can be typed, in quotes.
    if shown != sent { #expect(Timestamp(Bytes(shown)) == Timestamp(Bytes(sent))) }
  }

  @Test(arguments: [
    ("table", "‹1›id‹0›  ‹1›n‹0›\n‹38;5;243›──‹0›  ‹38;5;243›──────‹0›\na   ␛[31mx\n"),
    ("csv", "id,n\na,␛[31mx\n"),
    ("json", "[\n  {\n    \"id\": \"a\",\n    \"n\": \"\\u001b[31mx\"\n  }\n]\n"),
  ])
  func onlyATableDrawsForItself(_ format: String, _ text: String) async throws {
    var style = TerminalStyle.plain(80)
    style.coloring = .colors
    let plan = try Planning.pipeline(
      "numbers | select id, caller_id_name as n | export \(format)", in: .terminal(style))
    let item = #"{"id":"a","caller_id_name":"\u001b[31mx"}"#
    let batches = plan.staged(try TestBatches([item]), in: .test())
    #expect(
      try await written(batches, by: plan, .pageByPage).text
        == text.replacing("‹", with: "\u{1B}[").replacing("›", with: "m"))
    let file = try Planning.pipeline("numbers | export table /tmp/t.txt", in: .terminal(style))
    #expect(file.export.terminal == nil)
  }
}

extension TerminalStyle {
  /// Without colours, in UTC.
  static func plain(_ width: Int) -> TerminalStyle {
    TerminalStyle(width: width, layout: .fitted, coloring: .none, zone: .utc)
  }
}

extension Scope {
  /// For a person at `terminal`.
  static func terminal(_ terminal: TerminalStyle?) -> Scope {
    var scope = Planning.scope(terminal: terminal)
    scope.display.format = "table"
    return scope
  }
}
