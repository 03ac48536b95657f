/// What the program around the editor decides.
///
/// The closures run on the editor's thread while a key is handled: they answer from a
/// snapshot and do not wait.
package struct Behavior: Sendable {
  /// Whether Enter ends the statement; if not, it opens a new row.
  package var isComplete: @Sendable (String) -> Bool
  /// What Tab offers.
  package var complete: @Sendable (EditedText) -> Completion
  /// How the text looks, and what is suggested to follow it; asked whenever the keys pause.
  ///
  /// Not asked without `usesColor`, nor for a text of more than 4,000 scalars. Where it is `nil`
  /// the text is plain and nothing is suggested, from the history neither.
  package var decorate: (@Sendable (EditedText) -> Decoration)?
  /// How a suggestion looks. The default is dim.
  package var suggestionStyle = Style.dim
  /// Whether `~/.editrc` (or `$EDITRC`) may change the keys.
  package var readsEditrc: Bool
  /// Whether styles and suggestions are shown; never on a terminal without escapes, where there
  /// is no editing but to take back what was typed last.
  package var usesColor: Bool

  package init(
    isComplete: @escaping @Sendable (String) -> Bool,
    complete: @escaping @Sendable (EditedText) -> Completion,
    decorate: (@Sendable (EditedText) -> Decoration)?,
    readsEditrc: Bool,
    usesColor: Bool
  ) {
    self.isComplete = isComplete
    self.complete = complete
    self.decorate = decorate
    self.readsEditrc = readsEditrc
    self.usesColor = usesColor
  }

  /// Every line is complete, and Tab offers nothing.
  package static let plain = Behavior(
    isComplete: { _ in true }, complete: { _ in .none }, decorate: nil,
    readsEditrc: false, usesColor: false)
}
