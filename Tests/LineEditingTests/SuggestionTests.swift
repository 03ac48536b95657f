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

extension OnATerminal {
  /// What is suggested behind the line, and the keys that take it.
  @Suite struct Suggesting {
    private func desk(
      _ entries: String..., suggestion: String = "", columns: Int = 40, rows: Int = 12
    ) throws -> Desk {
      var history = History()
      for entry in entries { history.add(entry) }
      var behavior = Behavior.colorful
      let decorate = behavior.decorate
      behavior.decorate = {
        Decoration(spans: decorate?($0).spans ?? [], suggestion: suggestion)
      }
      return try Desk(history: history, behavior: behavior, columns: columns, rows: rows)
    }

    @Test func theNewestEntryThatBeginsAsTypedIsSuggested() async throws {
      let desk = try desk("users", "numbers | limit 1", "numbers | limit 2", "numbers")
      let line = try await desk.line { person in
        person.type("num")
        try person.seesStyled("> num⟨2:bers⟩")
        try person.seesCursor(row: 0, column: 5)
        person.type("bers")
        try person.seesStyled("> ⟨32:numbers⟩⟨2: | limit 2⟩")
        person.type(" x")
        try person.seesStyled("> ⟨32:numbers⟩ x")
        person.type("\u{7F}")
        try person.seesStyled("> ⟨32:numbers⟩ ⟨2:| limit 2⟩")
        person.type("\u{15}us")
        try person.seesStyled("> us⟨2:ers⟩")
        person.type("\r")
      }
      #expect(line == .text("us"))
      try desk.person.seesStyled("> us")
    }

    @Test func aSuggestionThatIsWiderThanItSeemsIsGoneAfterEnter() async throws {
      // A terminal may give a thermometer two columns, which is one for libedit.
      let desk = try desk("nu \(String(repeating: "🌡", count: 14))", columns: 20)
      let line = try await desk.line { person in
        person.type("nu")
        try person.seesStyled("> nu⟨2: \(String(repeating: "🌡", count: 7))🌡⟩")
        person.type("\r")
      }
      #expect(line == .text("nu"))
      try desk.person.sees("> nu")
    }

    @Test func aLineThatHasFailedIsNotSuggested() async throws {
      let desk = try desk("numbers | count", "numbers | cuont")
      await desk.editor.note("numbers | cuont", hasFailed: true)
      let line = try await desk.line { person in
        person.type("numbers | ")
        try person.seesStyled("> ⟨32:numbers⟩ | ⟨2:count⟩")
        // It is in the history all the same.
        person.type("\u{10}")
        try person.sees("> numbers | cuont")
        person.type("\r")
      }
      #expect(line == .text("numbers | cuont"))
    }

    @Test func withoutAnEntryTheProgramsSuggestionIsShown() async throws {
      let desk = try desk("numbers", suggestion: " | count")
      let line = try await desk.line { person in
        try person.seesStyled("> ⟨2: | count⟩")
        person.type("numb")
        try person.seesStyled("> numb⟨2:ers⟩")
        person.type("x")
        try person.seesStyled("> numbx⟨2: | count⟩")
        person.type("\u{3}")
      }
      #expect(line == .interrupted)
      try desk.person.seesStyled("> numbx^C")
    }

    @Test(arguments: ["\u{1B}[C", "\u{1B}OC", "\u{6}", "\u{5}", "\u{1B}[F", "\u{1B}OF"])
    func aKeyToTheRightTakesAll(_ key: String) async throws {
      let desk = try desk("numbers | limit 12")
      let line = try await desk.line { person in
        person.type("nu")
        try person.seesStyled("> nu⟨2:mbers | limit 12⟩")
        person.type(key)
        try person.seesStyled("> ⟨32:numbers⟩ | limit ⟨31:12⟩")
        person.type("!\r")
      }
      #expect(line == .text("numbers | limit 12!"))
    }

    @Test func withoutASuggestionTheKeysMove() async throws {
      let desk = try desk()
      let line = try await desk.line { person in
        person.type("ab cd\u{1}\u{1B}[Cx\u{6}y\u{1B}fz\u{1B}[1;5C!")
        try person.sees("> axby cdz!")
        try person.hearsBell(1)
        person.type("\u{1}\u{1B}3\u{1B}[C-\u{5}.\u{1B}[C")
        try person.sees("> axb-y cdz!.")
        try person.hearsBell(2)
        person.type("\r")
      }
      #expect(line == .text("axb-y cdz!."))
    }

