import DialTestSupport
import LineEditing
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Tests that share libedit's globals, and so run one after the other.
@Suite(.serialized) struct OnATerminal {}

extension OnATerminal {
  @Suite struct Editing {
    @Test(arguments: ["numbers | limit 3", "é ñ ü", "日本語", "🙂🎉"])
    func aTypedLineIsReturnedWhole(_ text: String) async throws {
      let desk = try Desk()
      #expect(try await desk.line(typing: text + "\r") == .text(text))
    }

    @Test func editingKeysMoveAndDeleteByCharacter() async throws {
      let desk = try Desk()
      let line = try await desk.line { person in
        person.type("日本é🙂")
        try person.sees("> 日本é🙂")
        try person.seesCursor(row: 0, column: 9)
        person.type("\u{2}\u{2}\u{7F}")
        try person.sees("> 日é🙂")
        try person.seesCursor(row: 0, column: 4)
        person.type("\u{1}X\u{1B}[C\u{4}\u{5}Y\u{1B}[HA\u{1B}[FZ")
        try person.sees("> AX日🙂YZ")
        person.type("\r")
      }
      #expect(line == .text("AX日🙂YZ"))
    }

    @Test(arguments: [
      "\u{1B}[24~", "\u{1B}[3;5~", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}OP", "\u{1B}[[A",
      "\u{1B}[1;2;3;4q",
      "\u{1B}[3^", "\u{1B}[201~", "\u{1B}\u{1B}[C",
      // What a terminal says by itself: a title, its colours, its name, its mouse.
      "\u{1B}]0;hi\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
      "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[M !!",
    ])
    func aKeyThatNothingIsBoundToInsertsNothing(_ key: String) async throws {
      let desk = try Desk()
      let line = try await desk.line { person in
        person.type("ab" + key)
        try person.wait(for: "all keys") { $0.isHeard }
        person.type("c")
        try person.sees("> abc")
        person.type("\u{12}c" + key + "\r")
      }
      #expect(line == .text("abc"))
    }

    @Test(arguments: [
      ("a\u{E0041}b", "a\\U+E0041b"), ("pay\u{AD}pal", "pay\\U+000ADpal"),
      ("x\u{202E}y", "x\\U+0202Ey"), ("\u{3164}", "\\U+03164"), ("日\u{F8FF}本", "日\\U+0F8FF本"),
      ("pay\u{200D}pal", "pay\\U+0200Dpal"), ("x\u{FE0F}y", "x\\U+0FE0Fy"),
      ("\u{10FFFD}", "\\U+0FFFD"), ("\u{E0061}\u{F0000}", "\\U+E0061\\U+F0000"),
    ])
    func whatIsInvisibleIsShownByItsNumber(_ text: String, _ shown: String) async throws {
      var history = History()
      history.add(text + " | count")
      let desk = try Desk(history: history, behavior: .colorful)
      let searched = try await desk.line { person in
        person.type("\u{12}| cou")
        try person.sees("> \(shown) | count", "bck:| cou")
        person.type("\u{1B}[H1")
        try person.sees("> 1\(shown) | count")
        person.type("\r")
      }
      #expect(searched == .text("1" + text + " | count"))
      let typed = try await desk.line { person in
        person.type(text + "\u{2}\u{2}\u{6}\u{6}.")
        try person.wait(for: "the same") { $0.screen.lines.last == "> \(shown)." }
        person.type("\r")
      }
      #expect(typed == .text(text + "."))
      let plainly = try await Desk().line { person in
        person.type(text)
        try person.sees("> \(shown)")
        person.type("\r")
      }
      #expect(plainly == .text(text))
    }

    @Test func controlCDropsTheLineAndShowsIt() async throws {
      let desk = try Desk()
      let line = try await desk.line { person in
        person.type("abc\u{2}\u{2}")
        try person.seesCursor(row: 0, column: 3)
        person.type("\u{3}")
      }
      #expect(line == .interrupted)
      try desk.person.sees("> abc^C")
      #expect(desk.person.isCooked)
      #expect(try await desk.line(typing: "next\r") == .text("next"))
      #expect(await desk.editor.history.entries == ["next"])
    }

    @Test func controlDEndsAnEmptyLineAndElseDeletes() async throws {
      let desk = try Desk()
      let line = try await desk.line { person in
        person.type("ab\u{4}")
        try person.hearsBell(1)
        person.type("\u{1}\u{4}")
        try person.sees("> b")
        person.type("\r")
      }
      #expect(line == .text("b"))
      #expect(try await desk.line(typing: "\u{4}") == .endOfInput)
      #expect(desk.person.isCooked)
    }

    @Test func enterOnAnUnfinishedStatementOpensARow() async throws {
      var behavior = Behavior.plain
      behavior.isComplete = { !$0.hasSuffix("|") }
      let desk = try Desk(behavior: behavior)
      let line = try await desk.line { person in
        person.type("numbers |\rlimit 3")
        try person.sees("> numbers |", "limit 3")
        person.type("\u{1B}[A!")
        try person.sees("> numbers! |", "limit 3")
        person.type("\u{7F}\u{1B}[B0\r")
      }
      #expect(line == .text("numbers |\nlimit 30"))
    }

    @Test func aPasteOfSeveralLinesIsTextUntilEnter() async throws {
      let desk = try Desk()
      let line = try await desk.line { person in
        person.paste("one\rtwo\r\nthree é日🙂\r")
        try person.sees("> one", "two", "three é日🙂")
        person.type("four\r")
      }
      #expect(line == .text("one\ntwo\nthree é日🙂\nfour"))
    }

    @Test func aChangeBeforeAFullRowIsDrawnToItsEnd() async throws {
      let desk = try Desk(columns: 9)
      let line = try await desk.line { person in
        person.type("bcdefaaxyzwvvvvv")
        try person.sees("> bcdefaa", "xyzwvvvvv")
        person.type("\u{1} ")
        try person.sees(">  bcdefa", "axyzwvvvv", "v")
        try person.seesCursor(row: 0, column: 3)
        person.type("\u{7F}")
        try person.sees("> bcdefaa", "xyzwvvvvv")
        person.type(" \r")
      }
      #expect(line == .text(" bcdefaaxyzwvvvvv"))
      try desk.person.sees(">  bcdefa", "axyzwvvvv", "v")
    }

    @Test func aPasteOf140KilobytesArrivesIntact() async throws {
      let text = (0..<5_000).map { "row \($0) é日🙂 of a long text" }.joined(separator: "\n")
      let desk = try Desk()
      let line = try await desk.line { person in
        person.paste(text.replacing("\n", with: "\r"))
        person.type("\r")
      }
      #expect(text.utf8.count > 140_000)
      #expect(line == .text(text))
    }

    @Test func aTypedLineOf100KilobytesArrivesIntact() async throws {
      let text = String(repeating: "0123456789", count: 10_000)
      let desk = try Desk(columns: 200)
      #expect(try await desk.line(typing: text + "\r") == .text(text))
    }

    @Test func hostileBytesAreReplacedAndStopNothing() async throws {
      let desk = try Desk()
      let line = try await desk.line { person in
        person.type(Array("a".utf8) + [0xF4, 0x90, 0x80, 0x80] + Array("b".utf8))
        person.type([0x00, 0xFF, 0x63, 0xC2, 0x80, 0xE4, 0xB8, 0x0D])
      }
      let replaced = String(repeating: "\u{FFFD}", count: 4)
      #expect(line == .text("a\(replaced)b\u{FFFD}c\u{FFFD}\u{FFFD}"))
    }

    @Test func whatIsTypedAheadIsKept() async throws {
      let desk = try Desk()
      let first = try await desk.line(typing: "one\rtwo\rthree\r")
      #expect(first == .text("one"))
      #expect(try await desk.line { _ in } == .text("two"))
      #expect(try await desk.line { _ in } == .text("three"))
    }

    @Test(arguments: ["dumb", "", "no-such-terminal"])
    func aPoorTerminalIsEnough(_ type: String) async throws {
      let desk = try Desk(type: type)
      #expect(try await desk.line(typing: "abd\u{8}c\r") == .text("abc"))
      #expect(type == "no-such-terminal" || !desk.person.output.contains(0x1B))
      #expect(desk.person.isCooked)
    }

    @Test func theKeysThatMatterOutliveAnEditrc() async throws {
      let editrc = "/tmp/line-editing-editrc-\(getpid())"
      let file = try #require(fopen(editrc, "w"))
      fputs("bind -v\nbind ^T ed-move-to-beg\n", file)
      fclose(file)
      setenv("EDITRC", editrc, 1)
      defer {
        unsetenv("EDITRC")
        unlink(editrc)
      }
      var behavior = Behavior.plain
      behavior.readsEditrc = true
      behavior.complete = { _ in Completion(range: 0..<1, candidates: [Candidate("accounts")]) }
      let desk = try Desk(behavior: behavior)
      #expect(try await desk.line(typing: "a\t\u{3}") == .interrupted)
      try desk.person.sees("> accounts ^C")
      #expect(try await desk.line(typing: "bc\u{14}a\r") == .text("abc"))
      let line = try await desk.line { person in
        person.paste("one\rtwo")
        try person.sees("> accounts ^C", "> abc", "> one", "two")
        person.type("\u{1B}")
        try person.seesCursor(row: 3, column: 2)
        person.type("0x\r")
      }
      #expect(line == .text("ne\ntwo"))
    }

    @Test func withoutATerminalThereIsNoEditor() {
      #expect(throws: LineEditorError.notATerminal) {
        try LineEditor(
          terminal: Terminal(input: -1, output: -1, error: -1), programName: "desk",
          history: History(), behavior: .plain)
      }
    }
  }
}
