import DialExport
import DialLanguage
package import DialPipeline
import DialRows
package import DialShell
import DialStack
package import LineEditing

/// What is known while a line is typed.
package struct Typing {
  package var scope: Scope
  package var observed = ObservedValues()
  package var vocabulary = Vocabulary.shell()

  /// A prompt that has chosen an account and shown accounts.
  package init() {
    scope = Scope(
      accounts: .one("acct_1"), variables: [:],
      homeDirectory: "/home/ada", display: Display(format: "table", terminal: nil))
    scope.prompt = PromptScope(lastResult: Columns(of: .accounts))
  }

  private var completer: Completer {
    var scope = scope
    scope.known = observed
    return Completer(vocabulary: vocabulary, scope: scope, observed: observed)
  }

  /// What Tab offers for a text in which `▮` is the cursor, or at its end.
  package func completion(of marked: String) -> Completion {
    completer.completion(of: Self.text(marked))
  }

  package func decoration(of marked: String) -> Decoration {
    Highlighter(completer: completer, coloring: .colors).decoration(of: Self.text(marked))
  }

  /// The text with marks around what is underlined.
  package func marked(_ text: String) -> String {
    let plain = text.split(separator: "▮", omittingEmptySubsequences: false).joined()
    var scalars = Array(plain.unicodeScalars).map { String($0) }
    let wrong = decoration(of: text).spans
      .filter { $0.style == Style(.mistake, in: .colors) }.map(\.range)
    for range in Set(wrong) where !range.isEmpty {
      scalars[range.lowerBound] = "‹" + scalars[range.lowerBound]
      scalars[range.upperBound - 1] += "›"
    }
    return scalars.joined()
  }

  private static func text(_ marked: String) -> EditedText {
    let parts = marked.split(separator: "▮", omittingEmptySubsequences: false)
    return EditedText(text: parts.joined(), cursor: parts[0].unicodeScalars.count)
  }
}