    @Test(arguments: ["\u{1B}[1;5C", "\u{1B}f", "\u{1B}[1;3C"])
    func aKeyToTheNextWordTakesAWord(_ key: String) async throws {
      let desk = try desk("numbers where status=active | limit 1")
      let line = try await desk.line { person in
        person.type("num")
        try person.seesStyled("> num⟨2:bers where status=active | limit 1⟩")
        person.type(key)
        try person.seesStyled("> ⟨32:numbers⟩⟨2: where status=active | limit 1⟩")
        person.type(key)
        try person.seesStyled("> ⟨32:numbers⟩ where⟨2: status=active | limit 1⟩")
        person.type(key)
        try person.seesStyled("> ⟨32:numbers⟩ where status=active⟨2: | limit 1⟩")
        person.type(key)
        try person.seesStyled("> ⟨32:numbers⟩ where status=active | limit⟨2: 1⟩")
        person.type("\r")
      }
      #expect(line == .text("numbers where status=active | limit"))
    }

    @Test func inViOnlyControlETakesAndEscapeStaysAKey() async throws {
      let editrc = "/tmp/line-editing-vi-\(getpid())"
      let file = try #require(fopen(editrc, "w"))
      fputs("bind -v\n", file)
      fclose(file)
      setenv("EDITRC", editrc, 1)
      defer {
        unsetenv("EDITRC")
        unlink(editrc)
      }
      var history = History()
      history.add("numbers 12")
      var behavior = Behavior.colorful
      behavior.readsEditrc = true
      let desk = try Desk(history: history, behavior: behavior)
      let line = try await desk.line { person in
        person.type("num")
        try person.seesStyled("> num⟨2:bers 12⟩")
        person.type("\u{5}")
        try person.seesStyled("> ⟨32:numbers⟩ ⟨31:12⟩")
        person.type("\u{1B}")
        try person.seesCursor(row: 0, column: 11)
        person.type("0x")
        try person.seesStyled("> umbers ⟨31:12⟩")
        person.type("\r")
      }
      #expect(line == .text("umbers 12"))
    }

    @Test func aCursorInTheMiddleHidesTheSuggestion() async throws {
      let desk = try desk("numbers")
      let line = try await desk.line { person in
        person.type("num")
        try person.seesStyled("> num⟨2:bers⟩")
        person.type("\u{2}")
        try person.seesStyled("> num")
        person.type("\u{1B}[C")
        try person.seesStyled("> num⟨2:bers⟩")
        person.type("\r")
      }
      #expect(line == .text("num"))
    }

    @Test func aSuggestionEndsAtTheEdge() async throws {
      let desk = try desk("numbers 日本日本日本", columns: 14, rows: 2)
      _ = try await desk.line(typing: "a\r")
      let line = try await desk.line { person in
        person.type("n")
        try person.seesStyled("> a", "> n⟨2:umbers 日…⟩")
        person.type("umbers 日本")
        try person.seesStyled("> ⟨32:numbers⟩ ⟨36:日本⟩", "⟨2:日本日本⟩")
        person.type("\u{5}")
        try person.seesStyled("> ⟨32:numbers⟩ ⟨36:日本⟩", "⟨36:日本日本⟩")
        person.type("\r")
      }
      #expect(line == .text("numbers 日本日本日本"))
    }

    @Test func nothingIsSuggestedWhereThereIsNoRoom() async throws {
      let desk = try desk("12345678", columns: 9, rows: 2)
      let line = try await desk.line { person in
        person.type("123456")
        try person.seesStyled("> ⟨31:123456⟩")
        person.type("\u{5}7")
        try person.seesStyled("> ⟨31:1234567⟩", "⟨2:8⟩")
        person.type("\r")
      }
      #expect(line == .text("1234567"))
    }

    @Test func ofAnEntryOfSeveralRowsTheFirstIsShownAndAllIsTaken() async throws {
      let desk = try desk("numbers |\nlimit 3")
      let line = try await desk.line { person in
        person.type("num")
        try person.seesStyled("> num⟨2:bers |…⟩")
        person.type("\u{5}")
        try person.seesStyled("> ⟨32:numbers⟩ |", "limit ⟨31:3⟩")
        person.type("\r")
      }
      #expect(line == .text("numbers |\nlimit 3"))
    }

