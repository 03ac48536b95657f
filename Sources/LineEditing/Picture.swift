/// The text as it is to stand on the screen: a style a scalar, and what is suggested.
struct Picture {
  var buffer: EditBuffer
  var styles: [Style]
  var suggestion: String

  static let blank = Picture(EditBuffer(scalars: [], cursor: 0), decoration: .none)

  init(_ buffer: EditBuffer, decoration: Decoration) {
    self.buffer = buffer
    styles = Array(repeating: .plain, count: buffer.scalars.count)
    for span in decoration.spans {
      for index in span.range.clamped(to: 0..<styles.count) { styles[index] = span.style }
    }
    suggestion = decoration.suggestion
  }

  var isPlain: Bool { styles.allSatisfy { $0 == .plain } }

  /// The first scalar that must be painted when the picture takes the place of `old`, to
  /// which text was appended since; the count if there is none.
  func firstDifference(from old: Picture) -> Int {
    // libedit has drawn what was appended, plainly, and what is hidden by a number of its own.
    styles.indices.first { index in
      guard index >= old.styles.count else { return styles[index] != old.styles[index] }
      return styles[index] != .plain || buffer.scalars[index].isDrawnByNumber
    } ?? styles.count
  }

  /// Whether all that has happened to `old` is text put in behind its end.
  func continues(_ old: Picture) -> Bool {
    old.buffer.isAtEnd && buffer.isAtEnd && buffer.scalars.starts(with: old.buffer.scalars)
  }
}
