import DialLanguage
import DialTestSupport
import Testing

struct ScriptTests {
  private func faults(_ text: String) -> [Diagnostic] {
    Script(SourceText(text)).statements.flatMap(\.faults)
  }

  private func expectFault(
    _ marked: String, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = MarkedText(marked)
    #expect(
      faults(text.source.text) == [Diagnostic(at: text.range, message)],
      sourceLocation: sourceLocation)
  }

  @Test func aLineIsStatements() {
    let script = Script(
      SourceText("use acct_1; numbers where a=1 | limit 5\n.rows 5; $it | count; more; ?\nexit"))
    #expect(
      script.statements.map(\.range.text) == [
        "use acct_1", "numbers where a=1 | limit 5", ".rows 5", "$it | count", "more", "?", "exit",
      ])
    #expect(script.statements.map { $0.arguments.tokens.count } == [1, 7, 1, 2, 0, 0, 0])
  }

  @Test func anOpenStringIsPointedAt() {
    expectFault("calls where to_number ~ 1️⃣\"^+442️⃣", "string is not closed")
  }

  @Test func aBadEscapeIsPointedAt() {
    expectFault(
      #"numbers where a="x1️⃣\q2️⃣""#,
      #"`\q` is no escape; write \\, \", \n, \t or \u{…}, or use single quotes"#)
  }

  @Test func aSymbolBeginsNoStatement() {
    #expect(
      faults("use; = 1\n) 3").map(\.message) == [
        "expected a resource or a command, found `=`",
        "expected a resource or a command, found `)`",
      ])
  }
}

/// Pipelines by their form alone.
struct PipelineTests {
  private func pipeline(_ text: String) throws(Rejection) -> Pipeline {
    var reader = ArgumentReader(Script(SourceText(text)).statements[0].all)
    return try reader.pipeline(sugar: "where")
  }

  @Test func aPipelineIsASourceAndStages() throws {
    let pipeline = try pipeline("numbers where a in (1 | 2) | limit 5")
    #expect(pipeline.source.word.text == "numbers")
    #expect(pipeline.stages.map(\.name.text) == ["where", "limit"])
    #expect(
      pipeline.stages.map { $0.arguments.tokens.map(\.text) } == [
        ["a", "in", "(", "1", "|", "2", ")"], ["5"],
      ])
    #expect(pipeline.fault == nil)
  }

  @Test(arguments: [
    ("numbers 1️⃣|2️⃣", "expected a stage after `|`"),
    ("numbers | limit 5 1️⃣|2️⃣ | count", "expected a stage after `|`"),
    ("numbers where 1️⃣(2️⃣a=1", "`(` is not closed"),
    ("numbers where a=11️⃣)2️⃣", "`)` closes nothing"),
  ])
  func whatIsWrongWithItsFormIsPointedAt(_ marked: String, _ message: String) throws {
    let text = MarkedText(marked)
    let fault = try #require(try pipeline(text.source.text).fault)
    #expect(fault.range == text.range)
    #expect(fault.message == message)
  }

  @Test func parenthesesMayHoldAPipeline() throws {
    let script = Script(SourceText("x (numbers | where (a=1) | limit 5) y"))
    var reader = ArgumentReader(script.statements[0].arguments)
    let stages = try reader.parenthesized("a pipeline") { (inner) throws(Rejection) in
      var reader = ArgumentReader(inner)
      return try reader.pipeline(sugar: "where").stages.map(\.name.text)
    }
    #expect(stages == ["where", "limit"])
    #expect(reader.rest.map(\.text) == ["y"])
  }
}

struct ConditionTests {
  private func condition(_ text: String) throws(Rejection) -> Condition {
    let statement = Script(SourceText("where " + text)).statements[0]
    var reader = ArgumentReader(statement.arguments)
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
    case .membership(let field, let how, let literals, _):
      "\(field.text) \(how == .inside ? "in" : "not in") [\(literals.map(\.text).joined(separator: " "))]"
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
