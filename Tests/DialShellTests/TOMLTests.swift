import DialShell
import DialTestSupport
import Testing

/// The part of TOML that the configuration is written in.
struct TOMLTests {
  @Test func tablesAndValuesAreRead() throws {
    let toml = try TOML(
      """
      \t# a comment
      default="work" # another
      'a key' = 'C:\\no "escapes"'
      on = true

      [ profiles . "my \\u00e9" ]\r
      text = "\\b\\t\\n\\f\\r\\"\\\\\\U0001F600é#"
      empty = ''
      number = -1_000
      zero = +0
      off = false
      """)
    #expect(toml.tables.map(\.path) == [[], ["profiles", "my \u{E9}"]])
    #expect(
      toml.tables[0].entries.map { "\($0.key): \($0.value)" } == [
        #"default: text("work")"#, #"a key: text("C:\\no \"escapes\"")"#, "on: boolean(true)",
      ])
    #expect(
      toml.tables[1].entries.map(\.value) == [
        .text("\u{8}\t\n\u{C}\r\"\\😀é#"), .text(""), .integer(-1000), .integer(0),
        .boolean(false),
      ])
    let header = toml.tables[1].range
    let key = toml.tables[1].entries[1].range
    #expect(toml.place(at: header.lowerBound) == TOML.Place(line: 6, column: 1))
    #expect(toml.place(at: key.lowerBound) == TOML.Place(line: 8, column: 1))
    #expect(key.count == 5 && header.count == 26)
  }

  @Test(arguments: [
    ("[.", "1:2", "expected a name, in quotes if it is not plain"),
    ("[", "1:2", "expected a name, in quotes if it is not plain"),
    ("[\n", "1:2", "expected a name, in quotes if it is not plain"),
    ("[é]", "1:2", "expected a name, in quotes if it is not plain"),
    ("[a.]", "1:4", "expected a name, in quotes if it is not plain"),
    ("a=1\n[a", "2:3", "expected `]`"), ("[a b]", "1:4", "expected `]`"),
    ("[[a]", "1:5", "expected `]]`"), ("[[a] ]", "1:5", "expected `]]`"),
    ("[a] b = 1", "1:5", "expected the end of the line"),
    ("a", "1:2", "expected `=` behind the key"), ("a\n=1", "1:2", "expected `=` behind the key"),
    ("a.b = 1", "1:2", "a key has no `.` here; write a table, [A.B]"),
    ("= 1", "1:1", "expected a name, in quotes if it is not plain"),
    ("a =", "1:4", "expected a text in quotes, `true`, `false`, a whole number, `[…]` or `{…}`"),
    ("é = 1", "1:1", "expected a name, in quotes if it is not plain"),
    (
      "\"é\" = x", "1:7",
      "expected a text in quotes, `true`, `false`, a whole number, `[…]` or `{…}`"
    ),
    ("a = 01", "1:5", "expected a text in quotes, `true`, `false`, a whole number, `[…]` or `{…}`"),
    ("a = 1.5", "1:6", "expected the end of the line"),
    (
      "a = 9223372036854775808", "1:5",
      "expected a text in quotes, `true`, `false`, a whole number, `[…]` or `{…}`"
    ),
    (
      "a = 1979-05-27T:32:00Z", "1:5",
      "expected a text in quotes, `true`, `false`, a whole number, `[…]` or `{…}`"
    ),
    ("x=[}", "1:4", "expected a text in quotes, `true`, `false`, a whole number, `[…]` or `{…}`"),
    ("x=[1 2]", "1:6", "expected `,` or `]`"), ("x=[1", "1:5", "expected `,` or `]`"),
    ("x={a=1 b=2}", "1:8", "expected `,` or `}`"), ("x={a=1,a=2}", "1:8", "the key is there twice"),
    ("x={a}", "1:5", "expected `=` behind the key"),
    (
      "x=" + String(repeating: "[", count: 33), "1:35",
      "no more than 32 stand in each other here"
    ),
    (
      "[" + String(repeating: "a.", count: 32) + "a]", "1:66",
      "no more than 32 stand in each other here"
    ),
    ("a = \"b", "1:5", "the text is not closed"), ("a = 'b\n'", "1:5", "the text is not closed"),
    ("a = \"\"\"b\"\"\"", "1:5", "there are no texts of several lines here"),
    ("a = \"b\\x\"", "1:7", "unknown escape; a `\\` itself is written twice, or the text in '…'"),
    (
      "a = \"\\ud800\"", "1:6",
      "unknown escape; a `\\` itself is written twice, or the text in '…'"
    ),
    ("a = \"\u{1}\"", "1:6", "a control character in a text"),
    ("# \u{7F}", "1:3", "a control character in a comment"),
    ("a = 1\ra = 2", "1:6", "expected the end of the line"),
    ("a = 1\na = 2", "2:1", "the key is there twice"),
    ("[a.b]\n[ a . 'b' ]", "2:1", "the table is there twice"),
  ])
  func whatIsNotOfThisPartIsRefusedAtItsPlace(
    _ text: String, _ place: String, _ message: String
  ) {
    let fault = #expect(throws: TOML.Fault.self) { try TOML(text) }
    #expect(fault.map { "\($0.place.line):\($0.place.column)" } == place)
    #expect(fault?.message == message)
  }

  @Test func listsAndTablesAreReadOverSeveralLines() throws {
    let toml = try TOML(
      """
      a = [ # one
        1, "b",
        [true],
      ]
      c = { d = 1, "e f" = { }, }
      """)
    #expect(
      toml.tables[0].entries.map { Self.shown($0.value) }
        == ["[1, b, [true]]", "{d: 1, e f: {}}"])
  }

  @Test func tablesStandInTheOneThatTheirNameBeginsWith() throws {
    let toml = try TOML(
      """
      top = 1
      [[list]]
      name = "a"
      [[list.item]]
      x = 1
      [[list.item]]
      x = 2
      [list.more]
      y = 3
      [[list]]
      name = "b"
      [list.more]
      y = 4
      [table.inner]
      z = 5
      """)
    #expect(
      Self.shown(.table(try toml.nested()))
        == "{top: 1, list: [{name: a, item: [{x: 1}, {x: 2}], more: {y: 3}}, "
        + "{name: b, more: {y: 4}}], table: {inner: {z: 5}}}")
  }

  @Test(arguments: [
    ("a = 1\n[a]", "2:1", "`a` has a value already"),
    ("a = 1\n[[a]]", "2:1", "`a` has a value already"),
    ("a = [1]\n[[a]]", "2:1", "`a` has a value already"),
    ("a = {}\n[a.b]", "2:1", "`a` has a value already"),
    ("[a.b]\n[[a]]", "2:1", "`a` is a table already; write [NAME]"),
    ("[[a]]\n[a]", "2:1", "`a` is a list of tables already; write [[NAME]]"),
    ("[a.b]\n[a]\nb = 1", "3:1", "the key is there twice"),
  ])
  func namesThatAreSomethingElseAreRefused(_ text: String, _ place: String, _ message: String)
    throws
  {
    let toml = try TOML(text)
    let fault = #expect(throws: TOML.Fault.self) { try toml.nested() }
    #expect(fault.map { "\($0.place.line):\($0.place.column)" } == place)
    #expect(fault?.message == message)
  }

  /// A value with its brackets.
  private static func shown(_ value: TOML.Value) -> String {
    switch value {
    case .text(let text): text
    case .boolean(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .list(let elements):
      "[\(elements.map { shown($0.value) }.joined(separator: ", "))]"
    case .table(let entries):
      "{\(entries.map { "\($0.key): \(shown($0.value))" }.joined(separator: ", "))}"
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func whatIsWrittenIsRead(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tables = Self.tables(&random)
    let text = Self.written(tables, &random)
    let read = try TOML(text).tables
    #expect(read.map(\.path) == tables.map(\.path), "\(text)")
    #expect(read.map { $0.entries.map(\.key) } == tables.map { $0.entries.map(\.key) }, "\(text)")
    #expect(
      read.map { $0.entries.map(\.value) } == tables.map { $0.entries.map(\.value) }, "\(text)")
  }

  @Test func noTextEndsTheProgram() {
    var random = SeededGenerator(seed: 1)
    let pieces = [
      "[", "]", ".", "=", "\"", "'", "\\", "\\u", "\\U", "#", "\n", "\r\n", "\r", " ", "\t", "a",
      "é", "\0", "{", "}", ",", "-", "+", "1", "_", "true", "d800", "0010FFFF", "\u{301}", "\"\"\"",
      "a = 1\n", "[a]\n", "1979-05-27T:32:00Z",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      do throws(TOML.Fault) {
        _ = try TOML(text)
        accepted += 1
      } catch {
        let lines = text.unicodeScalars.count { $0 == "\n" } + 1
        #expect((1...lines).contains(error.place.line) && error.place.column >= 1)
      }
    }
    #expect(accepted > 100)
  }

  // MARK: - What is written

  private typealias Table = (path: [String], entries: [(key: String, value: TOML.Value)])

  private static func tables(_ random: inout SeededGenerator) -> [Table] {
    let count = Int.random(in: 0...4, using: &random)
    let paths =
      [[]]
      + (0..<count).map { index in
        ["t\(index)"]
          + (0..<Int.random(in: 0...2, using: &random)).map { _ in text(&random) }
      }
    return paths.map { path in
      let entries = (0..<Int.random(in: 0...3, using: &random)).map { index in
        (key: text(&random) + "\(index)", value: value(&random))
      }
      return (path, entries)
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "Z", "0", "-", "_", " ", "é", "\"", "'", "\\", "#", "\n", "\0", "😀",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      text.append(scalars.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }

  private static func value(_ random: inout SeededGenerator) -> TOML.Value {
    switch Int.random(in: 0...3, using: &random) {
    case 0: .boolean(Bool.random(using: &random))
    case 1: .integer(Int.random(in: .min ... .max, using: &random))
    default: .text(text(&random))
    }
  }

  private static func written(_ tables: [Table], _ random: inout SeededGenerator) -> String {
    var text = ""
    for table in tables {
      if !table.path.isEmpty {
        let names = table.path.map { quoted($0, &random) }
        text += "[\(names.joined(separator: [".", " . "].randomElement(using: &random) ?? "."))]"
        text += ending(&random)
      }
      for entry in table.entries {
        text +=
          quoted(entry.key, &random) + ([" = ", "=", "\t=  "].randomElement(using: &random) ?? "=")
        switch entry.value {
        case .boolean(let value): text += "\(value)"
        case .integer(let value): text += "\(value)"
        case .text(let value): text += quoted(value, isKey: false, &random)
        case .list, .table: break
        }
        text += ending(&random)
      }
    }
    return text
  }

  private static func ending(_ random: inout SeededGenerator) -> String {
    ["\n", "\r\n", " # a [comment]\n", "\n\n"].randomElement(using: &random) ?? "\n"
  }

  private static func quoted(
    _ text: String, isKey: Bool = true, _ random: inout SeededGenerator
  ) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_".utf8.contains(byte)
      }
    if isKey, isPlain, Bool.random(using: &random) { return text }
    let isLiteral = !text.unicodeScalars.contains { $0 == "'" || $0.value < 0x20 }
    if isLiteral, Bool.random(using: &random) { return "'\(text)'" }
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": return "\\\(scalar)"
      case "\n": return "\\n"
      case "\0": return "\\u0000"
      case "😀": return Bool.random(using: &random) ? "\\U0001f600" : "😀"
      default: return "\(scalar)"
      }
    }
    return "\"\(escaped.joined())\""
  }
}
