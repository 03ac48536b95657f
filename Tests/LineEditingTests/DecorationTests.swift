import DialTestSupport
import LineEditing
import Testing

extension OnATerminal {
  /// Colours that stand over the line.
  @Suite struct Decorating {
    @Test func wordsAreColoredUnderTheirCharacters() async throws {
      let desk = try Desk(behavior: .colorful)
      let line = try await desk.line { person in
        person.type("numbers where staus=日本é🙂 7")
        try person.seesStyled(
          "> ⟨32:numbers⟩ where ⟨4;31:staus⟩=⟨36:日本⟩é⟨33:🙂⟩ ⟨31:7⟩")
        try person.seesCursor(row: 0, column: 31)
        person.type("\u{7F}\u{7F}\u{1}\u{4}")
        try person.seesStyled("> umbers where ⟨4;31:staus⟩=⟨36:日本⟩é⟨33:🙂⟩")
        person.type("n\r")
      }
      #expect(line == .text("numbers where staus=日本é🙂"))
      #expect(!desk.person.screen.isCursorHidden)
      try desk.person.seesStyled("> ⟨32:numbers⟩ where ⟨4;31:staus⟩=⟨36:日本⟩é⟨33:🙂⟩")
    }

    @Test func whatWasTypedAtOnceIsColoredOnceItIsAccepted() async throws {
      let desk = try Desk(behavior: .colorful)
      #expect(try await desk.line(typing: "numbers\u{1}\u{1B}[C\r") == .text("numbers"))
      try desk.person.seesStyled("> ⟨32:numbers⟩")
      #expect(try await desk.line(typing: "numbers\u{3}") == .interrupted)
      try desk.person.seesStyled("> ⟨32:numbers⟩", "> ⟨32:numbers⟩^C")
    }

    @Test func aWrappedLineIsColoredOnEachRow() async throws {
      let desk = try Desk(behavior: .colorful, columns: 12)
      let line = try await desk.line { person in
        person.type("abc numbers日a日本 numbers")
        try person.seesStyled("> abc ⟨32:number⟩", "⟨32:s⟩日a⟨36:日本⟩ ⟨32:num⟩", "⟨32:bers⟩")
        try person.seesCursor(row: 2, column: 4)
        person.type("\u{1}x")
        try person.seesStyled(
          "> xabc ⟨32:numbe⟩", "⟨32:rs⟩日a⟨36:日本⟩ ⟨32:nu⟩", "⟨32:mbers⟩")
        try person.seesCursor(row: 0, column: 3)
        person.type("\r")
      }
      #expect(line == .text("xabc numbers日a日本 numbers"))
    }

    @Test func aWideCharacterThatDoesNotFitBeginsTheNextRow() async throws {
      let desk = try Desk(behavior: .colorful, columns: 10)
      let line = try await desk.line { person in
        person.type("1234567日本日本")
        try person.seesStyled("> ⟨31:1234567⟩", "⟨36:日本日本⟩")
        person.type("\u{1}")
        try person.seesCursor(row: 0, column: 2)
        person.type("\u{4}")
        try person.seesStyled("> ⟨31:234567⟩⟨36:日⟩", "⟨36:本日本⟩")
        person.type("\r")
      }
      #expect(line == .text("234567日本日本"))
    }

    @Test func aTextThatEndsAtTheEdgeIsColoredToTheEdge() async throws {
      let desk = try Desk(behavior: .colorful, columns: 9)
      let line = try await desk.line { person in
        person.type("numbers")
        try person.seesStyled("> ⟨32:numbers⟩")
        try person.seesCursor(row: 1, column: 0)
        person.paste("\n1")
        try person.seesStyled("> ⟨32:numbers⟩", "", "⟨31:1⟩")
        person.type("\r")
      }
      #expect(line == .text("numbers\n1"))
      try desk.person.seesStyled("> ⟨32:numbers⟩", "", "⟨31:1⟩")
    }

    @Test func aBlockIsColoredOnEachRowAndWhereTheScreenScrolls() async throws {
      let desk = try Desk(behavior: .colorful, rows: 4)
      for text in ["a", "b"] { _ = try await desk.line(typing: text + "\r") }
      let line = try await desk.line { person in
        person.paste("numbers\n日本 1")
        try person.seesStyled("> a", "> b", "> ⟨32:numbers⟩", "⟨36:日本⟩ ⟨31:1⟩")
        person.paste("\nstaus")
        try person.seesStyled("> b", "> ⟨32:numbers⟩", "⟨36:日本⟩ ⟨31:1⟩", "⟨4;31:staus⟩")
        person.type("\u{1B}[A\u{1B}[A\u{1B}[A\u{2}\u{2}")
        try person.hearsBell(1)
        person.type("\u{1}22")
        try person.seesStyled("> b", "> ⟨31:22⟩⟨32:numbers⟩", "⟨36:日本⟩ ⟨31:1⟩", "⟨4;31:staus⟩")
        person.type("\r")
      }
      #expect(line == .text("22numbers\n日本 1\nstaus"))
    }

