import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialShell
import DialStack
import LineEditing

/// What is known while a line is typed.
struct Typing {
  var scope: Scope
  var observed = ObservedValues()

  /// A prompt that has chosen an account and shown accounts.
  init() {
    scope = Scope(
      account: "acct_1", variables: [:],
      homeDirectory: "/home/ada", display: Display(format: "table", terminal: nil))
    scope.prompt = PromptScope(lastResult: Columns(of: .accounts))
  }

  private var completer: Completer {
    var scope = scope
    scope.known = observed
    return Completer(vocabulary: .shell(), scope: scope, observed: observed)
  }

  /// What Tab offers for a text in which `▮` is the cursor, or at its end.
  func completion(of marked: String) -> Completion { completer.completion(of: Self.text(marked)) }

  func decoration(of marked: String) -> Decoration {
    Highlighter(completer: completer, coloring: .colors).decoration(of: Self.text(marked))
  }

  private static func text(_ marked: String) -> EditedText {
    let parts = marked.split(separator: "▮", omittingEmptySubsequences: false)
    return EditedText(text: parts.joined(), cursor: parts[0].unicodeScalars.count)
  }
}
