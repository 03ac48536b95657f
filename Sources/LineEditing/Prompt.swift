/// The text before the line, in pieces of one style each.
///
///     Prompt([.init("acme", style: .bold), .init(" > ")])
///
/// It stands on one row and ends in a space; control characters become spaces.
package struct Prompt: Hashable, Sendable {
  package var segments: [Segment]

  package init(_ segments: [Segment]) {
    self.segments = segments
  }

  package init(_ text: String) {
    self.init([Segment(text)])
  }

  /// A piece of a prompt.
  package struct Segment: Hashable, Sendable {
    package var text: String
    package var style: Style

    package init(_ text: String, style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }
}

extension Prompt {
  /// What encloses bytes of the prompt that take no column.
  static let marker: Unicode.Scalar = "\u{1}"

  /// The prompt without styles, with its final space.
  package var plainText: String {
    let text = segments.map { Self.onOneRow($0.text) }.joined()
    return text.hasSuffix(" ") ? text : text + " "
  }

  /// The prompt with a marked sequence before each change of style.
  ///
  /// libedit loses a sequence at the very end and confuses two in a row. So a sequence
  /// stands only before text, sets the style from scratch, and the final space is plain.
  package var markedText: String {
    var pieces = segments.map { (text: Self.onOneRow($0.text), style: $0.style) }
    if let last = pieces.indices.last, pieces[last].text.hasSuffix(" ") {
      pieces[last].text.removeLast()
    }
    pieces.append((" ", .plain))
    var style = Style.plain
    var result = ""
    for piece in pieces where !piece.text.isEmpty {
      if piece.style != style {
        result += "\(Self.marker)\(piece.style.sequence)\(Self.marker)"
        style = piece.style
      }
      result += piece.text
    }
    return result
  }

  private static func onOneRow(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 }))
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is of C0, DEL or C1.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
