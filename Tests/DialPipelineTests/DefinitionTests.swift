import DialLanguage
import DialPipeline
import DialRows
import DialTestSupport
import Testing

/// Texts with a name: `def`, and `include`.
struct DefinitionTests {
  /// A scope whose files are these texts.
  private func scope(_ files: [String: String]) -> Scope {
    var scope = Planning.scope()
    scope.includes = { path in
      guard let text = files[path] else { throw Missing(path: path) }
      return SourceText(text, name: path)
    }
    return scope
  }

  private struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "can't read \(path)" }
  }

  /// That both texts ask for the same, and do the same with it.
  private func expectSame(
    _ text: String, _ plain: String, in scope: Scope = Planning.scope(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    func facts(_ text: String) throws -> [String] {
      let plan = try Planning.pipeline(text, in: scope)
      return [plan.target ?? "", plan.columns.visible.map(\.name).joined(separator: ", ")]
        + plan.stages.map { "\($0.name): \($0.stage.effect.demand) \($0.stage.effect.order)" }
        + ["\(type(of: plan.export.format))"]
    }
    #expect(try facts(text) == facts(plain), sourceLocation: sourceLocation)
  }

  @Test func aPipelineIsUsedByItsName() throws {
    try expectSame(
      "def late(since) = calls where started_at >= $since and connected_at = null; "
        + "late(-7d) | count by did",
      "calls where started_at >= -7d and connected_at = null | count by did")
    try expectSame(
      "def few(state, n) = numbers where status=$state | limit $n; few(active, 3) where id = x",
      "numbers where status=active | limit 3 | where id = x")
    try expectSame(
      "def all = users; users where id in (all) and id in (all | select id)",
      "users where id in (users) and id in (users | select id)")
    try expectSame(
      "def of(s) = users where id = $s; users where id in (of(u_1))",
      "users where id in (users where id = u_1)")
  }

  @Test func stagesGoOnWithRows() throws {
    try expectSame(
      "def few(n) = select id, status | limit $n; numbers where status=active | few(2) | count",
      "numbers where status=active | select id, status | limit 2 | count")
    try expectSame(
      "def a = sort id; def b = a | limit 1 | export json; numbers | b",
      "numbers | sort id | limit 1 | export json")
  }

  @Test func variablesOfTheTextAreThoseOfItsUse() throws {
    try expectSame(
      "let state = active; def some = numbers where status=$state; let state = pending; some",
      "numbers where status=pending")
    // A parameter has the name for itself.
    try expectSame(
      "let n = 7; def few(n) = limit $n; def rest(n) = few(2) | skip $n; numbers | rest(3)",
      "numbers | limit 2 | skip 3")
  }

  @Test func whatIsWrongIsSaidWhereItIsWritten() {
    expectRefusal(
      "def late = calls where 1️⃣conected_at2️⃣ = null; late | count; late",
      "unknown field `conected_at` in calls; did you mean `connected_at`?")
    expectRefusal(
      "def few = where id = x | 1️⃣limt2️⃣ 3; numbers | few",
      "unknown stage `limt`; did you mean `limit`?")
    expectRefusal("def 1️⃣numbers2️⃣ = calls", "`numbers` has a meaning of its own; take another name")
    expectRefusal("def 1️⃣Where2️⃣ = calls", "`Where` has a meaning of its own; take another name")
    expectRefusal("def 1️⃣use2️⃣ = calls", "`use` has a meaning of its own; take another name")
    expectRefusal("def 1️⃣did_12️⃣ = calls", "`did_1` has a meaning of its own; take another name")
    expectRefusal("def few(n, 1️⃣n2️⃣) = limit $n", "`n` stands twice")
    expectRefusal("def few(n1️⃣2️⃣", "expected `,` or `)`, found the end")
    expectRefusal("def few 1️⃣numbers2️⃣", "expected `=` behind `few`, found `numbers`")
    expectRefusal("def few =1️⃣2️⃣", "expected a resource, found the end")
    expectRefusal(
      "def few = limit $n; numbers | 1️⃣few2️⃣",
      "in `few`: unknown variable `$n`; a script declares it with `param n`")
  }

  @Test func whatIsWrongWithAUseIsSaidThere() {
    expectRefusal(
      "def few(n) = limit $n; numbers | 1️⃣few(x)2️⃣",
      "in `few`: `limit` needs a whole number of 1 or more, found `x`")
    expectRefusal(
      "def late(since) = calls where started_at >= $since; 1️⃣late(last-weak)2️⃣ | count",
      "in `late`: `$since` is `last-weak`; `started_at` is a time; write 2026-09-01, 2026-09, today or -7d"
    )
    expectRefusal("def few(n) = limit $n; numbers | 1️⃣few2️⃣", "write `few(N)`")
    expectRefusal("def few = limit 3; numbers | 1️⃣few(3)2️⃣", "write `few`, found 1")
    expectRefusal("def few = limit 3; 1️⃣few2️⃣", "`few` goes on with rows; write `numbers | few`")
    expectRefusal(
      "def all = numbers; numbers | 1️⃣all2️⃣",
      "`all` begins a line; write `all` in front of the stages")
    expectRefusal(
      "def some = numbers; 1️⃣sume2️⃣ | count",
      "unknown resource or command `sume`; did you mean `some`?")
    expectRefusal(
      "def out = export json; numbers | 1️⃣out2️⃣ | limit 3",
      "in `out`: `export` ends a pipeline; nothing may follow it")
    expectRefusal(
      "def all = numbers; 1️⃣all2️⃣",
      "in `all`: no account chosen: `numbers` belongs to an account; try `use acct_…` "
        + "(`accounts` lists them) or `use all`",
      in: Planning.scope(account: nil))
  }

  @Test func whatReachesItselfIsRefusedWithTheWay() {
    expectRefusal("def a = 1️⃣a2️⃣ | limit 1", "`a` reaches itself: `a` → `a`")
    expectRefusal("def a = calls; def a = 1️⃣a2️⃣ | limit 1", "`a` reaches itself: `a` → `a`")
    expectRefusal(
      "def a = calls; def b = a | limit 1; def a = 1️⃣b2️⃣ | limit 1",
      "in `b`: `a` reaches itself: `a` → `b` → `a`")
    expectRefusal(
      "include 1️⃣a.dial2️⃣", "can't read a.dial", in: scope([:]))
    expectRefusal("include 1️⃣\"\"2️⃣", "the path is empty", in: scope([:]))
    let files = ["a.dial": "include b.dial", "b.dial": "def x = calls\ninclude sub/../a.dial"]
    #expect(
      Planning.diagnostics("include a.dial; x | count", in: scope(files)).map {
        "\($0.range.source?.name ?? ""): \($0.range.text): \($0.message)"
      } == ["b.dial: sub/../a.dial: `a.dial` reaches itself: `a.dial` → `b.dial` → `a.dial`"])
  }

  @Test func endlessTextsAreRefused() {
    func messages(_ count: Int) -> [String] {
      // Each doubles the one before.
      let doublings = (1...count).map { "def x\($0) = x\($0 - 1) | x\($0 - 1)" }
      return Planning.diagnostics(
        "def x0 = where id = y; \(doublings.joined(separator: "; ")); numbers | x\(count)"
      ).map(\.message)
    }
    #expect(messages(6) == [])
    #expect(messages(7) == ["in `x1`: a pipeline may have 100 stages, not more"])
    #expect(messages(40) == ["in `x1`: a pipeline may have 100 stages, not more"])
    let sets = (1...20).map {
      "def y\($0) = users where id in (y\($0 - 1)) or id in (y\($0 - 1) | uniq)"
    }
    let nested = "def y0 = users; \(sets.joined(separator: "; "))"
    #expect(
      Planning.diagnostics(nested).map(\.message) == [
        "in `y3`: definitions may be used 1000 times in a statement, not more"
      ])
  }

  @Test func namesAndFilesInEachOtherHaveAnEnd() {
    let chain = (1...200).map { "def s\($0) = s\($0 - 1)" }.joined(separator: "; ")
    #expect(
      Planning.diagnostics("def s0 = limit 1; \(chain); numbers | s200").map(\.message) == [
        "in `s101`: definitions may stand in each other 100 deep, not deeper"
      ])
    // Each names the next one twice; the last is wrong.
    var files = ["f40.dial": "def q = nubmers"]
    for number in 0..<40 { files["f\(number).dial"] = "include f\(number + 1).dial\n".twice }
    #expect(
      Planning.diagnostics("include f30.dial", in: scope(files)).map(\.message)
        == ["unknown resource or command `nubmers`; did you mean `numbers`?"])
    #expect(
      Planning.diagnostics("include f0.dial", in: scope(files)).map(\.message)
        == ["files may stand in each other 20 deep, not deeper"])
  }

  @Test func anIncludedFileDefinesNames() throws {
    let files = [
      "lib/names.dial": "# names\ndef late = calls where connected_at = null\ninclude more.dial",
      "lib/more.dial": "let state = active\ndef few(n) = limit $n",
    ]
    try expectSame(
      "include lib/names.dial; include ./lib/more.dial; numbers where status=$state | few(2)",
      "numbers where status=active | limit 2", in: scope(files))
    try expectSame(
      "let folder = lib; include $folder/names.dial; late | few(1)",
      "calls where connected_at = null | limit 1", in: scope(files))
    // Names that a file could not give are not called unknown as well.
    #expect(
      Planning.diagnostics("include x.dial; late | few(1)", in: scope(files)).map(\.message)
        == ["can't read x.dial"])
    #expect(
      Planning.diagnostics("include y.dial", in: scope(["y.dial": "numbers\nlet x = 1\nuse a"]))
        .map(\.message) == [
          "an included file holds `def`, `let` and `include` alone",
          "an included file holds `def`, `let` and `include` alone",
        ])
  }

  @Test func aLineThatBeginsWithABarGoesOnFromTheLastResult() throws {
    let plan = try Planning.pipeline("| select email | limit 2", in: Planning.prompt())
    #expect(plan.text == "| select email | limit 2")
    #expect(plan.columns.visible.map(\.name) == ["email"])
    expectRefusal(
      "1️⃣|2️⃣ count",
      "a pipeline begins with its source; only at the prompt `|` goes on from what was shown")
  }
}

extension String {
  fileprivate var twice: String { self + self }
}
