/// What the program around the editor decides.
///
/// The closures run on the editor's thread while a key is handled: they answer from a
/// snapshot and do not wait.
package struct Behavior: Sendable {
  /// Whether Enter ends the statement; if not, it opens a new row.
  package var isComplete: @Sendable (String) -> Bool
  /// What Tab offers.
  package var complete: @Sendable (CompletionRequest) -> Completion
  /// Whether `~/.editrc` (or `$EDITRC`) may change the keys.
  package var readsEditrc: Bool
  /// Whether the styles of prompts are shown.
  package var usesColor: Bool

  package init(
    isComplete: @escaping @Sendable (String) -> Bool,
    complete: @escaping @Sendable (CompletionRequest) -> Completion,
    readsEditrc: Bool,
    usesColor: Bool
  ) {
    self.isComplete = isComplete
    self.complete = complete
    self.readsEditrc = readsEditrc
    self.usesColor = usesColor
  }

  /// Every line is complete, and Tab offers nothing.
  package static let plain = Behavior(
    isComplete: { _ in true }, complete: { _ in .none }, readsEditrc: false, usesColor: false)
}
