/// How a text looks while it is edited, and what may follow it.
///
///     Decoration(spans: [.init(0..<7, style: .bold)], suggestion: " | limit 10")
///
/// A decoration changes what is seen, never what is returned.
package struct Decoration: Hashable, Sendable {
  /// Where two spans overlap, the later one counts. What they leave out is plain.
  package var spans: [Span]
  /// What could follow the end of the text; shown dim there while the cursor is at the end.
  ///
  /// It is used where the history has nothing that begins with the text.
  package var suggestion: String

  package init(spans: [Span], suggestion: String = "") {
    self.spans = spans
    self.suggestion = suggestion
  }

  /// A stretch of the text in one style.
  package struct Span: Hashable, Sendable {
    /// Counted in Unicode scalars; what lies beyond the text is ignored.
    package var range: Range<Int>
    package var style: Style

    package init(_ range: Range<Int>, style: Style) {
      self.range = range
      self.style = style
    }
  }

  /// A plain text without a suggestion.
  package static let none = Decoration(spans: [])
}
