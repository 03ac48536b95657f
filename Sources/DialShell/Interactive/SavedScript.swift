import DialLanguage
import DialPipeline
import DialStack

/// Lines of a prompt as a script, whose account is a parameter.
///
/// What they have from the session stands before them: the names that they use, and for a line that
/// goes on from the last result the pipeline of that.
struct SavedScript {
  private static let parameter = "account"

  /// The text of the script.
  private(set) var text = ""

  /// - Parameter lines: as they were typed, the oldest first.
  init(_ lines: [String], in session: Session) {
    var lines = lines
    let result = "$\(KeptRows.Name.it.rawValue)"
    if let line = lines.first, let pipeline = session.lastResult?.plan.text {
      if line.hasPrefix("|") { lines.insert(pipeline, at: 0) }
      if line.hasPrefix(result) { lines[0] = pipeline + line.dropFirst(result.count) }
    }
    let uses = lines.map { Self.uses(in: SourceText($0)) }
    let ids = Set(uses.joined().map(\.text))
    if ids.isEmpty {
      add(Self.beginning(session.accounts))
    } else if ids.count == 1, let id = ids.first {
      // Several accounts one after the other are what the lines are about.
      add([Self.declaration(of: id)])
      lines = zip(lines, uses).map { line, uses in
        SourceText(line).mended(by: uses.map { Mend($0.range, "$" + Self.parameter) })
      }
    }
    add(session.statements(thatName: lines))
    add(lines)
  }

  private mutating func add(_ lines: [String]) {
    for line in lines { text += line + "\n" }
  }

  private static func declaration(of id: String) -> String {
    "param \(parameter) = \(id.isOneWord ? id : id.quoted)"
  }

  /// The lines that choose what was chosen before the others.
  private static func beginning(_ accounts: AccountSelection) -> [String] {
    switch accounts {
    case .none: []
    case .one(let id): [declaration(of: id.rawValue), "use $\(parameter)"]
    case .several(let ids): ["use " + ids.map(\.rawValue).joined(separator: ", ")]
    case .all: ["use all"]
    case .rows(let plan): ["use (\(plan.text))"]
    }
  }

  /// The accounts that statements choose by their ids.
  private static func uses(in line: SourceText) -> [Token] {
    Script(line).statements.flatMap { statement -> [Token] in
      guard statement.first.isWord(UseStatement.signature.name) else { return [] }
      let tokens = statement.arguments.tokens
      guard tokens.first?.isSymbol(.open) != true else { return [] }
      return tokens.filter { token in
        token.kind == .word && !["all", "none", "-"].contains { token.isWord($0) }
      }
    }
  }
}

extension Session {
  /// The statements that give the names their meaning that some lines use and don't declare, in the
  /// order in which they need each other.
  fileprivate func statements(thatName lines: [String]) -> [String] {
    var statements: [String] = []
    var known: Set<String> = []
    /// What lines declare themselves comes from them.
    for statement in lines.flatMap({ Script(SourceText($0)).statements })
    where ["let", "def", "param"].contains(where: { statement.first.isWord($0) }) {
      if let name = statement.arguments.tokens.first { known.insert(name.text) }
    }
    func add(namesIn text: String) {
      for token in Lexer.tokens(of: SourceText(text)) {
        guard let (statement, body) = statement(declaring: token), known.insert(token.text).inserted
        else { continue }
        add(namesIn: body)
        statements.append(statement)
      }
    }
    for line in lines { add(namesIn: line) }
    return statements
  }

  /// The statement that gives the name of a token its meaning, and the text that may use others.
  private func statement(declaring token: Token) -> (statement: String, body: String)? {
    let name = token.text
    switch token.kind {
    case .word:
      guard let definition = definitions[name] else { return nil }
      let parameters = definition.parameters.map(\.text).joined(separator: ", ")
      let usage = name + (parameters.isEmpty ? "" : "(\(parameters))")
      return ("def \(usage) = \(definition.text)", definition.text)
    case .variable:
      if let rows = named[name] { return ("let \(name) = (\(rows.plan.text))", rows.plan.text) }
      return variables[name].map { ("let \(name) = \($0.source)", "") }
    case .string, .rawString, .symbol, .newline, .end, .invalid: return nil
    }
  }
}
