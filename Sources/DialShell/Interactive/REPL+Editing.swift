import DialExport
import DialLanguage
import DialPipeline
import DialStack
import LineEditing
import TerminalText

extension REPL {
  /// What the editor asks about a line, answered from what is known now.
  var behavior: Behavior {
    let vocabulary = shell.environment.vocabulary
    let completer = Completer(
      vocabulary: vocabulary, scope: shell.scope, observed: shell.environment.observations.now)
    let highlighter = Highlighter(completer: completer, coloring: look.coloring)
    var behavior = Behavior(
      isComplete: { !vocabulary.isUnfinished(SourceText($0)) },
      complete: { completer.completion(of: $0) },
      decorate: { highlighter.decoration(of: $0) }, readsEditrc: true,
      usesColor: look.coloring != .none)
    behavior.suggestionStyle = Style(.suggestion, in: look.coloring)
    if !shell.session.settings.highlight { behavior.decorate = nil }
    return behavior
  }

  /// The key's mode, and the account that is chosen, short.
  var prompt: Prompt {
    let connection = shell.environment.connection
    let mode: Tint =
      switch connection.mode {
      case .live: .live
      case .test: .test
      case .other, .noKey: .otherKey
      }
    let place =
      shell.session.account.map { Self.shortened($0.description) }
      ?? shell.session.accountCount.map { $0 == 1 ? "*1 account" : "*\($0) accounts" }
      ?? (shell.session.accounts.isNone ? "dialsh" : "*accounts")
    return Prompt([
      Prompt.Segment("[\(connection.mode.rawValue)]", style: Style(mode, in: look.coloring)),
      Prompt.Segment(" \(place)> "),
    ])
  }

  /// `acct_01h2…hp41`: enough of an id to tell it from others.
  private static func shortened(_ id: String) -> String {
    let id = id.visible
    return id.count <= 20 ? id : "\(id.prefix(9))…\(id.suffix(4))"
  }
}
