import DialLanguage
import DialTestSupport
import Testing

struct ParserTests {
  private func diagnostics(_ text: String) -> [Diagnostic] {
    do throws(Rejection) {
      _ = try Parser.parse(SourceText(text))
      return []
    } catch {
      return error.diagnostics
    }
  }

  private func expectRefusal(
    _ marked: String, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = MarkedText(marked)
    #expect(
      diagnostics(text.source.text) == [Diagnostic(at: text.range, message)],
      sourceLocation: sourceLocation)
  }

  @Test func aLineIsStatements() throws {
    let script = try Parser.parse(
      SourceText("use acct_1; numbers where a=1 | limit 5\n.rows 5; $it | count; more; ?\nexit"))
    let kinds = script.statements.map { statement in
      switch statement {
      case .use: "use"
      case .parameter: "param"
      case .explain: "explain"
      case .help: "help"
      case .exit: "exit"
      case .more: "more"
      case .setting(let call): call.name.text
      case .pipeline(let pipeline): pipeline.stages.map(\.name.text).joined(separator: "|")
      }
    }
    #expect(kinds == ["use", "where|limit", ".rows", "count", "more", "?", "exit"])
  }

  @Test func anOpenStringIsPointedAt() {
    expectRefusal("calls where to_number ~ 1️⃣\"^+442️⃣", "string is not closed")
  }

  @Test func aBarNeedsAStage() {
    expectRefusal("numbers 1️⃣|2️⃣", "expected a stage after `|`")
  }

  @Test func parenthesesMustPair() {
    expectRefusal("numbers where 1️⃣(2️⃣a=1", "`(` is not closed")
    expectRefusal("numbers where a=11️⃣)2️⃣", "`)` closes nothing")
  }

  @Test func everyStatementIsLookedAt() {
    #expect(
      diagnostics("use; = 1\n) 3").map(\.message) == [
        "expected an account id or `none`, found `;`",
        "expected a resource or a command, found `=`",
        "expected a resource or a command, found `)`",
      ])
  }

  @Test func usingNothingIsRefused() {
    expectRefusal("use1️⃣2️⃣", "expected an account id or `none`, found the end")
  }

  @Test func aBadEscapeIsPointedAt() {
    expectRefusal(
      #"numbers where a="x1️⃣\q2️⃣""#,
      #"`\q` is no escape; write \\, \", \n, \t or \u{…}, or use single quotes"#)
  }

  @Test(arguments: [
    "numbers |", "numbers where a in (1,", "numbers where a=", "x \"abc", "a \\", "x where a and",
    "help x; numbers |", "help \"x",
  ])
  func unfinishedTextsGoOn(_ text: String) {
    #expect(SourceText(text).isUnfinished)
  }

  @Test(arguments: [
    "", "numbers", "numbers | limit 5", "numbers where a in (1,2)", "# x |", "help ~",
    "accounts; help and", "describe (", ".history |", "? =",
  ])
  func finishedTextsDoNot(_ text: String) {
    #expect(!SourceText(text).isUnfinished)
  }
}

struct ConditionTests {
  private func condition(_ text: String) throws(Rejection) -> Condition {
    let script = try Parser.parse(SourceText("x where " + text))
    guard case .pipeline(let pipeline)? = script.statements.first else {
      preconditionFailure("a source makes a pipeline")
    }
    var reader = ArgumentReader(pipeline.stages[0].arguments)
    let condition = try reader.condition()
    try reader.finish(after: "the condition")
    return condition
  }

  /// The condition with all parentheses, for comparing.
  private func spelled(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts): "(" + parts.map(spelled).joined(separator: " and ") + ")"
    case .any(let parts): "(" + parts.map(spelled).joined(separator: " or ") + ")"
    case .not(let part): "not \(spelled(part))"
    case .comparison(let field, let sign, let literal):
      "\(field.text)\(sign.rawValue)\(literal.text)"
    case .membership(let field, let how, let literals):
      "\(field.text) \(how.rawValue) [\(literals.map(\.text).joined(separator: " "))]"
    case .flag(let field): field.text
    }
  }

  @Test(arguments: [
    ("a=1 and b=2 or c=3", "((a=1 and b=2) or c=3)"),
    ("a=1 and (b=2 or c=3)", "(a=1 and (b=2 or c=3))"),
    ("not a and not not b", "(not a and not not b)"),
    ("a in x, y and b", "(a in [x y] and b)"),
    ("a not in (x, 'y z')", "a not in [x y z]"),
    (".new!=3 or c.d!~\"^x\"", "(new!=3 or c.d!~^x)"),
    ("a>=-7d", "a>=-7d"),
  ])
  func andBindsTighterThanOr(_ text: String, _ expected: String) throws {
    #expect(spelled(try condition(text)) == expected)
  }

  @Test func nestingHasALimit() throws {
    let deep = String(repeating: "(", count: 99) + "a" + String(repeating: ")", count: 99)
    #expect(spelled(try condition(deep)) == "a")
    let deeper =
      String(repeating: "(", count: 100_000) + "a" + String(repeating: ")", count: 100_000)
    #expect(throws: Rejection.self) { try condition(deeper) }
    #expect(throws: Rejection.self) { try condition(String(repeating: "not ", count: 101) + "a") }
  }

  @Test(arguments: [
    ("a =", "expected a value, found the end"),
    ("a b", "expected an operator after `a`, found `b`; use = != < <= > >= ~ !~ or in"),
    ("= 1", "expected a field, found `=`"),
    ("a=1 b", "unexpected `b` after the condition"),
    ("a in (1 | x)", "expected `,` or `)`, found `|`"),
    ("a.b. = 1", "expected a field, found `a.b.`"),
  ])
  func brokenConditionsAreRefused(_ text: String, _ message: String) {
    do throws(Rejection) {
      _ = try condition(text)
      Issue.record("`\(text)` was taken")
    } catch {
      #expect(error.diagnostics.map(\.message) == [message])
    }
  }
}
