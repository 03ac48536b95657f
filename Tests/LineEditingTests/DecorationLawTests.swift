import DialTestSupport
import LineEditing
import Synchronization
import Testing

extension OnATerminal {
  /// Decorations change what a line looks like, and nothing else.
  @Suite struct LawOfDecoration {
    private static let texts = [
      "a", "1", "23", "日", "🙂", "é", " ", "b4", "本5", "\u{16}\u{1}",
    ]
    private static let pastes = ["\n", "x\n6", "日\n\n7"]
    /// A tab that reaches beyond the edge makes libedit contradict itself.
    private static let pastesWithTabs = ["\t", "2\t3"]
    private static let keys = [
      "\u{2}", "\u{1}", "\u{7F}", "\u{7F}", "\u{1B}[3~", "\u{B}", "\u{17}", "\u{C}",
      "\u{1B}b", "\u{1B}[A", "\u{1B}[B", "\u{1B}[D", "\t",
    ]
    /// Keys that may take a suggestion.
    private static let takers = ["\u{5}", "\u{6}", "\u{1B}[C", "\u{1B}f"]

    @Test(arguments: ["", "12日本 34567890123"])
    func aDecoratedLineIsDrawnAsAPlainOne(_ entry: String) async throws {
      var random = SeededGenerator()
      for _ in 0..<12 {
        let columns = random.pick([9, 10, 11, 13, 14, 16])
        let keys = Self.keys(columns: columns, entry: entry, &random)
        let typist = Typist(
          keys: keys, entry: entry, columns: columns, note: "DIALSH_SEED=\(random.seed)")
        let (decorated, views) = try await typist.lineWithColors()
        let plain = try await typist.line(seeing: views)
        #expect(decorated == plain, "\(typist.keys) \(typist.note)")
      }
    }

    /// Keys at random; few enough put text in for all to fit on the screen.
    private static func keys(
      columns: Int, entry: String, _ random: inout SeededGenerator
    ) -> [String] {
      let pastes = columns % 8 == 0 ? pastes + pastesWithTabs : pastes
      let others = entry.isEmpty ? keys + takers : keys
      var (texts, rows) = (16, 3)
      return (0..<40).map { _ in
        if texts > 0, random.chance(1, of: 2) {
          texts -= 1
          return random.pick(Self.texts)
        }
        if rows > 0, random.chance(1, of: 10) {
          rows -= 1
          return "\u{1B}[200~" + random.pick(pastes) + "\u{1B}[201~"
        }
        return random.pick(others)
      }
    }
  }
}

/// Somebody who types the same keys at an editor with colours and at one without.
private struct Typist {
  private final class Seen: Sendable {
    let texts = Mutex<[EditedText]>([])
  }

  let keys: [String]
  let entry: String
  let columns: Int
  let note: String

  /// Types at an editor with red digits; the screen must show each text that it asks about.
  func lineWithColors() async throws -> (Line, [View]) {
    let seen = Seen()
    var behavior = Behavior.plain
    behavior.usesColor = true
    behavior.decorate = { text in
      seen.texts.withLock { $0.append(text) }
      let digits = text.text.unicodeScalars.enumerated().filter { View.isDigit($0.element) }
      return Decoration(spans: digits.map { .init($0.offset..<$0.offset + 1, style: .red) })
    }
    var views: [View] = []
    let line = try await desk(behavior).line { person in
      try person.wait(for: "a first look") { _ in seen.texts.withLock { !$0.isEmpty } }
      for (index, key) in keys.enumerated() {
        let count = seen.texts.withLock { $0.count }
        person.type(key)
        var view: View?
        try person.wait(for: "colors after \(keys[...index]) \(note)") { person in
          let texts = seen.texts.withLock { $0 }
          guard texts.count > count, person.isHeard, let text = texts.last else { return false }
          view = View(of: text, columns: columns)
          return view == View(person.screen) && !person.screen.isCursorHidden
            && View.withoutSuggestion(person.screen.styledLines) == view?.reddenedLines
        }
        if let view { views.append(view) }
      }
      person.type("\r")
    }
    return (line, views)
  }

  /// Types at an editor without colours, which must show the same after each key.
  func line(seeing views: [View]) async throws -> Line {
    try await desk(.plain).line { person in
      for (index, (key, view)) in zip(keys, views).enumerated() {
        person.type(key)
        try person.wait(for: "\(view) after \(keys[...index]) \(note)") {
          View($0.screen) == view
        }
      }
      person.type("\r")
    }
  }

  private func desk(_ behavior: Behavior) throws -> Desk {
    var history = History()
    history.add(entry)
    return try Desk(history: history, behavior: behavior, columns: columns)
  }
}

/// What is to be seen of a line, apart from its styles.
private struct View: Equatable {
  var lines: [String]
  var row: Int
  var column: Int

  init(_ screen: Screen) {
    lines = Self.withoutSuggestion(screen.styledLines).map {
      $0.replacing(/⟨31:|⟩/, with: "")
    }
    (row, column) = (screen.row, screen.column)
  }

  /// What a text must look like, by nothing but the rules of terminals.
  init(of text: EditedText, columns: Int) {
    self.init(Self.screen("> " + text.text, columns))
    let cursor = Self.screen("> " + text.textBeforeCursor, columns)
    (row, column) = (cursor.row, cursor.column)
    // Before a wide character that has no room in the row, the cursor waits in the next.
    let next = Self.screen(
      "> " + String(text.text.unicodeScalars.prefix(text.cursor + 1)), columns)
    if column == columns - 1, next.row > row, next.column == 2 { (row, column) = (row + 1, 0) }
  }

  var reddenedLines: [String] {
    lines.map { $0.replacing(/[0-9]+/) { "⟨31:\($0.output)⟩" } }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func withoutSuggestion(_ lines: [String]) -> [String] {
    var lines = lines.map { line in
      var line = line.replacing(/⟨2:[^⟩]*⟩/, with: "")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func screen(_ text: String, _ columns: Int) -> Screen {
    var screen = Screen(columns: columns, rows: 12)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": screen.show("\r\n".utf8)
      case "\t":
        repeat { screen.show(" ".utf8) } while screen.column % 8 != 0 && !screen.wrapsNext
      case "\u{1}": for half in ["^", "A"] { screen.show(half.utf8) }
      default: screen.show(String(scalar).utf8)
      }
      // A full row is left at once.
      if screen.wrapsNext { screen.show(" \u{8}".utf8) }
    }
    return screen
  }
}
