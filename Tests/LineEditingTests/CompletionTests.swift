import DialTestSupport
import LineEditing
import Testing

extension OnATerminal {
  @Suite struct CompletionKeys {
    private func desk(_ candidates: Candidate..., columns: Int = 40) throws -> Desk {
      var behavior = Behavior.plain
      behavior.complete = { request in
        let word =
          request.textBeforeCursor.split(
            separator: " ", omittingEmptySubsequences: false
          ).last.map(String.init) ?? ""
        let start = request.cursor - word.unicodeScalars.count
        return Completion(
          range: start..<request.cursor,
          candidates: candidates.filter { $0.text.hasPrefix(word) })
      }
      return try Desk(behavior: behavior, columns: columns)
    }

    @Test func theOnlyCandidateIsPutInWithItsSuffix() async throws {
      let desk = try desk(Candidate("accounts"), Candidate("status", suffix: "="))
      let line = try await desk.line { person in
        person.type("é acc\t")
        try person.sees("> é accounts")
        person.type("st\tactive\r")
      }
      #expect(line == .text("é accounts status=active"))
    }

    @Test func withoutACandidateTabRings() async throws {
      let desk = try desk(Candidate("accounts"))
      let line = try await desk.line { person in
        person.type("x\t")
        try person.hearsBell(1)
        person.type("\r")
      }
      #expect(line == .text("x"))
    }

    @Test func tabPutsInTheCommonPartThenListsThenGoesRound() async throws {
      let desk = try desk(
        Candidate("日本語", summary: "wide"), Candidate("日本", summary: ""),
        Candidate("日本人です", summary: "wider"))
      let line = try await desk.line { person in
        person.type("a b\u{2}日\t")
        try person.sees("> a 日本b")
        person.type("\t")
        try person.sees(
          "> a 日本b", "日本語      wide", "日本", "日本人です  wider", "> a 日本b")
        try person.seesCursor(row: 4, column: 8)
        person.type("\t")
        try person.wait(for: "first") { $0.screen.lines.last == "> a 日本語 b" }
        person.type("\t")
        try person.wait(for: "second") { $0.screen.lines.last == "> a 日本 b" }
        person.type("\t\t")
        try person.wait(for: "the first again") { $0.screen.lines.last == "> a 日本語 b" }
        person.type("!\r")
      }
      #expect(line == .text("a 日本語 !b"))
    }

    @Test func theListOfAWrappedLineStandsBelowIt() async throws {
      let desk = try desk(Candidate("x1"), Candidate("x2"), columns: 20)
      let line = try await desk.line { person in
        person.type("0123456789 x0123456789012345")
        person.type("\u{1}" + String(repeating: "\u{1B}[C", count: 12) + "\t")
        try person.sees(
          "> 0123456789 x012345", "6789012345", "x1  x2", "> 0123456789 x012345", "6789012345")
        try person.seesCursor(row: 3, column: 14)
        person.type("\r")
      }
      #expect(line == .text("0123456789 x0123456789012345"))
    }
  }
}

struct CandidateListTests {
  @Test func columnsAreReadDownwards() {
    let list = CandidateList(
      candidates: ["a", "bb", "日本", "d", "e"].map { Candidate($0) }, columns: 13, rows: 24)
    #expect(list.lines == ["a     d", "bb    e", "日本"])
  }

  @Test func whatDoesNotFitIsCounted() {
    let list = CandidateList(
      candidates: (1...100).map { Candidate("c\($0)", summary: "s") }, columns: 40, rows: 6)
    #expect(list.lines == ["c1  s", "c2  s", "… and 98 more"])
  }

  @Test func rowsEndAtTheEdgeAndControlCharactersAreShown() {
    let list = CandidateList(
      candidates: [Candidate("a\u{1B}[2J", summary: "a very long summary")], columns: 16, rows: 24)
    #expect(list.lines == ["a\u{FFFD}[2J  a very …"])
  }
}