    @Test func aSuggestionCannotCommandTheTerminal() async throws {
      let desk = try desk("a\u{1B}[2J\u{7}\tb")
      let line = try await desk.line { person in
        person.type("a")
        try person.seesStyled("> a⟨2:^[[2J^G b⟩")
        person.type("\u{5}")
        try person.sees("> a^[[2J^G      b")
        person.type("\r")
      }
      #expect(line == .text("a\u{1B}[2J\u{7}\tb"))
      #expect(desk.person.screen.bell == 0)
    }

    @Test func noticesAndNewSizesKeepTheSuggestionInPlace() async throws {
      let desk = try desk("numbers | limit 12")
      let line = try await desk.line { person in
        person.type("numbers")
        try person.seesStyled("> ⟨32:numbers⟩⟨2: | limit 12⟩")
        desk.editor.show(notice: "one")
        try person.seesStyled("one", "> ⟨32:numbers⟩⟨2: | limit 12⟩")
        desk.editor.show(notice: "two")
        try person.seesStyled("one", "two", "> ⟨32:numbers⟩⟨2: | limit 12⟩")
        person.type("\r")
      }
      #expect(line == .text("numbers"))
      try desk.person.sees("one", "two", "> numbers")
    }

    @Test(arguments: ["\u{1B}[C", "\u{5}"])
    func anEmptyLineMayHaveASuggestion(_ key: String) async throws {
      let desk = try desk("users")
      let taken = try await desk.line(suggesting: "numbers where status=12") { person in
        try person.seesStyled("> ⟨2:numbers where status=12⟩")
        try person.seesCursor(row: 0, column: 2)
        person.type(key)
        try person.seesStyled("> ⟨32:numbers⟩ where status=⟨31:12⟩")
        person.type("\r")
      }
      #expect(taken == .text("numbers where status=12"))
      // It holds for one line.
      let next = try await desk.line { person in
        person.type("u")
        try person.seesStyled("> ⟨32:numbers⟩ where status=⟨31:12⟩", "> u⟨2:sers⟩")
        person.type("\u{15}")
        try person.seesStyled("> ⟨32:numbers⟩ where status=⟨31:12⟩", ">")
        person.type("\r")
      }
      #expect(next == .text(""))
    }

    @Test func typingOrEnterDropsTheSuggestionOfTheEmptyLine() async throws {
      let desk = try desk()
      let typed = try await desk.line(suggesting: "numbers |\ncount") { person in
        try person.seesStyled("> ⟨2:numbers |…⟩")
        person.type("x\u{7F}")
        try person.seesStyled(">")
        person.type("\u{1B}[C")
        try person.hearsBell(1)
        person.type("y\r")
      }
      #expect(typed == .text("y"))
      let entered = try await desk.line(suggesting: "numbers") { person in
        try person.seesStyled("> y", "> ⟨2:numbers⟩")
        person.type("\r")
      }
      #expect(entered == .text(""))
      try desk.person.seesStyled("> y", ">")
    }

    @Test func aLineCanStartWithAText() async throws {
      let desk = try desk("numbers |\nlimit 3 | count")
      let line = try await desk.line(startingWith: "numbers |\nlimit 3") { person in
        try person.seesStyled("> ⟨32:numbers⟩ |", "limit ⟨31:3⟩⟨2: | count⟩")
        try person.seesCursor(row: 1, column: 7)
        person.type("0\u{1B}[A\u{7F}\r")
      }
      #expect(line == .text("numbers|\nlimit 30"))
      #expect(try await desk.line(typing: "x\r") == .text("x"))
    }
  }
}

struct ContinuationTests {
  private func history(_ entries: String...) -> History {
    var history = History()
    for entry in entries { history.add(entry) }
    return history
  }

  @Test func theRestOfTheNewestEntryIsFound() {
    let history = history("ab1", "é日本", "ab2", "ab", "b")
    #expect(history.continuation(of: "a") == "b")
    #expect(history.continuation(of: "ab") == "2")
    #expect(history.continuation(of: "é日") == "本")
    #expect(history.continuation(of: "b") == nil)
    #expect(history.continuation(of: "") == nil)
    #expect(history.continuation(of: "ab23") == nil)
  }

  @Test func whatHasFailedIsLeftOutUntilItNoLongerDoes() {
    var history = history("ab1", "ab2")
    history.note("ab2", hasFailed: true)
    #expect(history.continuation(of: "ab") == "1")
    history.note("ab2", hasFailed: false)
    #expect(history.continuation(of: "ab") == "2")
    history.note("ab3", hasFailed: true)
    #expect(history.failed == [])
  }
}
