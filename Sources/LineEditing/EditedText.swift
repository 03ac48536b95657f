/// A text that is being edited, and the place of the cursor in it.
package struct EditedText: Hashable, Sendable {
  package var text: String
  /// How many Unicode scalars of `text` stand before the cursor.
  package var cursor: Int

  package init(text: String, cursor: Int) {
    self.text = text
    self.cursor = cursor
  }

  /// The part of the text that stands before the cursor.
  package var textBeforeCursor: String {
    String(text.unicodeScalars.prefix(cursor))
  }
}
