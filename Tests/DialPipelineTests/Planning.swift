import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialStack
import DialTestSupport
import Testing

/// Plans texts as the program does, with a fixed clock.
enum Planning {
  static let account: Account.ID = "acct_01h2xcejqtf2nbrexx3vqjhp41"

  /// 2026-09-15T12:00:00Z.
  static let now = Timestamp(seconds: 1_789_473_600)

  static func scope(
    account: Account.ID? = account, variables: [String: String] = [:],
    terminal: TerminalStyle? = nil
  ) -> Scope {
    var scope = Scope(
      accounts: AccountSelection(account),
      variables: variables.mapValues { Literal(.word, $0, at: .nowhere) },
      homeDirectory: "/home/ada", display: Display(format: "csv", terminal: terminal))
    scope.now = now
    return scope
  }

  /// The scope of a line at a prompt that has shown accounts.
  static func prompt() -> Scope {
    var scope = scope()
    scope.prompt = PromptScope(lastResult: Columns(of: .accounts))
    return scope
  }

  static func plan(
    _ text: String, in scope: Scope = scope(), vocabulary: Vocabulary = .standard()
  ) throws(Rejection) -> ScriptPlan {
    let plan = try Planner.plan(SourceText(text), with: vocabulary, in: scope)
    try plan.checkPaths()
    return plan
  }

  /// The plan of the only pipeline in `text`.
  static func pipeline(_ text: String, in scope: Scope = scope()) throws -> Plan {
    let script = try plan(text, in: scope)
    let plans = script.steps.compactMap { step in
      if case .run(let plan) = step { plan } else { nil as Plan? }
    }
    return try #require(plans.count == 1 ? plans.first : nil)
  }

  static func diagnostics(_ text: String, in scope: Scope = scope()) -> [Diagnostic] {
    do throws(Rejection) {
      _ = try plan(text, in: scope)
      return []
    } catch {
      return error.diagnostics
    }
  }
}

extension Plan {
  /// What is asked of the API, at the time of the tests.
  var target: String? {
    source.list.map { list in
      list.endpoint(of: nil, now: Planning.now, in: .utc).target
    }
  }

  /// What `explain` says at the time of the tests.
  var explanation: String { explanation(now: Planning.now, in: .utc) }
}

/// Expects that the text is refused with this message at the marked characters, and that its
/// mend makes `mended` of it, where that is given.
func expectRefusal(
  _ marked: String, _ message: String, mended: String? = nil, in scope: Scope = Planning.scope(),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  let diagnostics = Planning.diagnostics(text.source.text, in: scope)
  #expect(diagnostics.map(\.range) == [text.range], sourceLocation: sourceLocation)
  #expect(diagnostics.map(\.message) == [message], sourceLocation: sourceLocation)
  guard let mended else { return }
  #expect(text.source.mended(by: diagnostics) == mended, sourceLocation: sourceLocation)
}
