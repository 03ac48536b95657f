import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialStack
import DialTestSupport
import TerminalText
import Testing

/// What holds of every table, whatever the values and the terminal.
struct TablePropertyTests {
  private static let pieces = [
    "a", "Z", "0", " ", "  ", "-", "\"", "\\", "…", "é", "e\u{301}", "\u{301}", "日本", "한글", "ｱ",
    "👍🏽", "👩‍👩‍👧", "🇩🇪", "❤️", "❤", "\u{200D}", "\u{202E}", "\u{1B}[31m", "\u{7}", "\n", "\t", "\r",
    "\u{85}", "\u{2028}", "2026-02-03T17:20:11Z", "+14155551234", "user_01h2xcejqtf2nbrexx3vqjhp42",
  ]

  private static let stages = [
    "", " | select id, caller_id_name, phone_number", " | format", " | select caller_id_name as n",
    " | select .new as new, config, id, created_at",
    " | count by caller_id_name, status, created_at",
  ]

  private var random = SeededGenerator()

  private mutating func words() -> String {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in random.pick(Self.pieces) }.joined()
  }

  private mutating func value() -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "null"
    case 1: return "true"
    case 2: return "-12.50"
    case 3: return "{\"k\":\n[1,\t2]}"
    default:
      var json: [UInt8] = []
      json.appendJSONString(Bytes(words()))
      return String(decoding: json, as: UTF8.self)
    }
  }

  private mutating func item() -> String {
    let names = Resource.numbers.fields.map(\.name) + ["new"]
    let members = names.filter { _ in random.chance(3, of: 4) }.map { "\"\($0)\":\(value())" }
    return "{\(members.joined(separator: ","))}"
  }

  private mutating func style() -> TerminalStyle {
    TerminalStyle(
      width: Int.random(in: 1...200, using: &random),
      layout: random.pick([.fitted, .fitted, .fitted, .window, .wide, .expanded]),
      coloring: .none, zone: random.pick(Zone.names.compactMap { Zone(identifier: $0) }))
  }

  private func draw(_ stages: String, _ items: [String], on style: TerminalStyle) async throws
    -> String
  {
    let plan = try Planning.pipeline("numbers\(stages)", in: .terminal(style))
    let batches = plan.staged(try TestBatches([items.joined(separator: ",")]), in: .test())
    return try await text(of: batches, by: plan)
  }

  @Test func linesFitColumnsStandAndNothingReachesTheTerminal() async throws {
    var world = self
    for _ in 0..<400 {
      let style = world.style()
      let stages = world.random.pick(Self.stages)
      let items = (0..<Int.random(in: 1...6, using: &world.random)).map { _ in world.item() }
      let plain = try await draw(stages, items, on: style)
      let note: Comment = "numbers\(stages) on \(style), DIALSH_SEED=\(random.seed):\n\(plain)"
      try #require(!plain.unicodeScalars.contains { Self.isUnsafe($0) }, note)
      let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      try #require(lines.allSatisfy { $0.last != " " }, note)
      if style.layout == .fitted {
        try #require(lines.allSatisfy { $0.displayWidth <= style.width }, note)
      }
      if style.layout != .expanded { try #require(Self.columnsStand(in: Array(lines)), note) }

      var colored = style
      colored.coloring = .colors
      let drawn = try await draw(stages, items, on: colored)
      try #require(Self.withoutColors(drawn) == plain, note)
    }
  }

  /// Whether the blanks between the rules below the names are blank in every line.
  private static func columnsStand(in lines: [Substring]) -> Bool {
    let cells = lines.map { line -> [Character] in
      line.flatMap { character -> [Character] in
        Array([character, "·"].prefix(character.displayWidth))
      }
    }
    let gaps = cells[1].indices.filter { cells[1][$0] == " " }
    // A mark without a letter joins the blank before it, and takes no column.
    return cells.allSatisfy { cells in
      gaps.allSatisfy { $0 >= cells.count || cells[$0].unicodeScalars.first == " " }
    }
  }

  private static func withoutColors(_ text: String) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let escape = rest.firstIndex(of: "\u{1B}") {
      result.unicodeScalars += rest[..<escape]
      rest = rest[escape...].drop { $0 != "m" }.dropFirst()
    }
    result.unicodeScalars += rest
    return result
  }

  /// Whether the scalar would move the cursor or turn the direction of text.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\u{200D}": false
    default:
      [.control, .lineSeparator, .paragraphSeparator, .format]
        .contains(scalar.properties.generalCategory)
    }
  }
}
