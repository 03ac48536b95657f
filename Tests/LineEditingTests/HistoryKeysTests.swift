import DialTestSupport
import LineEditing
import Testing

extension OnATerminal {
  @Suite struct HistoryKeys {
    static let up = "\u{1B}[A"
    static let down = "\u{1B}OB"

    private func desk(_ entries: String...) throws -> Desk {
      var history = History()
      for entry in entries { history.add(entry) }
      return try Desk(history: history)
    }

    @Test func upAndDownWalkAndComeBackToTheDraft() async throws {
      let desk = try desk("one", "two")
      let line = try await desk.line { person in
        person.type(Self.up)
        try person.sees("> two")
        person.type(Self.up)
        try person.sees("> one")
        person.type(Self.up)
        try person.hearsBell(1)
        person.type(Self.down)
        try person.sees("> two")
        person.type(Self.down)
        try person.sees(">")
        person.type(Self.down)
        try person.hearsBell(2)
        person.type("\u{10}!\r")
      }
      #expect(line == .text("two!"))
      #expect(await desk.editor.history.entries == ["one", "two", "two!"])
    }

    @Test func upOffersOnlyWhatBeginsAsTyped() async throws {
      let desk = try desk("numbers", "accounts", "numbers | limit 1", "users")
      let line = try await desk.line { person in
        person.type("num" + Self.up)
        try person.sees("> numbers | limit 1")
        person.type(Self.up)
        try person.sees("> numbers")
        person.type(Self.down + Self.down)
        try person.sees("> num")
        try person.seesCursor(row: 0, column: 5)
        person.type("\r")
      }
      #expect(line == .text("num"))
    }

    @Test func anEntryOfSeveralRowsIsWalkedThroughRowByRow() async throws {
      let desk = try desk("first", "numbers |\nlimit 3")
      let line = try await desk.line { person in
        person.type(Self.up)
        try person.sees("> numbers |", "limit 3")
        person.type(Self.up)
        try person.seesCursor(row: 0, column: 9)
        person.type(Self.up)
        try person.sees("> first")
        person.type(Self.down + "0\r")
      }
      #expect(line == .text("numbers |\nlimit 30"))
    }

    @Test func longEntriesAreRecalledIntact() async throws {
      let long = String(repeating: "0123456789", count: 250)
      let desk = try desk(long, "short")
      #expect(try await desk.line(typing: "\u{10}\u{10}\u{E}\u{10}\r") == .text(long))
    }

    @Test func controlRSearchesBackwards() async throws {
      let desk = try desk("numbers | limit 7", "accounts", "numbers | limit 8")
      let line = try await desk.line { person in
        person.type("\u{12}limit")
        try person.sees("> numbers | limit 8", "bck:limit")
        person.type("\u{12}")
        try person.sees("> numbers | limit 7", "bck:limit")
        person.type("\r")
      }
      #expect(line == .text("numbers | limit 7"))
    }

    @Test(arguments: [
      ("\u{1B}[C", 7), ("\u{1B}OC", 7), ("\u{1B}[D", 5), ("\u{1B}[H", 2), ("\u{1B}[1~", 2),
      ("\u{1B}[F", 19), ("\u{1B}OF", 19),
    ])
    func aKeyThatMovesEndsTheSearch(_ key: String, _ column: Int) async throws {
      let desk = try desk("users | sort name", "accounts")
      let line = try await desk.line { person in
        person.type("\u{12}s |")
        try person.sees("> users | sort name", "bck:s |")
        person.type(key)
        try person.sees("> users | sort name")
        try person.seesCursor(row: 0, column: column)
        person.type("\r")
      }
      #expect(line == .text("users | sort name"))
    }

    @Test func controlRFindsWhatWasTypedInThisSession() async throws {
      let desk = try desk()
      _ = try await desk.line(typing: "accounts | sort name\r")
      let line = try await desk.line { person in
        person.type("\u{12}sort\r")
      }
      #expect(line == .text("accounts | sort name"))
    }

    @Test func searchingFromALongLineLeavesItWhole() async throws {
      let long = String(repeating: "0123456789", count: 250)
      let desk = try desk("numbers")
      let line = try await desk.line { person in
        person.type(long + "\u{12}")
        try person.hearsBell(1)
        person.type("\r")
      }
      #expect(line == .text(long))
    }
  }
}
