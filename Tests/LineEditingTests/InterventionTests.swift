import DialTestSupport
import LineEditing
import Testing

extension OnATerminal {
  /// What happens to a line from outside while it is edited.
  @Suite struct Intervention {
    @Test func aCancelledReadingLeavesTheTerminalAndTheNextLineWhole() async throws {
      let desk = try Desk()
      let reading = Reading(desk.editor)
      try desk.person.sees(">")
      desk.person.type("half\u{1}")
      try desk.person.sees("> half")
      reading.task.cancel()
      try desk.person.wait(for: "the end") { _ in reading.isOver }
      await #expect(throws: CancellationError.self) { try await reading.task.value }
      try desk.person.seesCursor(row: 1, column: 0)
      #expect(desk.person.isCooked)
      #expect(try await desk.line(typing: "whole\r") == .text("whole"))
    }

    @Test(arguments: ["\u{16}", "\u{12}half", "\u{1B}"])
    func aReadingIsCancelledEvenWhileAKeyWaitsForAnother(_ keys: String) async throws {
      let desk = try Desk()
      let reading = Reading(desk.editor)
      try desk.person.sees(">")
      desk.person.type("x" + keys)
      try desk.person.wait(for: "all keys to be read") {
        $0.isHeard && $0.screen.lines.first?.hasPrefix("> x") == true
      }
      reading.task.cancel()
      try desk.person.wait(for: "the end") { _ in reading.isOver }
      await #expect(throws: CancellationError.self) { try await reading.task.value }
      #expect(desk.person.isCooked)
      #expect(try await desk.line(typing: "whole\r") == .text("whole"))
    }

    @Test func aTaskCancelledBeforehandReadsNothing() async throws {
      let desk = try Desk()
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await desk.editor.readLine(prompt: Prompt("> "))
      }
      await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func aNoticeStandsAboveThePrompt() async throws {
      let desk = try Desk(columns: 20)
      let line = try await desk.line { person in
        person.type("0123456789 日本 0123456789\u{2}\u{2}")
        try person.sees("> 0123456789 日本 01", "23456789")
        desk.editor.show(notice: "one\ntwo")
        try person.sees("one", "two", "> 0123456789 日本 01", "23456789")
        try person.seesCursor(row: 3, column: 6)
        person.type("!\r")
      }
      #expect(line == .text("0123456789 日本 01234567!89"))
    }

    @Test func aNoticeBetweenLinesIsWrittenAtOnce() async throws {
      let desk = try Desk()
      _ = try await desk.line(typing: "one\r")
      desk.editor.show(notice: "between")
      try desk.person.sees("> one", "between")
    }

    @Test func aNewSizeLaysTheLineOutAnew() async throws {
      let desk = try Desk(columns: 40)
      let line = try await desk.line { person in
        person.type("0123456789012345678901234")
        try person.sees("> 0123456789012345678901234")
        person.resize(columns: 20, rows: 12)
        desk.editor.terminalResized()
        person.type("!")
        try person.sees("> 012345678901234567", "8901234!")
        person.type("\r")
      }
      #expect(line == .text("0123456789012345678901234!"))
    }

    @Test func afterAStopTheTerminalIsTakenAgain() async throws {
      let desk = try Desk()
      let line = try await desk.line { person in
        person.type("abc")
        try person.sees("> abc")
        person.cook()
        #expect(person.isCooked)
        desk.editor.terminalContinued()
        try person.wait(for: "raw keys") { !$0.isCooked }
        person.type("d\r")
      }
      #expect(line == .text("abcd"))
    }

    @Test func readingsOfTwoEditorsDoNotMix() async throws {
      let (first, second) = (try Desk(), try Desk())
      #expect(try await first.line(typing: "one\r") == .text("one"))
      #expect(try await second.line(typing: "two\r") == .text("two"))
    }
  }
}