    @Test func aTextTallerThanTheScreenStaysPlain() async throws {
      let desk = try Desk(behavior: .colorful, rows: 3)
      let text = (1...5).map { "row \($0)" }.joined(separator: "\n")
      let line = try await desk.line { person in
        person.paste(text)
        try person.sees("row 3", "row 4", "row 5")
        person.type("!")
        try person.seesStyled("row 3", "row 4", "row 5!")
        person.type("\r")
      }
      #expect(line == .text(text + "!"))
    }

    @Test func controlCharactersAreDrawnNotSent() async throws {
      var behavior = Behavior.colorful
      behavior.decorate = { Decoration(spans: [.init(0..<$0.text.count, style: .green)]) }
      let (plain, desk) = (try Desk(), try Desk(behavior: behavior))
      let text = "a\u{1B}[2Jb\u{7F}c\u{85}\u{9B}\td\u{7}\u{E000}"
      for desk in [plain, desk] {
        let line = try await desk.line { person in
          person.paste(text)
          // To its last character: of the plain screen nothing is read behind this.
          try person.wait(for: "the text") {
            $0.screen.lines.first?.hasSuffix("d^G\\U+0E000") == true
          }
          person.type("\r")
        }
        #expect(line == .text(text))
      }
      try desk.person.wait(for: "the plain screen") {
        $0.screen.lines == plain.person.screen.lines
      }
      try desk.person.seesStyled("> ⟨32:" + plain.person.screen.lines[0].dropFirst(2) + "⟩")
    }

    @Test func aSearchShowsItsFindingsPlainly() async throws {
      var history = History()
      history.add("accounts 1")
      let desk = try Desk(history: history, behavior: .colorful)
      let line = try await desk.line { person in
        person.type("numbers")
        try person.seesStyled("> ⟨32:numbers⟩")
        person.type("\u{12}acc")
        try person.seesStyled("> accounts 1", "bck:acc")
        person.type("o")
        try person.seesStyled("> accounts 1", "bck:acco")
        person.type("\u{5}")
        try person.seesStyled("> accounts ⟨31:1⟩")
        person.type("\r")
      }
      #expect(line == .text("accounts 1"))
    }

    @Test func aLineDrawnAnewIsColoredAgain() async throws {
      let desk = try Desk(behavior: .colorful)
      _ = try await desk.line(typing: "a\r")
      let line = try await desk.line { person in
        person.type("numbers 1\u{2}")
        try person.seesStyled("> a", "> ⟨32:numbers⟩ ⟨31:1⟩")
        person.type("\u{C}")
        try person.seesStyled("> ⟨32:numbers⟩ ⟨31:1⟩")
        desk.editor.show(notice: "one")
        try person.seesStyled("one", "> ⟨32:numbers⟩ ⟨31:1⟩")
        person.resize(columns: 8, rows: 12)
        desk.editor.terminalResized()
        try person.seesStyled("one", "> ⟨32:number⟩", "⟨32:s⟩ ⟨31:1⟩")
        person.type("2\r")
      }
      #expect(line == .text("numbers 21"))
    }

    @Test(arguments: ["dumb", "xterm"])
    func withoutColorNothingIsPainted(_ type: String) async throws {
      var behavior = Behavior.colorful
      behavior.usesColor = type == "dumb"
      var history = History()
      history.add("numbers 12")
      let desk = try Desk(history: history, behavior: behavior, type: type)
      let line = try await desk.line { person in
        person.type("numbers 1")
        try person.seesStyled("> numbers 1")
        person.type("\u{5}\u{6}")
        // Where the cursor cannot be moved, it cannot be moved to the end either.
        try person.hearsBell(type == "dumb" ? 2 : 1)
        person.type("\r")
      }
      #expect(line == .text("numbers 1"))
      try desk.person.seesStyled("> numbers 1")
      let output = String(decoding: desk.person.output, as: UTF8.self)
      #expect(!output.contains("\u{1B}7") && !output.contains("\u{1B}[0"), "\(output)")
    }
  }
}
