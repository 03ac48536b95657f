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

    @Test(arguments: [
      ("!=a", "status!=a"), ("~a", "status~a"), ("=a", "status=a"), (" in x", "status in x"),
      ("\u{7F}!", "status!"), ("a=", "status=a="), ("\u{2}\u{6}=", "status=="),
    ])
    func aSuffixGivesWayToWhatIsTypedNext(_ typed: String, _ text: String) async throws {
      let desk = try desk(Candidate("status", suffix: "=", givesWayTo: "=!~ "))
      let line = try await desk.line { person in
        person.type("st\t")
        try person.sees("> status=")
        person.type(typed)
        try person.sees("> \(text)")
        person.type("\r")
      }
      #expect(line == .text(text))
    }

    @Test func aSuffixIsNotPutInBeforeWhatItGivesWayTo() async throws {
      let desk = try desk(Candidate("status", suffix: "=", givesWayTo: "=!~ "), Candidate("count"))
      let line = try await desk.line { person in
        person.type("st!=a\u{2}\u{2}\u{2}\t")
        try person.sees("> status!=a")
        person.type("\u{5} st | limit\u{1B}b\u{2}\u{2}\u{2}\t")
        try person.sees("> status!=a status | limit")
        person.type("\u{5}\r")
      }
      #expect(line == .text("status!=a status | limit"))
    }

    @Test func nothingIsCertainOfNothing() async throws {
      let desk = try desk(Candidate("none", summary: "no account"))
      let line = try await desk.line { person in
        person.type("use \t")
        try person.sees("> use", "none  no account", "> use")
        person.type("\t")
        try person.wait(for: "the only one") { $0.screen.lines.last == "> use none" }
        person.type("\t")
        try person.wait(for: "nothing again") { $0.screen.lines.last == "> use" }
        person.type("\r")
      }
      #expect(line == .text("use "))
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
        try person.wait(for: "what was typed") { $0.screen.lines.last == "> a 日本b" }
        person.type("\t")
        try person.wait(for: "the first again") { $0.screen.lines.last == "> a 日本語 b" }
        person.type("!\r")
      }
      #expect(line == .text("a 日本語 !b"))
    }

    /// Accounts are found by a part of their names, wherever the cursor is.
    private func accountsDesk() throws -> Desk {
      var behavior = Behavior.colorful
      let accounts = [
        Candidate("acct_1", summary: "Acme Ltd"), Candidate("acct_2", summary: "Acme Inc"),
        Candidate("acct_3", summary: "Bolt"),
      ]
      behavior.complete = { text in
        let word = text.textBeforeCursor.split { $0.isWhitespace }.last.map(String.init) ?? ""
        return Completion(
          range: text.cursor - word.count..<text.cursor,
          candidates: accounts.filter { $0.summary.contains(word) })
      }
      return try Desk(behavior: behavior)
    }

    @Test func aCandidateNeedNotBeginAsTyped() async throws {
      let desk = try accountsDesk()
      let line = try await desk.line { person in
        person.type("use Bolt now")
        try person.sees("> use Bolt now")
        person.type("\u{1B}b\u{2}\t")
        try person.sees("> use acct_3 now")
        person.type("\r")
      }
      #expect(line == .text("use acct_3 now"))
    }

    @Test func candidatesOfABlockAreListedBelowItThenTakenInTurn() async throws {
      let desk = try accountsDesk()
      let line = try await desk.line { person in
        person.paste("numbers 1\nuse Acme\n日本 2")
        try person.seesStyled("> ⟨32:numbers⟩ ⟨31:1⟩", "use Acme", "⟨36:日本⟩ ⟨31:2⟩")
        person.type("\u{1B}[A" + String(repeating: "\u{1B}[C", count: 4) + "\t")
        try person.seesStyled(
          "> ⟨32:numbers⟩ ⟨31:1⟩", "use Acme", "⟨36:日本⟩ ⟨31:2⟩", "acct_1  Acme Ltd",
          "acct_2  Acme Inc", "> ⟨32:numbers⟩ ⟨31:1⟩", "use Acme", "⟨36:日本⟩ ⟨31:2⟩")
        try person.seesCursor(row: 6, column: 8)
        person.type("\t")
        try person.wait(for: "the first") {
          $0.screen.styledLines.dropFirst(6).first == "use acct_⟨31:1⟩"
        }
        person.type("\t")
        try person.wait(for: "the second") {
          $0.screen.styledLines.dropFirst(6).first == "use acct_⟨31:2⟩"
        }
        person.type("\r")
      }
      #expect(line == .text("numbers 1\nuse acct_2 \n日本 2"))
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
      candidates: (1...100).map { Candidate("c\($0)", summary: "s") }, columns: 18, rows: 6)
    #expect(list.lines == ["c1  s", "c2  s", "… and 98 more"])
  }

  @Test func aLongListWithSummariesStandsInColumns() {
    let candidates = [
      Candidate("日本", summary: "wide"), Candidate("a"),
      Candidate("status", summary: "whether the number is in use"),
    ]
    let short = CandidateList(candidates: candidates, columns: 80, rows: 6)
    #expect(
      short.lines == ["日本    wide", "a", "status  whether the number is in use"])
    let long = CandidateList(candidates: candidates + candidates, columns: 80, rows: 6)
    #expect(
      long.lines == [
        "日本    wide                        日本    wide",
        "a                                   a",
        "status  whether the number is i…    status  whether the number is i…",
      ])
    let longer = CandidateList(
      candidates: Array(repeating: candidates, count: 3).flatMap { $0 }, columns: 80, rows: 6)
    #expect(
      longer.lines == [
        "日本    wide                        status  whether the number is i…",
        "a                                   日本    wide",
        "… and 5 more",
      ])
  }

  @Test func aNoteStandsBelow() {
    let candidates = (1...9).map { Candidate("c\($0)", summary: "s") }
    let list = CandidateList(
      candidates: candidates, note: "more is\u{1B} unknown", columns: 16, rows: 8)
    #expect(
      list.lines == [
        "c1  s    c4  s", "c2  s    c5  s", "c3  s    c6  s", "… and 3 more",
        "more is␛ unkno…",
      ])
    #expect(
      CandidateList(candidates: [], note: "unknown", columns: 16, rows: 8).lines == ["unknown"])
  }

  @Test func rowsEndAtTheEdgeAndControlCharactersAreShown() {
    let list = CandidateList(
      candidates: [Candidate("a\u{1B}[2J", summary: "a very long \u{AD}summary")], columns: 16,
      rows: 24)
    #expect(list.lines == ["a␛[2J  a very …"])
  }
}
