package import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialStack
package import LineEditing

/// How a line looks while it is typed: words by what they are, wrong ones underlined.
package struct Highlighter: Sendable {
  private let completer: Completer
  private let coloring: TerminalStyle.Coloring

  package init(completer: Completer, coloring: TerminalStyle.Coloring) {
    self.completer = completer
    self.coloring = coloring
  }

  /// The colours of `text`, and how its last word goes on where that is certain.
  package func decoration(of text: EditedText) -> Decoration {
    let outline = Outline(of: text.text, with: completer.vocabulary, in: completer.scope)
    let places = ScalarPlaces(of: text.text)
    var spans = outline.words.compactMap { word in
      Self.tint(of: word.meaning).map {
        Decoration.Span(places[word.range], style: Style($0, in: coloring))
      }
    }
    spans += comments(in: text.text, places)
    for problem in outline.problems where !isStillTyped(problem, in: text, places) {
      spans.append(Decoration.Span(places[problem], style: Style(.mistake, in: coloring)))
    }
    let isAtEnd = text.cursor == text.text.unicodeScalars.count
    return Decoration(spans: spans, suggestion: isAtEnd ? completer.certainRest(of: text) : "")
  }

  private static func tint(of meaning: Outline.Meaning) -> Tint? {
    switch meaning {
    case .command: .command
    case .source: .source
    case .stage, .keyword: .keyword
    case .value: .value
    case .variable: .variable
    case .field, .comparison, .symbol, .name: nil
    }
  }

  /// Whether the word may yet become right: the cursor is at its end, and it begins something
  /// that may stand there, or may be anything.
  private func isStillTyped(_ range: SourceRange, in text: EditedText, _ places: ScalarPlaces)
    -> Bool
  {
    guard places[range].upperBound == text.cursor else { return false }
    let before = range.source?.range(0, range.lower).text ?? ""
    let outline = Outline(of: before, with: completer.vocabulary, in: completer.scope)
    if case .argument(let argument) = outline.next, argument.isOpen { return true }
    let typed = range.text
    return !completer.candidates(for: typed, behind: outline, .left).isEmpty
  }

  /// Comments are no tokens: they are what begins with `#` between two of them.
  private func comments(in text: String, _ places: ScalarPlaces) -> [Decoration.Span] {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return [] }
    let bytes = Array(text.utf8)
    var spans: [Decoration.Span] = []
    var end = 0
    for token in Lexer.tokens(of: SourceText(text)) {
      if token.range.lower > end,
        let start = bytes[end..<token.range.lower].firstIndex(of: UInt8(ascii: "#"))
      {
        spans.append(
          Decoration.Span(
            places[start..<token.range.lower], style: Style(.comment, in: coloring)))
      }
      end = max(end, token.range.upper)
    }
    return spans
  }
}

extension Style {
  /// How a text of a kind looks on a terminal.
  package init(_ tint: Tint, in coloring: TerminalStyle.Coloring) {
    self = tint.parameters(in: coloring).map { Style(parameters: $0) } ?? .plain
  }
}

extension NextArgument {
  /// Whether what stands there is not one of a few words.
  var isOpen: Bool {
    roles.contains { role in
      switch role {
      case .value(let field):
        switch (try? columns?.column(field))?.kind {
        case .choice, .boolean: false
        case .text, .id, .phone, .time, .integer, .seconds, .decimal, .object, .list, nil: true
        }
      case .number, .newName, .path, .account, .anyValue, .operand, .parameter: true
      case .command, .source, .item, .part, .stage, .misplaced, .field, .fieldOf,
        .comparison,
        .arithmetic, .keyword,
        .symbol, .format, .option, .topic, .function:
        false
      }
    }
  }
}

/// Places in UTF-8 as places in Unicode scalars.
private struct ScalarPlaces {
  private let places: [Int]

  init(of text: String) {
    var places: [Int] = []
    places.reserveCapacity(text.utf8.count + 1)
    for (index, scalar) in text.unicodeScalars.enumerated() {
      for _ in 0..<UTF8.width(scalar) { places.append(index) }
    }
    places.append(text.unicodeScalars.count)
    self.places = places
  }

  subscript(range: SourceRange) -> Range<Int> { self[range.lower..<range.upper] }

  subscript(range: Range<Int>) -> Range<Int> {
    let last = places.count - 1
    return places[min(range.lowerBound, last)]..<places[min(range.upperBound, last)]
  }
}
