package import DialLanguage
import DialStack

/// `def late(since) = calls where started_at >= $since`: a name for a text.
package struct DefStatement: WordStatement {
  package static let signature = Signature(
    "def", .value("NAME[(NAME, …)]"), .value("PIPELINE | STAGE").behind("="),
    summary: "Give a pipeline, or stages, a name to be used in others.",
    synonyms: ["function", "alias", "macro", "view"],
    details: [
      "`def late(since) = calls where started_at >= $since` is used as `late(-7d) | count by did`;",
      "`def short = select started_at, from_number | limit 5` goes on with rows: `calls | short`.",
      "The names in parentheses are variables of the text, which each use gives their values.",
      "Nothing is asked for before it is used. `let` names rows, which are fetched once.",
    ],
    examples: [
      Example(
        "def late(since) = calls where started_at >= $since and connected_at = null; "
          + "late(-7d) | count by did", "a pipeline with a value"),
      Example("def few = select id, status | limit 3; numbers | few", "stages"),
    ])

  package static var declares: Declaration { .name }

  private let definition: Definition

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    let name = try arguments.name("a name")
    try Self.refuseTaken(name, in: context)
    let parameters = try Self.parameters(&arguments)
    guard arguments.skip(.equal) else {
      throw Rejection(
        Diagnostic(
          at: arguments.current.range,
          "expected `=` behind `\(name.text)`, found \(arguments.current.spelling)"))
    }
    let first = arguments.current
    let text = first.range.through(arguments.rest).text
    definition = Definition(
      name: name, parameters: parameters,
      body: try context.body(&arguments, of: name, parameters: parameters), text: text)
  }

  /// The names in parentheses behind the name.
  private static func parameters(_ arguments: inout ArgumentReader) throws(Rejection) -> [Word] {
    guard arguments.skip(.open) else { return [] }
    var parameters: [Word] = []
    repeat {
      let name = try arguments.name("a name")
      guard !parameters.contains(where: { $0.text == name.text }) else {
        throw Rejection(Diagnostic(at: name.range, "`\(name.text)` stands twice"))
      }
      parameters.append(name)
    } while arguments.skip(.comma)
    guard arguments.skip(.close) else {
      throw Rejection(.expected("`,` or `)`", found: arguments.current))
    }
    return parameters
  }

  private static func refuseTaken(_ name: Word, in context: StatementContext) throws(Rejection) {
    let vocabulary = context.vocabulary
    let isTaken =
      vocabulary.isStage(named: name.text) || vocabulary.catalog[name.text] != nil
      || vocabulary.catalog.resource(ofID: name.text) != nil
      || vocabulary.commands.contains { name.text.isKeyword($0.name) }
    guard isTaken else { return }
    throw Rejection(
      Diagnostic(at: name.range, "`\(name.text)` has a meaning of its own; take another name"))
  }

  package func plan(in planner: inout Planner) -> Step {
    planner.scope.definitions[definition.name.text] = definition
    return .define(definition)
  }
}

extension StatementContext {
  /// Reads the body of a definition up to the end of the arguments, and holds it against all that is
  /// known of it here.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  fileprivate func body(
    _ arguments: inout ArgumentReader, of name: Word, parameters: [Word]
  ) throws(Rejection) -> Definition.Body {
    let inner = try planner.planner(checking: name, parameters: parameters)
    let first = arguments.current.text
    let isStage =
      vocabulary.isStage(named: first)
      || scope.definitions[first].map { !$0.isPipeline } == true
    if isStage {
      let stages = try arguments.stages(sugar: Planner.sugar)
      try inner.check(stages)
      return .stages(stages)
    }
    let tokens = arguments.rest
    _ = try inner.plan(&arguments)
    var reader = ArgumentReader(Arguments(tokens: tokens, end: arguments.current))
    return .pipeline(try reader.pipeline(sugar: Planner.sugar))
  }
}
