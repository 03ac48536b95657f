import DialTestSupport

/// Makes pipelines over `numbers` that all make sense.
struct PipelineGenerator {
  var random: SeededGenerator

  /// `numbers where … | limit 3 | …`
  mutating func pipeline() -> String {
    var stages: [String] = []
    if chance(80) { stages.append("where \(condition(depth: 2))") }
    for _ in 0..<number(in: 0...3) { stages.append(rowStage()) }
    stages.append(lastStage())
    let isSugared = stages[0].hasPrefix("where") && chance(50)
    return "numbers\(isSugared ? " " : " | ")" + stages.joined(separator: " | ")
  }

  private mutating func rowStage() -> String {
    switch number(in: 0...6) {
    case 0: "limit \(number(in: 1...260))"
    case 1: "limit \(number(in: 1...20))"
    case 2: "skip \(number(in: 1...120))"
    case 3: "last \(number(in: 1...120))"
    case 4: "sort \(field())\(pick(["", " asc", " desc"])), \(field())\(pick(["", " desc"]))"
    case 5: "uniq \(field()), \(field())"
    default: "where \(condition(depth: 1))"
    }
  }

  private mutating func lastStage() -> String {
    switch number(in: 0...5) {
    case 0: "count"
    case 1: "count by \(field())"
    case 2: "count by status, number_class | where count > 3 | sort count"
    case 3: "format | where status = \(status()) | limit \(number(in: 1...150))"
    case 4: "select id, status, created_at as since | where status = \(status()) | limit 7"
    default: "select id, phone_number, status, created_at"
    }
  }

  private mutating func condition(depth: Int) -> String {
    guard depth > 0, chance(60) else { return test() }
    switch number(in: 0...4) {
    case 0: return "not (\(condition(depth: depth - 1)))"
    case 1: return "(\(condition(depth: depth - 1)) or \(condition(depth: depth - 1)))"
    default: return "\(condition(depth: depth - 1)) and \(condition(depth: depth - 1))"
    }
  }

  private mutating func test() -> String {
    switch number(in: 0...9) {
    case 0...2: "status \(pick(["=", "=", "=", "!="])) \(status())"
    case 3: "status \(pick(["in", "not in"])) (\(status()), \(status()))"
    case 4: "\(pick(["", "not "]))\(pick(["fax_enabled", "outbound_enabled"]))"
    case 5: "\(optionalField()) \(pick(["=", "!="])) null"
    case 6: "phone_number in \(pick(["+1", "+1415", "+44", "+49301"]))"
    case 7: "\(pick(["caller_id_name", "directory_listing_name"])) \(pick(["~", "!~"])) \"[A-C ]\""
    default: "\(timeField()) \(pick([">=", ">=", ">", "<", "<=", "=", "!="])) \(time())"
    }
  }

  private mutating func time() -> String {
    let month = String(number(in: 101...112).description.suffix(2))
    let day = String(number(in: 101...128).description.suffix(2))
    let year = number(in: 2024...2026)
    return switch number(in: 0...4) {
    case 0: "\(year)-\(month)"
    case 1: "\(year)-\(month)-\(day)"
    case 2: "\(year)-\(month)-\(day)T12:30Z"
    case 3: "-\(number(in: 20...800))d"
    default: pick(["today", "now", "yesterday"])
    }
  }

  private mutating func status() -> String {
    pick(["active", "inactive", "pending", "released", "\"quarantined\"", "\"active\""])
  }

  private mutating func field() -> String {
    pick([
      "id", "status", "phone_number", "created_at", "caller_id_name", "expires_at",
      "config.fax_notifications.attach_pdf",
    ])
  }

  private mutating func optionalField() -> String {
    pick(["caller_id_name", "expires_at", "routing_target", "config", ".carrier_hint"])
  }

  private mutating func timeField() -> String {
    pick(["created_at", "created_at", "created_at", "updated_at", "expires_at"])
  }

  private mutating func chance(_ percent: Int) -> Bool { number(in: 1...100) <= percent }

  private mutating func number(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: 0..<words.count, using: &random)]
  }
}
