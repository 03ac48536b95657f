import DialLanguage
import DialPipeline
import DialStack

/// Lines of a prompt as a script, whose account is a parameter.
struct SavedScript {
  private static let parameter = "account"

  /// The text of the script.
  let text: String

  /// - Parameters:
  ///   - lines: as they were typed, the oldest first.
  ///   - accounts: those that are chosen behind them.
  init(_ lines: [String], accounts: AccountSelection) {
    let uses = lines.map { Self.uses(in: SourceText($0)) }
    let ids = Set(uses.joined().map(\.text))
    guard uses.allSatisfy(\.isEmpty) else {
      // Several accounts one after the other are what the lines are about.
      guard ids.count == 1, let id = ids.first else {
        text = Self.joined(lines)
        return
      }
      let named = zip(lines, uses).map { line, uses in
        SourceText(line).mended(by: uses.map { Mend($0.range, "$" + Self.parameter) })
      }
      text = Self.joined([Self.declaration(of: id)] + named)
      return
    }
    text = Self.joined(Self.beginning(accounts) + lines)
  }

  private static func joined(_ lines: [String]) -> String {
    lines.map { $0 + "\n" }.joined()
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
