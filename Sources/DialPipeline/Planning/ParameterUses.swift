package import DialLanguage
import DialRows
import Synchronization

/// What the parameters of a text are used as: a time, a whole number, a path.
package final class ParameterUses: Sendable {
  private let known = Mutex<[String: String]>([:])

  /// What the parameter called `name` is used as; `nil` where nobody knows.
  package subscript(name: String) -> String? { known.withLock { $0[name] } }

  /// Notes a use of a value that is given later; the first counts.
  func note(_ value: Literal, as use: String) {
    guard value.form == .open else { return }
    known.withLock { known in
      if known[value.text] == nil { known[value.text] = use }
    }
  }
}

extension Planner {
  /// What the parameters of a text are used as, as far as it makes sense.
  package static func parameterUses(
    in source: SourceText, with vocabulary: Vocabulary, in scope: Scope
  ) -> ParameterUses {
    var scope = scope
    scope.openParameters = .all
    var planner = Planner(vocabulary: vocabulary, scope: scope)
    // Its account may come from the command line.
    planner.accountIsUnclear = true
    _ = planner.steps(of: Script(source))
    return scope.uses
  }
}
