import DialLanguage
import DialPipeline
import DialTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whatever a script looks like: its layout is stable, and it stays the same script.
struct LayoutLawTests {
  /// How many scripts are made; DIALSH_SCRIPTS says another number.
  private static let count = getenv("DIALSH_SCRIPTS").flatMap { Int(String(cString: $0)) } ?? 500

  @Test func aLayoutKeepsTheScriptAndIsStable() throws {
    let given = getenv("DIALSH_SEED").flatMap { UInt64(String(cString: $0)) }
    for number in 0..<UInt64(Self.count) {
      // Each has a seed of its own, that it can be made again alone.
      let seed = (given ?? 1) &+ number
      var generator = ScriptGenerator(random: SeededGenerator(seed: seed))
      let script = generator.script()
      let about: Comment = "\(script.debugDescription), DIALSH_SEED=\(seed) DIALSH_SCRIPTS=1"
      let layout = try #require(try keptLayout(of: script, about), about)
      try #require(PlanFacts.text(of: script) == PlanFacts.text(of: layout), about)
      let mutated = generator.mutated(script)
      _ = try keptLayout(
        of: mutated, "\(mutated.debugDescription), DIALSH_SEED=\(seed) DIALSH_SCRIPTS=1")
    }
  }

  /// The layout of a script, which has the same tokens and comments, and is its own layout.
  ///
  /// - Returns: `nil` for a script without the right form.
  private func keptLayout(of script: String, _ about: Comment) throws -> String? {
    guard let layout = try? Self.layout(of: script) else { return nil }
    try #require(try Self.layout(of: layout).utf8.elementsEqual(layout.utf8), about)
    try #require(Self.comments(of: script) == Self.comments(of: layout), about)
    let (before, after) = (Self.tokens(of: script), Self.tokens(of: layout))
    try #require(before.map(\.count) == after.map(\.count), about)
    for (before, after) in zip(before.joined(), after.joined()) {
      let isSame = before.text.utf8.elementsEqual(after.text.utf8)
      try #require(before.kind == after.kind, about)
      try #require(
        isSame || before.text == "==" && after.text == "="
          || Self.keywords.contains(after.text) && before.isWord(after.text), about)
    }
    return layout
  }

  /// The words that may be written in another case.
  private static let keywords = [
    "use", "def", "all", "help", "where", "and", "or", "not", "in", "by", "as", "desc", "limit",
    "csv",
    "null",
    "true",
  ]

  private static func tokens(of script: String) -> [[Token]] {
    Script(SourceText(script)).statements.map(\.all.tokens)
  }

  /// The comments, without the space at their ends.
  private static func comments(of script: String) -> [String] {
    Lexer.comments(of: SourceText(script)).map { comment in
      let text = Array(comment.text.utf8)
      let end = text.lastIndex { ![0x20, 0x09, 0x0D].contains($0) } ?? 0
      return String(decoding: text[...end], as: UTF8.self)
    }
  }

  private static func layout(of script: String) throws(Rejection) -> String {
    try PlanFacts.vocabulary.layout(of: SourceText(script), in: Planning.scope())
  }
}

/// What is planned of a script.
private enum PlanFacts {
  /// One for all: it keeps the columns of resources.
  static let vocabulary = Vocabulary.standard()

  /// What is planned, or what is wrong, without what a layout may change: space and `==`.
  static func text(of script: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in told(script).unicodeScalars {
      switch scalar {
      // A message shows line breaks, too.
      case " ", "\n", "\r", "\t", "␊", "␍", "␉", "\\", "#": continue
      case "=" where kept.last == "=": continue
      default: kept.append(scalar)
      }
    }
    return String(kept).lowercased()
  }

  private static func told(_ script: String) -> String {
    // A comment within a stage is told with it; its `#` keeps a `\` from the end of the line.
    let withoutComments = Lexer.comments(of: SourceText(script)).reversed().reduce(into: script) {
      text, comment in
      let bytes = Array(text.utf8)
      text = String(decoding: bytes[...comment.lower] + bytes[comment.upper...], as: UTF8.self)
    }
    do throws(Rejection) {
      let plan = try Planner.plan(
        SourceText(withoutComments), with: vocabulary, in: Planning.scope())
      return plan.steps.map(told).joined(separator: "\n")
    } catch {
      return error.diagnostics.map(\.message).joined(separator: "\n")
    }
  }

  private static func told(_ step: Step) -> String {
    switch step {
    case .run(let plan), .explain(let plan): plan.explanation
    case .name(let name, let rows): "\(name.text) \(rows.plan.explanation)"
    case .use(let accounts): "use \(accounts.identity)"
    case .declare(let name, let value): "\(name.text) = \(value.source)"
    case .help(let topic): "help \(topic)"
    case .define(let definition):
      "\(definition.usage) \(Lexer.tokens(of: SourceText(definition.text)).map { $0.text.lowercased() })"
    case .include(let steps), .script(let steps, _): steps.map(told).joined(separator: "\n")
    case .exit, .more, .command: "\(step)"
    }
  }
}
