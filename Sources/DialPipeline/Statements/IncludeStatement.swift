import DialExport
package import DialLanguage
import SystemPackage

/// `include reports.dial`: the names that another file defines.
package struct IncludeStatement: WordStatement {
  package static let signature = Signature(
    "include", .path,
    summary: "Read the names that another file gives with `def` and `let`.",
    synonyms: ["source", "import", "require", "\\i"],
    details: [
      "The path is relative to the file that includes it, and to the folder that you are in at the",
      "prompt; `~` and `$name` are expanded. Such a file holds `def`, `let` and `include` alone.",
    ],
    examples: [])

  package static var declares: Declaration { .names }

  private let path: [Token]

  package init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    path = arguments.pathParts()
    guard !path.isEmpty else {
      throw Rejection(.expected("a file", found: arguments.current))
    }
    try arguments.finish(after: "the path")
  }

  package func plan(in planner: inout Planner) throws(Rejection) -> Step {
    let file = try planner.file(path)
    // A path that holds a parameter is known when the script is run.
    guard let read = planner.scope.includes, let range = file.range,
      case .file(let path) = file.destination
    else { return .include([]) }
    let place = Self.place(of: path, in: range.source)
    let text: SourceText
    do {
      text = try read(place)
    } catch {
      throw Rejection(Diagnostic(at: range, "\(error)", about: .circumstances))
    }
    return .include(try planner.include(text, from: place, at: range))
  }

  /// The path from the folder that the program runs in.
  private static func place(of path: String, in source: SourceText?) -> String {
    let path = FilePath(path)
    guard path.isRelative, let name = source?.name else { return path.lexicallyNormalized().string }
    return FilePath(name).removingLastComponent().appending(path.components)
      .lexicallyNormalized().string
  }
}

extension Planner {
  /// Plans what a file defines; one that was included already has done its work.
  fileprivate mutating func include(
    _ text: SourceText, from path: String, at range: SourceRange
  ) throws(Rejection) -> [Step] {
    var inner = self
    inner.notes = ReadingNotes()
    inner.diagnostics = []
    try inner.way.enter(path, at: range)
    guard inner.way.length <= Way.mostFiles else {
      throw Rejection(
        Diagnostic(at: range, "files may be included \(Way.mostFiles) deep, not deeper"))
    }
    guard inner.included.insert(path).inserted else { return [] }
    let script = Script(text)
    for statement in script.statements where !mayBeIncluded(statement) {
      inner.diagnostics.append(
        Diagnostic(
          at: statement.first.range,
          "an included file holds `def`, `let` and `include` alone"))
    }
    let steps = inner.diagnostics.isEmpty ? inner.steps(of: script) : []
    if let rejection = Rejection(inner.diagnostics) { throw rejection }
    scope = inner.scope
    included = inner.included
    return steps
  }

  private func mayBeIncluded(_ statement: StatementText) -> Bool {
    let names = [DefStatement.signature, LetStatement.signature, IncludeStatement.signature]
    return vocabulary.statement(beginningWith: statement.first)
      .map { names.contains($0.signature) } ?? false
  }
}
