import DialTestSupport

/// Makes scripts that make sense, in which space, line breaks and comments stand wherever they may.
///
/// In what it puts together `·` is a place where space may stand, `¬` one where a line may end too; a
/// blank and `¶` are the same where there must be space. `␣` is a blank and nothing else.
struct ScriptGenerator {
  var random: SeededGenerator

  /// Some statements, with comments and empty lines between them.
  mutating func script() -> String {
    var text = random.chance(1, of: 4) ? "#!/usr/bin/env dialsh\n" : ""
    text += "use acct_1\n"
    for number in 0..<Int.random(in: 1...3, using: &random) {
      text += statement(number).map { gap($0) }.joined()
      text += random.pick([
        "\n", "\n", ";", " ; ", "\r\n", "\n\n\n", "  # behind it\n", " #\t \n\n",
      ])
      if random.chance(1, of: 4) { text += " \(random.pick(Self.comments))\n" }
    }
    return text
  }

  /// The script with some of its characters changed.
  mutating func mutated(_ script: String) -> String {
    var scalars = Array(script.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, place + Int.random(in: 0...2, using: &random))
      scalars.replaceSubrange(place..<end, with: random.pick(Self.pieces).unicodeScalars)
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  private static let comments = [
    "# a comment", "#", "   # 日本 🎉", "#! not the first", "# a | b; \"c", "\t# \\",
  ]

  private static let pieces = [
    "", "", " ", "\n", "\r", "\\", "\\\n", "#", " # x\n", "|", "||", "(", ")", ",", ";", "=", "==",
    "<",
    "<>", "~", "!", "*", " * ", "$", "\"", "'", "help ", "\u{0}", "\u{1B}", "\u{202E}", "é",
    "\u{301}",
    "🎉", " AND ", "where ", "\u{FEFF}",
  ]

  private mutating func gap(_ character: Character) -> String {
    switch character {
    case "·": random.pick(["", "", " ", "  ", "\t", " \\\n "])
    case " ": random.pick([" ", " ", " ", "   ", "\t", " \\\r\n"])
    case "¬":
      random.pick(["", " ", " ", "\n", "\n\n  ", " # here\n", "\n  # own\n # two\n", " \r\n "])
    case "¶": random.pick([" ", " ", "\n", "\n  ", " # here\n ", "\n# own\n\n", " \\\n"])
    case "␣": " "
    default: String(character)
    }
  }

  private mutating func statement(_ number: Int) -> String {
    switch Int.random(in: 0...11, using: &random) {
    case 0:
      random.pick(["use acct_1,¬acct_2", "USE ALL", "use (¬accounts where name·=¬\(string())¬)"])
    case 1: "param p\(number)·=¬\(random.pick(["active", "-7d", string()]))"
    case 2: "let v\(number)·=¬(¬\(pipeline())¬)"
    case 3: random.pick(["help where", "HELP ~", "help  export csv", "describe numbers"])
    case 4: "explain \(pipeline())"
    case 5: "\(word("def")) d\(number)·=¬\(pipeline())"
    case 6:
      "def e\(number)·(¬s,¬n¬)·=¬numbers where created_at·>=¬$s¬|¬limit $n;e\(number)(¬-7d,¬3¬)¬|¬count"
    default: pipeline()
    }
  }

  private mutating func pipeline() -> String {
    let isNumbers = random.chance(2, of: 3)
    var text = isNumbers ? "numbers" : "calls"
    if random.chance(1, of: 2) { text += " \(word("where")) \(condition(isNumbers, depth: 2))" }
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      text += "¬|¬" + (isNumbers ? numberStage() : callStage())
    }
    if random.chance(1, of: 2) { text += "¬|¬" + lastStage(isNumbers) }
    return text
  }

  private mutating func numberStage() -> String {
    random.pick([
      "\(word("where")) \(condition(true, depth: 1))", "sort created_at \(word("desc")),¬id",
      "uniq phone_number", "\(word("limit")) 5", "skip 2", "last 7",
      "set area·=¬prefix·(¬.phone_number,¬5·),¬later·=¬.created_at + 60␣*␣2",
      "expect routing_target·!=¬\(word("null"))", "with account",
    ])
  }

  private mutating func callStage() -> String {
    random.pick([
      "\(word("where")) \(condition(false, depth: 1))", "sort started_at", "with user,¬did",
      "set wait·=¬(¬.connected_at - .started_at¬) / 2,¬named·=¬coalesce(.status,¬\(string()))",
      "each quality_metrics \(word("as")) q", "limit 3",
    ])
  }

  private mutating func lastStage(_ isNumbers: Bool) -> String {
    let time = isNumbers ? "created_at" : "started_at"
    return random.pick([
      "count", "count \(word("by")) status,¬weekday·(¬\(time)¬)", "format", "format",
      "select id,¬status \(word("as")) state,¬\(time) as made",
      "stats count,¬share,¬max·(¬\(time)¬) as last by status",
      "export \(word("csv")) - header·=·no",
      "export json ~/\(random.pick(["a", "b#c", "d-e"])).json",
      "export csv \(string()) errors·=·'errors 1'",
      "select id¬|¬export tsv",
    ])
  }

  private mutating func condition(_ isNumbers: Bool, depth: Int) -> String {
    if depth > 0, random.chance(1, of: 2) {
      let (left, right) = (
        condition(isNumbers, depth: depth - 1), condition(isNumbers, depth: depth - 1)
      )
      return random.pick([
        "\(left) \(word("and"))¶\(right)", "\(left) \(word("or"))¶\(right)",
        "\(word("not"))¶(¬\(left)¬)", "(¬\(left) and¶\(right)¬)",
      ])
    }
    return isNumbers ? numberTest() : callTest()
  }

  private mutating func numberTest() -> String {
    random.pick([
      "status·=¬active", "status·==¬pending", "status·!=¬active",
      "status \(word("in"))¶(¬active,¬pending¬)",
      "status not in¶active,¬pending", "fax_enabled", "fax_enabled·=¬\(word("true"))",
      "expires_at·=¬\(word("null"))", "created_at·>=¬-7d", "created_at·<·2026-09",
      "caller_id_name·=¬\(string())", "caller_id_name·~¬\(string())", "caller_id_name·=·a#b",
      "caller_id_name·=#b", "caller_id_name·=¬x\\y", "caller_id_name·=·x\\ ",
      "caller_id_name·=·TRUE", "phone_number in¶+1415", "updated_at·>¬.created_at",
      "id \(word("in"))¶(¬numbers \(word("where")) fax_enabled¬|¬select id¬)",
    ])
  }

  private mutating func callTest() -> String {
    random.pick([
      "connected_at·=¬null", "direction·=¬inbound", "duration_seconds·>¬60", "started_at·>=¬today",
      "from_number·~¬'^\\+44'", "user in (¬users¬|¬select id¬)",
    ])
  }

  /// A word of the language, in any case.
  private mutating func word(_ word: String) -> String {
    random.pick([word, word, word.uppercased()])
  }

  /// A string that holds what means something outside of it.
  private mutating func string() -> String {
    random.pick([
      #""Harbor␣Vet""#, "'a␣|␣b;␣c'", #""a␣␣#␣b""#, #""日本␣🎉""#, #""tab\t␣\u{e9}␣\"q\"""#, #""\\""#,
      "'line\nline'", "'line\r\n␣␣line'", "\"(\"", "'\\'",
      "\"\(String(repeating: "x", count: 60))\"",
    ])
  }
}
